/** One call of each kind of work, as often as it is called. */
import { createHash, randomUUID } from 'node:crypto';
import { appendAuditEvent } from '@/lib/intake/audit';
import { durably } from '@/lib/intake/durably';
import type { Prisma, PrismaClient } from '@/lib/intake/generated/client';
import { openIntake } from '@/lib/intake/open-intake';
import { deriveReference, hashReference, normalizeReference } from '@/lib/intake/reference';
import { expiryOf } from '@/lib/intake/retention';
import { storableJson } from '@/lib/intake/storable-json';
import { submitIntake } from '@/lib/intake/submit-intake';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { summarize } from '@/lib/summary/summarize';
import type { Input } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { readVignetteInputs, sample } from '../bench-inputs';
import type { CallerJob, Work } from './caller-job';

/** What was acknowledged, as submission key and reference; null when there is nothing left to do. */
export type Call = () => Promise<readonly [string, string] | null>;

/** What the references of a benchmark are derived from. */
const benchSecret = 'a secret that only the benchmark uses';

/** How many different assessments are made beforehand. */
const contentCount = 24;
const voice = { audience: 'clinician', language: 'en' } as const;

export async function makeCall(job: CallerJob, database: PrismaClient): Promise<Call> {
  const makers: Record<Work, () => Call | Promise<Call>> = {
    submit: () => callSubmit(job, database),
    store: () => callStore(job, database, appendAuditEvent),
    'store-own-trail': () => callStore(job, database, appendToTrailOf(job.place)),
    open: () => callOpen(job, database),
    'look-up': () => callLookUp(job, database),
  };
  return await makers[job.work]();
}

function callSubmit({ keys, place }: CallerJob, database: PrismaClient): Call {
  const base = knowledgeBase();
  const house = { database, base, secret: benchSecret };
  const inputs = readVignetteInputs(base);
  const nextInput = inTurn(inputs, place);
  const nextKey = keys.length > 0 ? onceEach(keys) : randomUUID;
  return async () => {
    const submissionKey = nextKey();
    if (!submissionKey) return null;
    // The answers follow from the key, so that the same key never comes with others.
    const { audience, answers } = keys.length > 0 ? inputOfKey(inputs, submissionKey) : nextInput();
    const submission = { submissionKey, audience, answers, unsure: [], answeredSecondsAgo: 0 };
    const result = await submitIntake(house, submission, new Date());
    if (result.outcome !== 'stored') throw new Error(`bench: ${result.outcome}`);
    return [submissionKey, result.reference];
  };
}

type Append = typeof appendAuditEvent;

/** Keep it as the transaction in `submitIntake` is. */
async function callStore({ place }: CallerJob, database: PrismaClient, append: Append) {
  // Made once for all jobs of this process.
  contents ??= makeContents();
  const nextContent = inTurn(await contents, place);
  return async () => {
    const submissionKey = randomUUID();
    const reference = deriveReference(benchSecret, submissionKey);
    const now = new Date();
    await durably(database, async (transaction) => {
      const [intake] = await transaction.intake.createManyAndReturn({
        data: {
          submissionKey,
          referenceHash: hashReference(reference),
          ...nextContent(),
          submittedAt: now,
          expiresAt: expiryOf(now),
        },
        select: { id: true },
        skipDuplicates: true,
      });
      if (!intake) throw new Error('bench: the key was taken');
      await append(transaction, { at: now, intakeId: intake.id, action: 'submitted' });
    });
    return [submissionKey, reference] as const;
  };
}

/** The same statements under a lock of its own; what it writes is not linked, so it verifies not. */
function appendToTrailOf(place: number): Append {
  return async (transaction, entry) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${BigInt(place)})`;
    const last = await transaction.auditEvent.findFirst({
      where: { clinicId: null },
      orderBy: { id: 'desc' },
      select: { hash: true },
    });
    const previousHash = sha256(`${randomUUID()} ${last?.hash}`);
    const hash = sha256(previousHash);
    await transaction.auditEvent.create({ data: { ...entry, previousHash, hash } });
  };
}

function callOpen({ references, place }: CallerJob, database: PrismaClient): Call {
  const next = inTurn(references, place);
  return async () => {
    const reference = next();
    if (!(await openIntake(database, reference, new Date()))) throw new Error('bench: not opened');
    return ['opened', reference];
  };
}

/** Keep it as the look-up in `openIntake` is. */
function callLookUp({ references, place }: CallerJob, database: PrismaClient): Call {
  const next = inTurn(references, place);
  return async () => {
    const reference = next();
    const found = await database.intake.findFirst({
      where: {
        referenceHash: hashReference(normalizeReference(reference)),
        erasedAt: null,
        expiresAt: { gt: new Date() },
      },
      select: { id: true, summary: true, submittedAt: true, expiresAt: true },
    });
    if (!found) throw new Error('bench: not found');
    return ['looked up', reference];
  };
}

type Content = Pick<
  Prisma.IntakeCreateManyInput,
  | 'audience'
  | 'answers'
  | 'unsure'
  | 'assessment'
  | 'summary'
  | 'knowledgeBaseVersion'
  | 'knowledgeBaseHash'
>;

let contents: Promise<Content[]> | undefined;

async function makeContents(): Promise<Content[]> {
  const base = knowledgeBase();
  const inputs = sample(readVignetteInputs(base), contentCount);
  const made: Content[] = [];
  for (const input of inputs) made.push(await makeContent(base, input));
  return made;
}

async function makeContent(base: KnowledgeBase, input: Input): Promise<Content> {
  const assessment = await assess(base, input, new Date(), voice.language, voice.audience);
  const summary = await summarize(base, input, assessment, voice, { unsure: [] });
  return {
    audience: input.audience,
    answers: storableJson(input.answers),
    unsure: [],
    assessment: storableJson(assessment),
    summary: storableJson(summary),
    knowledgeBaseVersion: base.version,
    knowledgeBaseHash: base.hash,
  };
}

/** One after the other, round and round; where several processes do so, each begins elsewhere. */
function inTurn<One>(list: readonly One[], place: number): () => One {
  let next = place * 17;
  return () => {
    const one = list[next % list.length];
    if (one === undefined) throw new Error('bench: there is nothing to take in turn');
    next += 1;
    return one;
  };
}

function onceEach(list: readonly string[]): () => string | undefined {
  const left = list.values();
  return () => left.next().value;
}

function inputOfKey(inputs: readonly Input[], key: string): Input {
  return inTurn(inputs, Number.parseInt(key.slice(0, 6), 16))();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
