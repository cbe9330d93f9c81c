/** Changes to an intake: field by field, so that two may work on it, and each sent change once. */
import { z } from 'zod';
import type { Prisma } from '@/lib/intake/generated/client';
import { storableJson } from '@/lib/intake/storable-json';
import type { InputFault } from '@/lib/triage/answers';
import type { ClinicHouse } from './clinic-house';
import { inClinic } from './in-clinic';
import { type IntakeContent, readContent } from './intake-content';
import { applyChanges, type FieldValue, readField } from './intake-fields';
import { judge, queueKeyOf } from './judge';
import { demand, type Scope } from './scope';
import { type ClinicTables, scopeDatabase } from './scoped-database';

const value = z.union([z.string(), z.array(z.string()), z.number(), z.null()]);

export const changeSchema = z.strictObject({
  /** Made by the browser, the same for every retry. */
  changeId: z.uuid().toLowerCase(),
  changes: z
    .array(
      z.strictObject({
        field: z.string().min(1).max(200),
        /** What the member saw in it before. */
        was: value,
        value,
      }),
    )
    .min(1)
    .max(200)
    .refine(
      (changes) => new Set(changes.map(({ field }) => field)).size === changes.length,
      'a field may be changed only once',
    ),
});

export type ChangeRequest = z.output<typeof changeSchema>;
type Change = ChangeRequest['changes'][number];

/** A field that somebody else changed meanwhile: it stays as they left it. */
export interface Clash {
  readonly field: string;
  readonly theirs: FieldValue;
  /** Who, if that is still known. */
  readonly by: string | null;
  /** ISO 8601, UTC. */
  readonly at: string | null;
}

export type ChangeResult =
  | {
      readonly outcome: 'changed';
      readonly revision: number;
      readonly clashes: readonly Clash[];
      readonly content: Pick<IntakeContent, 'findings' | 'conclusion'>;
    }
  | { readonly outcome: 'invalid'; readonly faults: readonly InputFault[] }
  /** No such intake in this clinic. */
  | { readonly outcome: 'missing' }
  /** It is signed, or entered in error. */
  | { readonly outcome: 'closed' };

const triesMax = 8;

/**
 * Changes the fields that stand as the member saw them, judges the intake anew, and names the
 * others with who changed them. A request that was stored before changes nothing again.
 * @param now the server's clock
 */
export async function changeIntake(
  house: ClinicHouse,
  scope: Scope,
  intakeId: string,
  request: ChangeRequest,
  now: Date,
): Promise<ChangeResult> {
  demand(scope, 'examine');
  for (let tries = 0; tries < triesMax; tries += 1) {
    const result = await tryToChange(house, scope, intakeId, request, now);
    if (result !== 'overtaken') return result;
  }
  throw new Error('change-overtaken: others kept changing the intake');
}

async function tryToChange(
  { database, base }: ClinicHouse,
  scope: Scope,
  intakeId: string,
  { changeId, changes }: ChangeRequest,
  now: Date,
): Promise<ChangeResult | 'overtaken'> {
  const outside = scopeDatabase(database, scope);
  const row = await outside.clinicIntake.findUnique({ where: { id: intakeId } });
  if (!row) return { outcome: 'missing' };
  const content = readContent(row);
  const earlier = await outside.intakeChange.findUnique({ where: { id: changeId } });
  if (earlier && earlier.intakeId !== intakeId) return { outcome: 'closed' };
  if (earlier) return tellEarlier(outside, row, content, changes);
  if (row.state !== 'open') return { outcome: 'closed' };

  const [free, clashing] = splitClashes(content, changes);
  const applied = applyChanges(base, content, free);
  if (!applied.ok) return { outcome: 'invalid', faults: applied.faults };
  const next = applied.content;
  const judged = await judge(base, next, row.answeredAt);

  return inClinic(database, scope, async ({ tables, record }) => {
    const { count } = await tables.clinicIntake.updateMany({
      where: { id: intakeId, revision: row.revision, state: 'open' },
      data: {
        findings: storableJson(next.findings),
        conclusion: storableJson(next.conclusion),
        revision: { increment: 1 },
        ...judged,
        assessment: storableJson(judged.assessment),
        queueKey: queueKeyOf(judged.urgency, row.receivedAt, row.id),
      },
    });
    if (count === 0) return 'overtaken';
    const fields = Object.fromEntries(
      free.map(({ field, value: to }) => [field, { from: readField(content, field), to }]),
    );
    const stored = await tables.intakeChange.createMany({
      data: [
        {
          id: changeId,
          clinicId: scope.clinicId,
          intakeId,
          memberId: scope.memberId,
          at: now,
          fields: storableJson(fields),
        },
      ],
      skipDuplicates: true,
    });
    if (stored.count === 0) throw new Error('change-id-taken: it stands for another change');
    const details: Prisma.InputJsonObject = { fields: free.map(({ field }) => field) };
    if (free.length > 0) await record({ action: 'changed', at: now, intakeId, details });
    return {
      outcome: 'changed',
      revision: row.revision + 1,
      clashes: await describeClashes(tables, intakeId, content, clashing),
      content: next,
    };
  });
}

/** What a retry is told: how the intake stands now, and which of its fields say something else. */
async function tellEarlier(
  tables: ClinicTables,
  row: { readonly id: string; readonly revision: number },
  content: IntakeContent,
  changes: readonly Change[],
): Promise<ChangeResult> {
  const overtaken = changes.filter(
    ({ field, value: is }) => !isSame(readField(content, field), is),
  );
  return {
    outcome: 'changed',
    revision: row.revision,
    clashes: await describeClashes(tables, row.id, content, overtaken),
    content,
  };
}

function splitClashes(content: IntakeContent, changes: readonly Change[]): [Change[], Change[]] {
  const clashing = changes.filter(({ field, was, value: is }) => {
    const current = readField(content, field);
    return !isSame(current, was) && !isSame(current, is);
  });
  return [changes.filter((change) => !clashing.includes(change)), clashing];
}

async function describeClashes(
  tables: ClinicTables,
  intakeId: string,
  content: IntakeContent,
  changes: readonly Change[],
): Promise<Clash[]> {
  if (changes.length === 0) return [];
  const history = await tables.intakeChange.findMany({
    where: { intakeId },
    orderBy: { at: 'desc' },
    select: { memberId: true, at: true, fields: true },
    take: 200,
  });
  const members = await tables.member.findMany({
    where: { id: { in: history.map(({ memberId }) => memberId) } },
    select: { id: true, user: { select: { name: true } } },
  });
  return changes.map(({ field }) => {
    const last = history.find(({ fields }) => isRecord(fields) && field in fields);
    const by = members.find(({ id }) => id === last?.memberId)?.user.name ?? null;
    return {
      field,
      theirs: readField(content, field),
      by,
      at: last?.at.toISOString() ?? null,
    };
  });
}

function isSame(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** The order in which options were ticked says nothing. */
function sorted(given: FieldValue): unknown {
  return typeof given === 'object' && given !== null ? [...given].sort() : given;
}

function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null;
}
