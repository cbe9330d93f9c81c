/** What every resource of a document stands on: whom it is about, who made it, when. */
import type { Device, FhirResource, Patient, Practitioner, Reference } from 'fhir/r4';
import { canonicalOf, versionOf } from './canonical';
import type { DocumentSource } from './document-source';
import { type Entry, referTo } from './entry';
import { stableUuid } from './stable-uuid';

export interface Frame {
  /** The same for the same source. */
  readonly identifier: string;
  readonly patient: Entry<Patient>;
  readonly device: Entry<Device>;
  /** Who signed. */
  readonly practitioner: Entry<Practitioner> | null;
  readonly subject: Reference;
  /** A resource of this document under a name that nothing else in it has. */
  readonly enter: <Resource extends FhirResource>(
    key: string,
    resource: Resource,
  ) => Entry<Resource>;
}

/** Everything in it follows from the source alone: the same source, the same names. */
export function makeFrame(source: DocumentSource): Frame {
  const { base, input, unsure = [], assessment, subject, signature } = source;
  const seed = JSON.stringify([
    base.hash,
    input,
    unsure,
    assessment.assessedAt,
    assessment.language,
    subject ?? null,
    signature ?? null,
  ]);
  const enter: Frame['enter'] = (key, resource) => {
    const id = stableUuid(seed, key);
    return { fullUrl: `urn:uuid:${id}`, resource: { ...resource, id } };
  };
  const patient = enter('patient', toPatient(source));
  return {
    identifier: `urn:uuid:${stableUuid(seed)}`,
    patient,
    device: enter('device', toDevice(source)),
    practitioner: signature
      ? enter('practitioner', { resourceType: 'Practitioner', name: [{ text: signature.name }] })
      : null,
    subject: referTo(patient),
    enter,
  };
}

/** Nobody is described: the sender knows who it is, and by which name it is known there. */
function toPatient({ subject }: DocumentSource): Patient {
  const { reference, identifier } = subject ?? {};
  return {
    resourceType: 'Patient',
    ...(identifier && { identifier: [identifier] }),
    ...(reference && { link: [{ other: { reference }, type: 'seealso' }] }),
  };
}

function toDevice({ base }: DocumentSource): Device {
  return {
    resourceType: 'Device',
    identifier: [{ system: canonicalOf('NamingSystem', 'knowledge-base'), value: base.hash }],
    deviceName: [{ name: base.name, type: 'model-name' }],
    version: [{ value: versionOf(base) }],
    note: [
      { text: base.disclaimer.en },
      ...(base.review ? [] : [{ text: base.notReviewedNotice.en }]),
    ],
  };
}
