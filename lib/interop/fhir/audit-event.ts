import type { AuditEvent, AuditEventAgent, Coding } from 'fhir/r4';
import { canonicalOf, systemOf } from './canonical';

/** An event of a clinic's audit trail, as the trail holds it. */
export interface TrailEvent {
  readonly at: Date;
  readonly action: string;
  /** Null where it does not concern one intake. */
  readonly intakeId: string | null;
  /** The member who did it; null where no member did. */
  readonly actorId: string | null;
  /** The member's name, as far as it is known. */
  readonly by: string | null;
  /** Names and counts, never what was answered. */
  readonly details: unknown;
  /** The hash of the event before it, and its own, by which the next one holds on to it. */
  readonly previousHash: string;
  readonly hash: string;
}

/** Of what kinds the events are, in the terms of DICOM's audit messages (PS3.15). */
const types = {
  record: dicom('110110', 'Patient Record'),
  export: dicom('110106', 'Export'),
  security: dicom('110113', 'Security Alert'),
  trail: dicom('110101', 'Audit Log Used'),
  other: dicom('110100', 'Application Activity'),
} as const;

type Kind = readonly [keyof typeof types, AuditEvent['action']];

/** The kind of each action of the trail, and what it does to what it concerns. */
const kinds: Readonly<Record<string, Kind>> = {
  submitted: ['record', 'C'],
  opened: ['record', 'R'],
  withdrawn: ['record', 'D'],
  expired: ['record', 'D'],
  'patient-invited': ['record', 'C'],
  'invitation-cancelled': ['record', 'U'],
  received: ['record', 'C'],
  changed: ['record', 'U'],
  signed: ['record', 'U'],
  'amendment-begun': ['record', 'U'],
  amended: ['record', 'U'],
  'entered-in-error': ['record', 'U'],
  'outcome-recorded': ['record', 'C'],
  'patient-called': ['record', 'C'],
  printed: ['export', 'R'],
  exported: ['export', 'R'],
  'clinic-set-up': ['security', 'C'],
  'clinic-changed': ['security', 'U'],
  'member-invited': ['security', 'C'],
  'member-invitation-cancelled': ['security', 'U'],
  'member-joined': ['security', 'C'],
  'member-changed': ['security', 'U'],
  'member-removed': ['security', 'U'],
  'api-key-made': ['security', 'C'],
  'api-key-revoked': ['security', 'U'],
  'signed-out-everywhere': ['security', 'E'],
  'audit-verified': ['trail', 'E'],
  'audit-read': ['trail', 'R'],
};

/** Under which system the id of an intake is known. */
export const intakeSystem = canonicalOf('NamingSystem', 'intake');
/** The codes of the trail's actions. */
export const actionSystem = systemOf('audit-actions');

/**
 * The event in FHIR R4, with its place in the chain; its id is its hash. It says nothing of what was
 * answered.
 */
export function toAuditEvent(event: TrailEvent): AuditEvent {
  const { at, action, intakeId, details, previousHash, hash } = event;
  const [type, does] = kinds[action] ?? (['other', 'E'] satisfies Kind);
  const chain = [
    { type: 'hash', valueString: hash },
    { type: 'previous-hash', valueString: previousHash },
  ];
  return {
    resourceType: 'AuditEvent',
    id: hash,
    type: types[type],
    subtype: [{ system: actionSystem, code: action }],
    action: does,
    recorded: at.toISOString(),
    outcome: '0',
    agent: [agentOf(event)],
    source: { observer: { display: 'Surae' } },
    entity: [
      ...(intakeId === null
        ? []
        : [{ what: { identifier: { system: intakeSystem, value: intakeId } } }]),
      { name: 'entry of the audit trail', detail: [...chain, ...toDetails(details)] },
    ],
  };
}

function agentOf({ actorId, by }: TrailEvent): AuditEventAgent {
  if (actorId === null) return { who: { identifier: { value: 'unknown' } }, requestor: true };
  const identifier = { system: canonicalOf('NamingSystem', 'member'), value: actorId };
  return { who: { identifier, ...(by && { display: by }) }, requestor: true };
}

/** What else is noted, by its name; nothing that is empty, which FHIR refuses. */
function toDetails(details: unknown): { type: string; valueString: string }[] {
  if (typeof details !== 'object' || details === null) return [];
  return Object.entries(details)
    .map(([type, value]: [string, unknown]) => ({
      type,
      valueString: typeof value === 'string' ? value : JSON.stringify(value),
    }))
    .filter(({ valueString }) => valueString.trim() !== '');
}

function dicom(code: string, display: string): Coding {
  return { system: 'http://dicom.nema.org/resources/ontology/DCM', code, display };
}
