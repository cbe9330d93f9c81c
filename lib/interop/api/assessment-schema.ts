/** The form of an Assessment, for those who read it elsewhere; `Assessment` is held against it. */
import { z } from 'zod';
import { audiences } from '../../triage/answers';
import type { Assessment } from '../../triage/assessment';
import {
  rehabilitationOptionIds,
  rehabilitationStatuses,
  urgencyLevels,
} from '../../triage/schema';

const urgency = z.enum(urgencyLevels);
const citations = z.array(z.strictObject({ id: z.string(), at: z.string().optional() }));
const ids = z.array(z.string());
const texts = z.array(z.string());
const truth = z.union([z.boolean(), z.literal('open')]);

const evidence = z.array(
  z.strictObject({
    id: z.string(),
    text: z.string(),
    weight: z.number().describe('What it multiplies the odds by'),
    basis: z.enum(['published', 'consensus']),
    counted: z.boolean(),
    sources: citations,
  }),
);

export const assessmentSchema = z.strictObject({
  version: z.literal(1).describe('Of this form, not of the knowledge base'),
  id: z.string().nullable(),
  audience: z.enum(audiences),
  language: z.string(),
  knowledgeBase: z.strictObject({ version: z.string(), hash: z.string() }),
  assessedAt: z.iso.datetime(),
  scope: z.enum(['in', 'out']).describe('out: the tool is not made for this person or part'),
  urgency: urgency.describe('How soon somebody has to be seen'),
  urgencyCeiling: urgency.describe('The worst that any way of filling in the unknown could bring'),
  urgencyReasons: z.array(z.strictObject({ rule: z.string(), text: z.string(), urgency })),
  redFlags: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      action: z.string(),
      urgency,
      condition: z.string().nullable(),
      because: z.array(z.strictObject({ fact: z.string(), text: z.string() })),
      sources: citations,
    }),
  ),
  notExcluded: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      urgency,
      condition: z.string().nullable(),
      ask: ids.describe('The questions and findings that would settle it'),
    }),
  ),
  excluded: z.array(z.strictObject({ id: z.string(), text: z.string(), urgency })),
  ranking: z.array(
    z.strictObject({
      condition: z.string(),
      name: z.string(),
      likelihood: z.enum(['very-likely', 'likely', 'possible', 'less-likely']),
      logOdds: z.number(),
      pinned: z.boolean().describe('A red flag that is present points to it'),
      plausible: z.boolean(),
      supports: evidence,
      opposes: evidence,
      open: evidence,
    }),
  ),
  instruments: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      applies: z.boolean(),
      min: z.number().nullable(),
      max: z.number().nullable(),
      band: z.string().nullable(),
      unknownItems: ids,
    }),
  ),
  referral: z.strictObject({
    to: z.string(),
    timeFrame: z.string(),
    tests: texts,
    notTests: texts,
    therapy: z.string().nullable(),
    practiceBasis: z.enum(['published', 'consensus']).nullable(),
    clock: z.strictObject({ deadline: z.iso.datetime(), why: z.string() }).nullable(),
    condition: z.string().nullable(),
  }),
  advice: texts,
  avoid: texts,
  safetyNet: texts,
  rehabilitation: z.array(
    z.strictObject({
      option: z.enum(rehabilitationOptionIds),
      name: z.string(),
      status: z.enum(rehabilitationStatuses),
      note: z.string(),
    }),
  ),
  recovery: z.string().nullable(),
  milestones: z.array(
    z.strictObject({
      to: z.enum(['walking', 'work', 'running', 'sport']),
      text: z.string(),
      basis: z.enum(['published', 'consensus']),
    }),
  ),
  next: z.array(
    z.strictObject({
      question: z.string(),
      why: z.string(),
      couldChange: z.enum(['urgency', 'ranking']),
    }),
  ),
  trace: z.array(z.strictObject({ rule: z.string(), fired: truth })),
}) satisfies z.ZodType<Assessment>;
