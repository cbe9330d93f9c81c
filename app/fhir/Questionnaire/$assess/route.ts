import { readBody } from '@/app/api/intakes/read-body';
import { hasMediaType } from '@/app/api/v1/read-json';
import { serverAssess } from '@/app/api/v1/server-assess';
import { answerPreflight, crossOrigin } from '@/app/cross-origin';
import { parseJson } from '@/lib/interop/api/answer-text';
import { encodeAssessment } from '@/lib/interop/api/encode-assessment';
import { chooseClock } from '@/lib/interop/fhir/choose-clock';
import { assessOutput, readAssessRequest } from '@/lib/interop/fhir/read-assess-request';
import { toDocument } from '@/lib/interop/fhir/to-document';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { admitFhir } from '../../admit-fhir';
import { answerFaults, answerFhir, fhirJson, refuseFhir } from '../../answer-fhir';
import { documentTitles } from '../../document-titles';

/** A Bundle may hold more than our answers. */
const bodyBytesMax = 1024 * 1024;

/**
 * Answers to one of our Questionnaires -> a preliminary document Bundle; `output=assessment` gives the
 * Assessment as the HTTP API does. Nothing is stored.
 */
export async function POST(request: Request): Promise<Response> {
  const refusal = await admitFhir(request, 'assess');
  if (refusal) return refusal;
  if (![fhirJson, 'application/json'].some((type) => hasMediaType(request, type))) {
    return refuseFhir(415, 'not-supported', `The body is not ${fhirJson}`);
  }
  const text = await readBody(request, bodyBytesMax);
  if (text === null) return refuseFhir(413, 'too-long', 'The body is longer than 1 MB');
  const value = parseJson(text);
  if (value === undefined) return refuseFhir(400, 'structure', 'The body is no JSON');
  const base = knowledgeBase();
  const read = readAssessRequest(base, value);
  if (!read.ok) return answerFaults(read.faults);
  const { response, assessedAt, output } = read.order;
  const asked = assessOutput.nullable().safeParse(new URL(request.url).searchParams.get('output'));
  if (!asked.success) return refuseFhir(400, 'value', 'output is one of document, assessment');
  const at = assessedAt ?? chooseClock(response.authored, new Date());
  const assessment = await serverAssess({ input: response.input, at });
  if (!assessment)
    return refuseFhir(503, 'transient', 'Not assessed just now; trying again is safe');
  if ((output ?? asked.data) === 'assessment') {
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
    return crossOrigin(new Response(encodeAssessment(assessment), { headers }));
  }
  const { input, unsure, subject } = response;
  return answerFhir(
    toDocument({ base, input, unsure, assessment, subject, titles: documentTitles }),
  );
}

/** Any other method is for a resource, and none has this name. */
function refuse(): Response {
  return refuseFhir(405, 'not-supported', 'The method here is POST', { Allow: 'POST' });
}

const preflight = answerPreflight('POST');

export { preflight as OPTIONS, refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
