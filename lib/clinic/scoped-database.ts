/**
 * The one place where a clinic is kept from another's rows, and the front desk from what is
 * clinical: whatever asks for a clinic's data asks through a client made here.
 */
import { Prisma, type PrismaClient } from '@/lib/intake/generated/client';
import { may } from './roles';
import type { Reach } from './scope';

/** The columns of an intake that say nothing about the leg; every other one is clinical. */
const nonClinicalColumns: readonly string[] = [
  ...['id', 'clinicId', 'patientId', 'invitationId', 'followsId', 'submissionKey'],
  ...['state', 'receivedAt', 'readAt', 'signedAt', 'revision'],
];

const clinicalModels = ['IntakeChange', 'SignedVersion', 'Outcome'];
const clinicModels = [
  ...['Patient', 'PatientWord', 'Invitation', 'ClinicIntake', 'Member', 'MemberInvitation'],
  ...['ApiKey', 'AuditEvent', 'PatientCall', ...clinicalModels],
];
/** What the front desk may ask for. */
const frontDeskModels = [
  ...['Clinic', 'Patient', 'PatientWord', 'Invitation', 'ClinicIntake', 'PatientCall'],
];

/** What an auditor reads: the trail, and who stands in it. */
const auditorModels = ['AuditEvent', 'Member'];

/** An operation as Prisma hands it to an extension. */
interface Asked {
  readonly model: string;
  readonly operation: string;
  readonly args: Record<string, unknown>;
}

/**
 * A client that sees the rows of one clinic, and of those what the role may. It adds the clinic to
 * every condition and every new row; what is no table of a clinic, it refuses. The tables refer to
 * each other within the clinic only, by their foreign keys, so relations do not lead out of it.
 */
export function scopeDatabase(database: PrismaClient, reach: Reach) {
  return database.$extends({
    query: {
      $allModels: {
        // Prisma types the arguments of all operations as one union, which no code can narrow.
        $allOperations: ({ model, operation, args, query }) =>
          query(Object.assign({}, args, confine({ model, operation, args: { ...args } }, reach))),
      },
    },
  });
}

type ScopedClient = ReturnType<typeof scopeDatabase>;
type Tables =
  | 'clinic'
  | 'patient'
  | 'patientWord'
  | 'invitation'
  | 'clinicIntake'
  | 'intakeChange'
  | 'signedVersion'
  | 'outcome'
  | 'patientCall'
  | 'member'
  | 'memberInvitation'
  | 'apiKey'
  | 'auditEvent';

/** The tables of one clinic, without a way around the scope: no raw SQL. */
export type ClinicTables = Pick<ScopedClient, Tables>;

/** The arguments confined to the reach; throws where nothing of it may be asked. */
function confine(asked: Asked, { clinicId, role }: Reach): Record<string, unknown> {
  const { model } = asked;
  if (role === 'auditor') refuseAllButTrail(asked);
  else if (!may(role, 'see-clinical')) refuseClinical(asked);
  if (model === 'Clinic') return confineClinic(asked, clinicId);
  if (!clinicModels.includes(model)) throw new Error(`outside-clinic: ${model} is no clinic's`);
  return confineRows(asked, clinicId);
}

function confineClinic({ operation, args }: Asked, clinicId: string): Record<string, unknown> {
  if (operation !== 'findUniqueOrThrow' && operation !== 'update') {
    throw new Error(`outside-clinic: ${operation} of clinics`);
  }
  return { ...args, where: { id: clinicId } };
}

function confineRows({ operation, args }: Asked, clinicId: string): Record<string, unknown> {
  switch (operation) {
    case 'create':
      return { ...args, data: own(args.data, clinicId) };
    case 'createMany':
    case 'createManyAndReturn': {
      const rows = Array.isArray(args.data) ? args.data : [args.data];
      return { ...args, data: rows.map((row) => own(row, clinicId)) };
    }
    case 'upsert':
      throw new Error('outside-clinic: upsert might take over the row of another clinic');
    default:
      if ('clinicId' in asObject(args.data)) throw new Error('outside-clinic: a row stays');
      return { ...args, where: { ...asObject(args.where), clinicId } };
  }
}

function own(row: unknown, clinicId: string): Record<string, unknown> {
  return { ...asObject(row), clinicId };
}

/** What nothing that the front desk asks may name, at any depth: columns, and ways to intakes. */
const clinicalNames = new Set([
  ...Object.keys(Prisma.ClinicIntakeScalarFieldEnum).filter(
    (column) => !nonClinicalColumns.includes(column),
  ),
  ...['intake', 'intakes', 'follows', 'followed', 'changes', 'versions', 'outcomes', 'distinct'],
  // Of a call: what was said in it may be clinical. All calls by way of an intake would tell it too.
  ...['calls', 'note'],
]);

/** The front desk reads of an intake only what is not clinical, and may not even filter by more. */
function refuseClinical({ model, operation, args }: Asked): void {
  if (model === 'AuditEvent' && isAppending(operation, args)) return;
  if (!frontDeskModels.includes(model)) throw new Error(`clinical: ${model}`);
  if (model === 'PatientCall') refuseCallNotes(operation, args);
  else refuseClinicalNames(args);
  if (model === 'Clinic' && operation === 'update') throw new Error('clinical: Clinic is managed');
  if (model !== 'ClinicIntake' || operation === 'count') return;
  if (!operation.startsWith('find')) throw new Error(`clinical: ${operation} of intakes`);
  if (args.select === undefined) throw new Error('clinical: a whole intake');
}

function refuseClinicalNames(args: Asked['args']): void {
  const named = namesIn(args).find((name) => clinicalNames.has(name));
  if (named !== undefined) throw new Error(`clinical: ${named}`);
}

/** The front desk adds a call with its note, and reads of calls all but the notes. */
function refuseCallNotes(operation: string, args: Asked['args']): void {
  const isAdding = operation === 'create';
  if (!isAdding && !operation.startsWith('find')) {
    throw new Error(`clinical: ${operation} of calls`);
  }
  if (args.select === undefined) throw new Error('clinical: a whole call');
  const { note: _written, ...data } = asObject(isAdding ? args.data : undefined);
  refuseClinicalNames({ ...args, data });
}

function refuseAllButTrail({ model, operation }: Asked): void {
  const isReading = operation.startsWith('find');
  if (!isReading || !auditorModels.includes(model)) throw new Error(`no-trail: ${model}`);
}

/** What is done stands in the trail, whoever does it: adding to it tells the last seal, and no more. */
function isAppending(operation: string, { select }: Asked['args']): boolean {
  if (operation === 'create') return true;
  return operation === 'findFirst' && Object.keys(asObject(select)).join() === 'hash';
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (value instanceof Date) return [];
  return Object.entries(asObject(value)).flatMap(([name, part]) => [name, ...namesIn(part)]);
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
