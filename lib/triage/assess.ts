/** The way through the house: answers -> facts -> rules that fire -> Assessment. */
import type { Audience, Input } from './answers';
import type { Assessment } from './assessment';
import { describeFact } from './describe-answer';
import { evaluateRules } from './engine';
import { deriveFacts } from './facts';
import { scoreInstruments } from './instruments';
import { decisionRules, instrumentRules, type KnowledgeBase, ruleId } from './knowledge-base';
import { findNextQuestions } from './next-question';
import { rankConditions } from './ranking';
import { sortRedFlags } from './red-flags';
import { guide } from './referral';
import { judgeUrgency } from './urgency';

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
  const voice = { audience: wording, language };

  const answered = await deriveFacts(base, input);
  const itemVerdicts = await evaluateRules(instrumentRules(base), answered);
  const scored = scoreInstruments(base, answered, itemVerdicts, voice);
  const facts = { ...answered, ...scored.facts };
  const verdicts = await evaluateRules(decisionRules(base), facts);

  const questions = new Set(base.questions.map(({ id }) => id));
  const flags = sortRedFlags(base, verdicts, voice, {
    describe: (fact) => describeFact(base, fact, input.answers[fact], voice),
    settledBy: (fact) => scored.unknownFacts[fact] ?? [fact],
    isAsked: (fact) =>
      input.audience === 'clinician' || fact in input.answers || questions.has(fact),
  });
  const ranking = rankConditions(base, verdicts, flags.redFlags, voice);
  const judged = judgeUrgency(base, facts, verdicts, voice);
  const sofar = { ...judged, ...flags, ranking };
  return {
    version: 1,
    id: input.id ?? null,
    audience: input.audience,
    language,
    knowledgeBase: { version: base.version, hash: base.hash },
    assessedAt: at.toISOString(),
    scope: judged.urgencyReasons.some(({ rule }) => rule.startsWith(ruleId.outOfScope('')))
      ? 'out'
      : 'in',
    ...sofar,
    instruments: scored.instruments,
    ...guide(base, sofar, at, voice),
    next: findNextQuestions(base, facts, verdicts, sofar),
    trace: [...itemVerdicts, ...verdicts].map(([rule, { truth }]) => ({ rule, fired: truth })),
  };
}
