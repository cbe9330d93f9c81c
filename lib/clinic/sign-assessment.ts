/** An open intake -> a signed version that nothing changes any more, the next one, or an error's. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { inKeyOrder } from '@/lib/intake/audit';
import { storableJson } from '@/lib/intake/storable-json';
import { summarize } from '@/lib/summary/summarize';
import type { SignedConclusion, Summary } from '@/lib/summary/summary';
import type { InputFault } from '@/lib/triage/answers';
import type { Assessment } from '@/lib/triage/assessment';
import { dispositionOf } from '@/lib/triage/disposition';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { sayTo } from '@/lib/triage/voice';
import type { ClinicHouse } from './clinic-house';
import {
  type CompleteConclusion,
  findMissing,
  isComplete,
  otherCondition,
  overrideOf,
} from './conclusion';
import { examinedInput } from './examined-input';
import { inClinic } from './in-clinic';
import { type IntakeContent, readContent } from './intake-content';
import { judge, queueKeyOf } from './judge';
import { lookAfterSigning } from './outcomes';
import { demand, type Scope } from './scope';
import { type ClinicTables, scopeDatabase } from './scoped-database';

const voice = { audience: 'clinician', language: 'en' } as const;

const reason = z.string().trim().min(1).max(1000);

/** What is sent to sign: `revision` is the one that the signer saw. */
export const signSchema = z.strictObject({
  /** Made by the browser, the same for every retry: the id of the version. */
  versionId: z.uuid().toLowerCase(),
  revision: z.int().min(0),
  /** The hash of the rules that the signer saw the assessment of. */
  knowledgeBase: z.string().max(64),
});
export const amendSchema = z.strictObject({ reason });
export const errorSchema = z.strictObject({
  versionId: z.uuid().toLowerCase(),
  revision: z.int().min(0),
  reason,
});

/** Everything that a signature stands for. */
export interface SignedContent {
  readonly intake: IntakeContent;
  readonly assessment: Assessment;
  readonly summary: Summary;
}

export type SignResult =
  | { readonly outcome: 'signed'; readonly version: number }
  | { readonly outcome: 'invalid'; readonly faults: readonly InputFault[] }
  /** No such intake in this clinic. */
  | { readonly outcome: 'missing' }
  /** It is not open, or the version's id stands for something else. */
  | { readonly outcome: 'closed' }
  /** Somebody changed it after the signer looked. */
  | { readonly outcome: 'changed' };

/**
 * Signs what the intake holds: judged afresh by json-rules-engine, summed up, stored for ever. A
 * retry is told the version that the first try made.
 * @param now the server's clock
 */
export async function signAssessment(
  { database, base }: ClinicHouse,
  scope: Scope,
  intakeId: string,
  { versionId, revision, knowledgeBase }: z.output<typeof signSchema>,
  now: Date,
): Promise<SignResult> {
  demand(scope, 'examine');
  const outside = scopeDatabase(database, scope);
  const row = await outside.clinicIntake.findUnique({ where: { id: intakeId } });
  if (!row) return { outcome: 'missing' };
  const earlier = await outside.signedVersion.findUnique({ where: { id: versionId } });
  if (earlier?.intakeId === intakeId) return { outcome: 'signed', version: earlier.version };
  if (earlier || row.state !== 'open') return { outcome: 'closed' };
  if (row.revision !== revision || base.hash !== knowledgeBase) return { outcome: 'changed' };

  const intake = readContent(row);
  const judged = await judge(base, intake, row.answeredAt);
  const { assessment } = judged;
  const { conclusion } = intake;
  if (!isComplete(conclusion, assessment)) {
    return { outcome: 'invalid', faults: findMissing(conclusion, assessment) };
  }
  if (!isConditionOf(base, conclusion.condition)) {
    const message = 'no such condition';
    return { outcome: 'invalid', faults: [{ field: 'conclusion.condition', message }] };
  }
  const last = await lastVersion(outside, intakeId);
  const courseFrom = await courseFromOf(outside, row, conclusion.condition, now);
  const version = (last?.version ?? 0) + 1;
  const signed = describeConclusion(base, conclusion, assessment, {
    signedBy: scope.userName,
    signedAt: now.toISOString(),
    version,
    amendedBecause: row.amendment,
  });
  const input = examinedInput(base, intake);
  const context = { unsure: intake.unsure, conclusion: signed };
  const summary = await summarize(base, input, assessment, voice, context);
  const content: SignedContent = { intake, assessment, summary };

  return inClinic(database, scope, async ({ tables, record }) => {
    const { count } = await tables.clinicIntake.updateMany({
      where: { id: intakeId, revision, state: 'open' },
      data: {
        state: 'signed',
        signedAt: now,
        revision: { increment: 1 },
        assessment: storableJson(assessment),
        urgency: judged.urgency,
        urgencyCeiling: judged.urgencyCeiling,
        deadline: judged.deadline,
        leading: judged.leading,
        amendment: null,
        courseFrom,
        recheckAt: lookAfterSigning(base, intake, courseFrom, now),
        queueKey: queueKeyOf(judged.urgency, row.receivedAt, row.id),
      },
    });
    if (count === 0) {
      const same = await tables.signedVersion.findUnique({ where: { id: versionId } });
      return same ? { outcome: 'signed', version: same.version } : { outcome: 'changed' };
    }
    await tables.signedVersion.create({
      data: {
        id: versionId,
        clinicId: scope.clinicId,
        intakeId,
        version,
        kind: row.amendment === null ? 'signed' : 'amended',
        reason: row.amendment,
        signedAt: now,
        signedById: scope.memberId,
        signedByName: scope.userName,
        content: storableJson(content),
        contentHash: hashContent(content),
      },
    });
    const action = row.amendment === null ? 'signed' : 'amended';
    await record({ action, at: now, intakeId, details: { version } });
    return { outcome: 'signed', version };
  });
}

