import type { Condition, Reference, ServiceRequest } from 'fhir/r4';
import { dispositionOf } from '../../triage/disposition';
import type { Urgency } from '../../triage/schema';
import { type DocumentSource, urgencyOf } from './document-source';
import { type Entry, referTo } from './entry';
import type { Frame } from './frame';

/** Our six levels in FHIR's four: nothing that has to be done within three days is routine. */
const priorityOf: Readonly<Record<Urgency, ServiceRequest['priority']>> = {
  'emergency-now': 'stat',
  'same-day': 'asap',
  'within-72h': 'urgent',
  'within-2-weeks': 'routine',
  'routine-pt': 'routine',
  'self-care': 'routine',
};

const hourMs = 3_600_000;

/**
 * The referral as a proposal: somebody who may order has yet to. Null while nobody has signed, and
 * where nobody has to see the leg.
 */
export function toServiceRequest(
  source: DocumentSource,
  { subject, practitioner }: Frame,
  {
    conditions,
    impression,
  }: {
    readonly conditions: readonly Entry<Condition>[];
    readonly impression: Reference;
  },
): ServiceRequest | null {
  const { assessment, signature } = source;
  const urgency = urgencyOf(source);
  if (!signature || !practitioner || urgency === 'self-care') return null;
  const { to, tests } = assessment.referral;
  const end = deadlineOf(source);
  return {
    resourceType: 'ServiceRequest',
    status: 'active',
    intent: 'proposal',
    category: [{ coding: [{ system: 'http://snomed.info/sct', code: '3457005' }] }],
    priority: priorityOf[urgency],
    code: { text: to },
    ...(tests.length > 0 && { orderDetail: tests.map((text) => ({ text })) }),
    subject,
    ...(end && { occurrencePeriod: { end } }),
    authoredOn: signature.signedAt,
    requester: referTo(practitioner),
    ...(conditions.length > 0 && { reasonReference: conditions.map(referTo) }),
    supportingInfo: [impression],
  };
}

/** The nearer of the condition's clock and the end of the level's time frame. */
function deadlineOf(source: DocumentSource): string | null {
  const { base, assessment } = source;
  const hours = dispositionOf(base, urgencyOf(source)).withinHours;
  const level =
    hours === null
      ? null
      : new Date(Date.parse(assessment.assessedAt) + hours * hourMs).toISOString();
  const ends = [assessment.referral.clock?.deadline, level].flatMap((end) => (end ? [end] : []));
  return ends.sort()[0] ?? null;
}
