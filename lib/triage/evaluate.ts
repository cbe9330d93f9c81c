/** facts -> rules that fire, by json-rules-engine, the evaluator of record. */
import type { Input } from './answers';
import { evaluateRules, type Facts, type Truth, type Verdict, verdictOn } from './engine';
import type { Evaluation } from './evaluation';
import { toFacts, withoutUnasked } from './facts';
import { factOfScore, scoreInstrument } from './instruments';
import type { RuleBook } from './rule-book';
import type { Rule } from './ruled';

/** The verdict of json-rules-engine on every rule. Throws where it lost one. */
export async function evaluate(book: RuleBook, { audience, answers }: Input): Promise<Evaluation> {
  const verdicts = new Map<string, Verdict>();
  const truths: Truth[] = [];
  const run = async (rules: readonly Rule[], facts: Facts) => {
    const judged = await evaluateRules(rules, facts);
    for (const { id, place } of rules) {
      const verdict = verdictOn(judged, id);
      verdicts.set(id, verdict);
      truths[place] = verdict.truth;
    }
  };

  const answered = toFacts(book, answers);
  await run([...book.asks.values()], answered);
  const asked = withoutUnasked(book, answered, audience, truths);
  await run(book.rules.slice(book.asks.size, book.decisionsFrom), asked);
  const scores = book.instruments.map((ruled) =>
    scoreInstrument(ruled, audience, truths, asked[ruled.instrument.measure ?? '']),
  );
  const ids = book.instruments.map(({ instrument }) => instrument.id);
  const scored = scores.map((score, place) => [ids[place], factOfScore(score)]);
  const facts = { ...asked, ...Object.fromEntries(scored) };
  await run(book.rules.slice(book.decisionsFrom), facts);
  return {
    truths,
    scores,
    isUnknown: (fact) => facts[fact] === undefined,
    factsBehind: ({ id }) => verdictOn(verdicts, id).facts,
  };
}