/** Opens a signed intake again, to be amended: the next signature says why. */
export async function beginAmendment(
  { database }: Pick<ClinicHouse, 'database'>,
  scope: Scope,
  intakeId: string,
  { reason: because }: z.output<typeof amendSchema>,
  now: Date,
): Promise<'begun' | 'missing' | 'not-signed'> {
  demand(scope, 'examine');
  return inClinic(database, scope, async ({ tables, record }) => {
    const { count } = await tables.clinicIntake.updateMany({
      where: { id: intakeId, state: 'signed' },
      data: { state: 'open', amendment: because, recheckAt: null, revision: { increment: 1 } },
    });
    if (count === 0) return (await isThere(tables, intakeId)) ? 'not-signed' : 'missing';
    await record({ action: 'amendment-begun', at: now, intakeId });
    return 'begun';
  });
}

/** Says that an intake should never have been: it stays, marked, and what was signed stays too. */
export async function enterInError(
  { database }: Pick<ClinicHouse, 'database'>,
  scope: Scope,
  intakeId: string,
  { versionId, revision, reason: because }: z.output<typeof errorSchema>,
  now: Date,
): Promise<SignResult> {
  demand(scope, 'examine');
  return inClinic(database, scope, async ({ tables, record }) => {
    const row = await tables.clinicIntake.findUnique({ where: { id: intakeId } });
    if (!row) return { outcome: 'missing' };
    const earlier = await tables.signedVersion.findUnique({ where: { id: versionId } });
    if (earlier?.intakeId === intakeId) return { outcome: 'signed', version: earlier.version };
    if (earlier || row.state === 'enteredInError') return { outcome: 'closed' };
    if (row.revision !== revision) return { outcome: 'changed' };
    const { count } = await tables.clinicIntake.updateMany({
      where: { id: intakeId, revision: row.revision },
      data: { state: 'enteredInError', recheckAt: null, revision: { increment: 1 } },
    });
    if (count === 0) return { outcome: 'changed' };
    const version = ((await lastVersion(tables, intakeId))?.version ?? 0) + 1;
    const content = { intake: readContent(row) };
    await tables.signedVersion.create({
      data: {
        id: versionId,
        clinicId: scope.clinicId,
        intakeId,
        version,
        kind: 'enteredInError',
        reason: because,
        signedAt: now,
        signedById: scope.memberId,
        signedByName: scope.userName,
        content: storableJson(content),
        contentHash: hashContent(content),
      },
    });
    await record({ action: 'entered-in-error', at: now, intakeId, details: { version } });
    return { outcome: 'signed', version };
  });
}

/** SHA-256 of the content, in hexadecimal, whatever order its keys are in. */
export function hashContent(content: object): string {
  return createHash('sha256')
    .update(JSON.stringify(inKeyOrder(storableJson(content))))
    .digest('hex');
}

function lastVersion(tables: Pick<ClinicTables, 'signedVersion'>, intakeId: string) {
  return tables.signedVersion.findFirst({
    where: { intakeId },
    orderBy: { version: 'desc' },
    select: { version: true },
  });
}

async function isThere(tables: ClinicTables, id: string): Promise<boolean> {
  return (await tables.clinicIntake.count({ where: { id } })) > 0;
}

function isConditionOf(base: KnowledgeBase, condition: string): boolean {
  return condition === otherCondition || base.conditions.some(({ id }) => id === condition);
}

/** An amendment under the same condition does not restart its course. */
async function courseFromOf(
  tables: Pick<ClinicTables, 'signedVersion'>,
  { id: intakeId, courseFrom }: { readonly id: string; readonly courseFrom: Date | null },
  condition: string,
  now: Date,
): Promise<Date> {
  if (!courseFrom) return now;
  const same = await tables.signedVersion.count({
    where: {
      intakeId,
      signedAt: { gte: courseFrom },
      content: { path: ['intake', 'conclusion', 'condition'], equals: condition },
    },
  });
  return same > 0 ? courseFrom : now;
}

type Signature = Pick<SignedConclusion, 'signedBy' | 'signedAt' | 'version' | 'amendedBecause'>;

function describeConclusion(
  base: KnowledgeBase,
  conclusion: CompleteConclusion,
  assessment: Assessment,
  signature: Signature,
): SignedConclusion {
  const { condition, urgency, overrideReason, comment, plan } = conclusion;
  const known = base.conditions.find(({ id }) => id === condition);
  const differs = overrideOf(conclusion, assessment) ?? { condition: false, urgency: 'same' };
  const isOverride = differs.condition || differs.urgency !== 'same';
  return {
    condition: known ? sayTo(known.name, voice) : (conclusion.otherCondition ?? otherCondition),
    level: { urgency, name: sayTo(dispositionOf(base, urgency).name, voice) },
    differs,
    reason: (isOverride && overrideReason) || null,
    comment: comment ?? null,
    plan: plan ?? null,
    ...signature,
  };
}
