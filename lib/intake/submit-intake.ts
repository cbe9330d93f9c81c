/** A submission -> an intake that is stored for ever the same, and the reference that opens it. */
import { isDeepStrictEqual } from 'node:util';
import { summarize } from '@/lib/summary/summarize';
import { type Input, type InputFault, validateInput } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { appendAuditEvent } from './audit';
import { durably } from './durably';
import type { Intake, PrismaClient } from './generated/client';
import { deriveReference, hashReference } from './reference';
import { expiryOf } from './retention';
import { storableJson } from './storable-json';
import type { Submission } from './submission';

export interface IntakeHouse {
  readonly database: PrismaClient;
  readonly base: KnowledgeBase;
  /** What references are derived from. */
  readonly secret: string;
}

export type SubmitResult =
  | {
      readonly outcome: 'stored';
      /** False where an earlier try had stored it. */
      readonly isNew: boolean;
      readonly reference: string;
      readonly expiresAt: Date;
    }
  | { readonly outcome: 'invalid'; readonly faults: readonly InputFault[] }
  /** The key already stands for other answers. */
  | { readonly outcome: 'conflict' }
  /** It was withdrawn, or has expired, since. */
  | { readonly outcome: 'gone' };

/** What the provider reads. */
const voice = { audience: 'clinician', language: 'en' } as const;

/**
 * Stores a submission once, however often and from however many servers at once it comes: every
 * try is told the same reference. The assessment is made here; what is returned is on disk.
 * @param now the server's clock
 */
export async function submitIntake(
  house: IntakeHouse,
  submission: Submission,
  now: Date,
): Promise<SubmitResult> {
  const earlier = await findEarlier(house, submission, now);
  if (earlier) return earlier;

  const { audience, answers, unsure } = submission;
  const checked = validateInput(house.base, { audience, answers });
  const faults = [
    ...(checked.ok ? [] : checked.faults),
    ...findUnsureFaults(house.base, submission),
  ];
  if (!checked.ok || faults.length > 0) return { outcome: 'invalid', faults };

  const { submissionKey } = submission;
  const reference = deriveReference(house.secret, submissionKey);
  const expiresAt = expiryOf(now);
  const content = await assessSubmission(house.base, checked.input, submission, now);
  const isNew = await durably(house.database, async (transaction) => {
    const [intake] = await transaction.intake.createManyAndReturn({
      data: {
        submissionKey,
        referenceHash: hashReference(reference),
        audience,
        answers: storableJson(checked.input.answers),
        unsure: storableJson(unsure),
        ...content,
        knowledgeBaseVersion: house.base.version,
        knowledgeBaseHash: house.base.hash,
        submittedAt: now,
        expiresAt,
      },
      select: { id: true },
      skipDuplicates: true,
    });
    if (!intake) return false;
    await appendAuditEvent(transaction, { at: now, intakeId: intake.id, action: 'submitted' });
    return true;
  });
  if (isNew) return { outcome: 'stored', isNew, reference, expiresAt };

  const simultaneous = await findEarlier(house, submission, now);
  if (simultaneous) return simultaneous;
  throw new Error('intake-vanished: its key was taken, and then was not there');
}

/** What a retry is told: null where this is the first try. */
async function findEarlier(
  { database, secret }: IntakeHouse,
  submission: Submission,
  now: Date,
): Promise<SubmitResult | null> {
  const { submissionKey } = submission;
  const intake = await database.intake.findUnique({ where: { submissionKey } });
  if (!intake) return null;
  if (intake.erasedAt !== null || intake.expiresAt <= now) return { outcome: 'gone' };
  if (!isSame(intake, submission)) return { outcome: 'conflict' };
  const reference = deriveReference(secret, submissionKey);
  if (hashReference(reference) !== intake.referenceHash) {
    throw new Error('reference-secret-changed: the reference of an earlier try cannot be told');
  }
  return { outcome: 'stored', isNew: false, reference, expiresAt: intake.expiresAt };
}

function isSame(intake: Intake, { audience, answers, unsure }: Submission): boolean {
  return isDeepStrictEqual(
    { audience: intake.audience, answers: intake.answers, unsure: intake.unsure },
    { audience, answers, unsure },
  );
}

/** What is wrong with the questions answered "not sure", by field. */
export function findUnsureFaults(
  base: KnowledgeBase,
  { unsure, answers }: Submission,
): InputFault[] {
  const known = new Set(base.questions.map(({ id }) => id));
  return unsure.flatMap((id, place) => {
    if (known.has(id) && !(id in answers)) return [];
    const message = known.has(id) ? 'answered as well' : 'no such question';
    return [{ field: `unsure.${place}`, message }];
  });
}

async function assessSubmission(
  base: KnowledgeBase,
  input: Input,
  { unsure, answeredSecondsAgo }: Submission,
  now: Date,
) {
  const at = new Date(now.getTime() - answeredSecondsAgo * 1000);
  const assessment = await assess(base, input, at, voice.language, voice.audience);
  const summary = await summarize(base, input, assessment, voice, { unsure });
  return { assessment: storableJson(assessment), summary: storableJson(summary) };
}
