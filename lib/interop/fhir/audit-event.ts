import type { AuditEvent } from 'fhir/r4';
import { canonicalOf } from './canonical';

/** An event of an intake's audit trail, as the trail holds it. */
export interface TrailEvent {
  readonly at: Date;
  readonly intakeId: string;
  readonly action: string;
  /** The hash by which the next event holds on to this one. */
  readonly hash: string;
  /** Who did it; null where the trail does not know. */
  readonly by?: string | null | undefined;
}

/** What FHIR calls the actions of the trail; any other is an execution. */
const codeOf: Readonly<Record<string, AuditEvent['action']>> = {
  submitted: 'C',
  opened: 'R',
  examined: 'U',
  signed: 'U',
  amended: 'U',
  withdrawn: 'D',
  expired: 'D',
};

/** The event in FHIR R4, with its place in the chain. It says nothing of what was answered. */
export function toAuditEvent({ at, intakeId, action, hash, by }: TrailEvent): AuditEvent {
  return {
    resourceType: 'AuditEvent',
    type: {
      system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
      code: 'rest',
    },
    subtype: [{ system: canonicalOf('CodeSystem', 'audit-actions'), code: action }],
    action: codeOf[action] ?? 'E',
    recorded: at.toISOString(),
    outcome: '0',
    agent: [
      by
        ? { who: { display: by }, requestor: true }
        : { who: { identifier: { value: 'unknown' } }, requestor: true },
    ],
    source: { observer: { display: 'Surae' } },
    entity: [
      {
        what: { identifier: { system: canonicalOf('NamingSystem', 'intake'), value: intakeId } },
        detail: [{ type: 'hash', valueString: hash }],
      },
    ],
  };
}
