/** The document says what the server does: it lints clean, and its examples are run. */
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { POST as makePaper } from '@/app/api/documents/route';
import { POST as assessBatch } from '@/app/api/v1/assess/batch/route';
import { POST as assess } from '@/app/api/v1/assess/route';
import { GET as knowledge } from '@/app/api/v1/knowledge/route';
import { GET } from '@/app/api/v1/openapi.json/route';
import { POST as cdsService } from '@/app/cds-services/[service]/route';
import { GET as cdsServices } from '@/app/cds-services/route';
import { GET as fhirAuditEvents } from '@/app/fhir/AuditEvent/route';
import { GET as fhirMetadata } from '@/app/fhir/metadata/route';
import { POST as fhirAssess } from '@/app/fhir/Questionnaire/$assess/route';
import { POST as solveCase } from '@/app/solve-case/route';
import { readVignetteInputs, sample } from '@/bin/bench/bench-inputs';
import { assessmentSchema } from '@/lib/interop/api/assessment-schema';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { fieldsFor } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import { twinOf } from '@/lib/triage/twin';

const document = await GET().json();
const base = knowledgeBase();

async function lint(content: object): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const found = await lintFromString({ source: JSON.stringify(content), config });
  return found.map(({ ruleId }) => ruleId);
}

test('it lints clean, and a fault in it would be found', async () => {
  expect(await lint(document)).toEqual([]);
  expect(await lint({ ...document, info: { title: 'Surae' } })).toContain('struct');
});

test('it names every question and finding', () => {
  const { properties } = document.components.schemas.Input.properties.answers;
  expect(Object.keys(properties)).toEqual(fieldsFor(base, 'clinician').map(({ id }) => id));
});

describe('its examples', () => {
  const handlers: Record<string, (request: Request) => Promise<Response>> = {
    '/api/v1/assess': assess,
    '/api/v1/assess/batch': assessBatch,
    '/api/v1/knowledge': knowledge,
    '/solve-case': solveCase,
    '/api/documents': makePaper,
    '/fhir/metadata': fhirMetadata,
    '/fhir/Questionnaire/$assess': fhirAssess,
    '/fhir/AuditEvent': fhirAuditEvents,
    '/cds-services': async () => cdsServices(),
    '/cds-services/surae-patient-view': (request) =>
      cdsService(request, { params: Promise.resolve({ service: 'surae-patient-view' }) }),
  };
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(
      ([method, operation]) => [path, method.toUpperCase(), operation] as const,
    ),
  );
  interface Operation {
    /** Where a key is needed whatever the server is set to. */
    readonly security?: readonly object[];
    readonly requestBody?: { readonly content: Record<string, { readonly example: unknown }> };
  }

  test.each(operations)('of %s %s are answered as it says', async (path, method, operation) => {
    const [body] = Object.entries(operation.requestBody?.content ?? {});
    const request = new Request(`http://surae.example${path}`, {
      method,
      ...(body && {
        headers: { 'content-type': body[0] },
        body:
          typeof body[1].example === 'string' ? body[1].example : JSON.stringify(body[1].example),
      }),
    });
    const response = await handlers[path]?.(request);
    // No test here has a key.
    const needsKey = (operation.security ?? []).length > 0;
    const status = needsKey ? 401 : 200;
    expect(response?.status).toBe(status);
    const { content } = document.paths[path][method.toLowerCase()].responses[status];
    const [type = ''] = Object.keys(content);
    expect(response?.headers.get('content-type')).toContain(type);
    if (type === 'application/pdf') {
      expect(await response?.text()).toMatch(/^%PDF-1\.7/);
      return;
    }
    const answered = await response?.json();
    const name = content[type].schema.$ref?.split('/').at(-1) ?? 'Assessment';
    const described = z.fromJSONSchema(document.components.schemas[name]);
    expect(described.safeParse(answered).error).toBeUndefined();
  });
});

test('every Assessment has the form that it describes', () => {
  const twin = twinOf(base);
  for (const input of sample(readVignetteInputs(base), 100)) {
    const assessment = conclude(twin.book, input, twin.evaluate(input), new Date());
    expect(
      assessmentSchema.safeParse(JSON.parse(JSON.stringify(assessment))).error,
    ).toBeUndefined();
  }
});
