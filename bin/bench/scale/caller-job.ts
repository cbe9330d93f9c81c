/** What a caller process is told to do, and what it reports: messages between processes. */
import { z } from 'zod';

const works = [
  /** The real `submitIntake`, its assessment included. */
  'submit',
  /** The transaction of `submitIntake` alone, of an assessment that was made beforehand. */
  'store',
  /** The same with an audit trail for each process instead of one for all. */
  'store-own-trail',
  /** The real `openIntake`. */
  'open',
  /** Its look-up by reference alone. */
  'look-up',
] as const;

export type Work = (typeof works)[number];

const jobSchema = z.object({
  work: z.enum(works),
  url: z.string(),
  /** Connections that the process may open (`max` of PrismaPg). */
  pool: z.int(),
  /** How many call at a time, each as soon as its last call was answered. */
  callers: z.int(),
  warmUpMs: z.number(),
  measuredMs: z.number(),
  /** Submission keys to use, one after the other, until they are used up; else each is new. */
  keys: z.array(z.string()).default([]),
  /** What there is to open. */
  references: z.array(z.string()).default([]),
  /** Of this process among those that work at once. */
  place: z.int(),
});

export type CallerJob = z.output<typeof jobSchema>;

/** After a job `go` begins what is measured, and `end` closes its connections. */
export const orderSchema = z.union([jobSchema, z.enum(['go', 'end'])]);

const resultSchema = z.object({
  /** From the first call that was counted to the end of the last. */
  elapsedMs: z.number(),
  latenciesMs: z.array(z.number()),
  failuresMs: z.array(z.number()),
  /** For how long this process was stopped at most. */
  longestPauseMs: z.number(),
  /** How often each kind of failure came. */
  failures: z.record(z.string(), z.number()),
  /** Processor time of this process, in milliseconds. */
  processorMs: z.number(),
  /** What was acknowledged, in the warm-up too: submission key and reference, or what was opened. */
  acknowledged: z.array(z.tuple([z.string(), z.string()]).readonly()),
});

export type CallerResult = z.output<typeof resultSchema>;

export const answerSchema = z.union([resultSchema, z.enum(['ready', 'ended'])]);
