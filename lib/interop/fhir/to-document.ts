/** An Assessment -> a document that any FHIR R4 system reads. */
import type { Bundle, Composition } from 'fhir/r4';
import { toClinicalImpression } from './clinical-impression';
import { toConditions } from './conditions';
import { type DocumentSource, statusOf } from './document-source';
import { type Entry, referTo } from './entry';
import { type Frame, makeFrame } from './frame';
import { toObservations } from './observations';
import { toProvenance } from './provenance';
import { toQuestionnaireResponse } from './questionnaire-response';
import { type SectionEntries, toSections } from './sections';
import { toServiceRequest } from './service-request';

/**
 * A Bundle of type document: the same source gives the same bytes. Preliminary, and without a request
 * for anything, until it is signed.
 */
export function toDocument(source: DocumentSource): Bundle {
  const { base, input, unsure, assessment, signature } = source;
  const frame = makeFrame(source);
  const { patient, device, practitioner, subject, identifier, enter } = frame;
  const at = new Date(assessment.assessedAt);
  const { language } = assessment;
  const answered = { input, unsure, at, language, subject };
  const response = enter('response', toQuestionnaireResponse(base, answered));
  const observed = toObservations(source, frame, referTo(response));
  const conditions = toConditions(source, frame);
  const observations = [
    ...observed.answers,
    ...observed.findings,
    observed.redFlags,
    ...observed.instruments,
  ];
  const grounds = { response: referTo(response), observations, conditions };
  const impression = enter('impression', toClinicalImpression(source, frame, grounds));
  const proposal = toServiceRequest(source, frame, { conditions, impression: referTo(impression) });
  const request = proposal && enter('request', proposal);
  const composition = enter(
    'composition',
    toComposition(source, frame, { ...observed, conditions, impression, request, response }),
  );
  const targets = [composition, impression, ...conditions, ...(request ? [request] : [])];
  const provenance = toProvenance(source, frame, {
    targets: targets.map(referTo),
    response: referTo(response),
  });
  const entries: Entry[] = [
    composition,
    patient,
    device,
    ...(practitioner ? [practitioner] : []),
    impression,
    ...conditions,
    ...(request ? [request] : []),
    response,
    ...observations,
    enter('provenance', provenance),
  ];
  return {
    resourceType: 'Bundle',
    language,
    identifier: { system: 'urn:ietf:rfc:3986', value: identifier },
    type: 'document',
    timestamp: signature?.signedAt ?? assessment.assessedAt,
    entry: entries.map(({ fullUrl, resource }) => ({ fullUrl, resource })),
  };
}

function toComposition(
  source: DocumentSource,
  { subject, device, practitioner, identifier }: Frame,
  entries: SectionEntries,
): Composition {
  const { assessment, signature, titles } = source;
  const signer = practitioner && referTo(practitioner);
  return {
    resourceType: 'Composition',
    language: assessment.language,
    identifier: { system: 'urn:ietf:rfc:3986', value: identifier },
    status: statusOf(source),
    type: { coding: [{ system: 'http://loinc.org', code: '51848-0' }] },
    subject,
    date: signature?.signedAt ?? assessment.assessedAt,
    author: [...(signer ? [signer] : []), referTo(device)],
    title: titles.document,
    ...(signature &&
      signer && { attester: [{ mode: 'professional', time: signature.signedAt, party: signer }] }),
    section: toSections(source, entries),
  };
}
