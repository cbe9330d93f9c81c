/** The way through the house: answers -> facts -> rules that fire -> Assessment. */
import type { Audience, Input } from './answers';
import type { Assessment } from './assessment';
import { evaluate } from './evaluate';
import type { Evaluation } from './evaluation';
import { guide } from './guidance';
import { describeScores } from './instruments';
import { type KnowledgeBase, ruleId } from './knowledge-base';
import { findOpenQuestions } from './open-questions';
import { phrasesOf, traceRules } from './phrases';
import { rankConditions, weighAll } from './ranking';
import { sortRedFlags } from './red-flags';
import { type RuleBook, ruleBookOf } from './rule-book';
import { giveReasons, judgeUrgency } from './urgency';

/**
 * What valid answers mean, as plain JSON. The same knowledge base, input and clock give the same
 * bytes. Throws only where json-rules-engine lost a rule.
 * @param input as `validateInput` returns it
 * @param at the clock: when the answers were given
 * @param language of the texts; English where the knowledge base has no other
 * @param wording whom the texts address: a provider reads a patient's answers in clinical words
 */
export async function assess(
  base: KnowledgeBase,
  input: Input,
  at: Date,
  language = 'en',
  wording: Audience = input.audience,
): Promise<Assessment> {
  const book = ruleBookOf(base);
  return conclude(book, input, await evaluate(book, input), at, language, wording);
}

/** The Assessment that follows from what an evaluator says of the rules. */
export function conclude(
  book: RuleBook,
  input: Input,
  evaluation: Evaluation,
  at: Date,
  language = 'en',
  wording: Audience = input.audience,
): Assessment {
  const { base } = book;
  const voice = { audience: wording, language };
  const standings = weighAll(book, evaluation.truths);
  const flags = sortRedFlags(book, input, evaluation, voice);
  const ranking = rankConditions(book, evaluation, standings, voice);
  const judged = judgeUrgency(book, evaluation, standings);
  const { urgency, urgencyCeiling } = judged;
  const urgencyReasons = giveReasons(book, evaluation, standings, judged, voice);
  const sofar = { urgency, urgencyCeiling, urgencyReasons, ...flags, ranking };
  return {
    version: 1,
    id: input.id ?? null,
    audience: input.audience,
    language,
    knowledgeBase: { version: base.version, hash: base.hash },
    assessedAt: at.toISOString(),
    scope: urgencyReasons.some(({ rule }) => rule.startsWith(ruleId.outOfScope(''))) ? 'out' : 'in',
    ...sofar,
    instruments: describeScores(book, evaluation, voice),
    ...guide(book, sofar, at, voice),
    next: findOpenQuestions(book, evaluation, sofar),
    trace: traceRules(book, evaluation.truths, phrasesOf(book, voice)),
  };
}
