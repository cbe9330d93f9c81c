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

type Judged = Pick<DocumentSource, 'base' | 'assessment'>;

/** The referral as something that somebody who may order has yet to. */
export function proposeReferral(
  source: Judged,
  urgency: Urgency,
  subject: Reference,
): ServiceRequest {
  const { to, tests } = source.assessment.referral;
  const end = deadlineOf(source, urgency);
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
  };
}

/** The proposal of who signed. Null while nobody has or it is withdrawn, and where nobody has to see the leg. */
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
  const { signature } = source;
  const urgency = urgencyOf(source);
  const isWithdrawn = signature?.kind === 'entered-in-error';
  if (!signature || !practitioner || isWithdrawn || urgency === 'self-care') return null;
  return {
    ...proposeReferral(source, urgency, subject),
    authoredOn: signature.signedAt,
    requester: referTo(practitioner),
    ...(conditions.length > 0 && { reasonReference: conditions.map(referTo) }),
    supportingInfo: [impression],
  };
}

/** The nearer of the condition's clock and the end of the level's time frame. */
function deadlineOf({ base, assessment }: Judged, urgency: Urgency): string | null {
  const hours = dispositionOf(base, urgency).withinHours;
  const level =
    hours === null
      ? null
      : new Date(Date.parse(assessment.assessedAt) + hours * hourMs).toISOString();
  const ends = [assessment.referral.clock?.deadline, level].flatMap((end) => (end ? [end] : []));
  return ends.sort()[0] ?? null;
}
