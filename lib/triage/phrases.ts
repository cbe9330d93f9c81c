/** The texts of a rule book in one voice, made once: assessing a million intakes says them all again. */
import type { ExcludedFlag, WeighedEvidence } from './assessment';
import type { RuleBook, RuledFlag } from './rule-book';
import { sayTo, type Voice } from './voice';

export interface Phrases {
  /** By the place of its rule: as it stands where it counts, and where a stronger one does. */
  readonly evidence: readonly (
    | { readonly counted: WeighedEvidence; readonly uncounted: WeighedEvidence }
    | undefined
  )[];
  /** In the order of the rule book. */
  readonly flags: readonly ExcludedFlag[];
}

const phrasesByBook = new WeakMap<RuleBook, Map<string, Phrases>>();

export function phrasesOf(book: RuleBook, voice: Voice): Phrases {
  const voices = phrasesByBook.get(book) ?? new Map<string, Phrases>();
  phrasesByBook.set(book, voices);
  const key = `${voice.audience} ${voice.language}`;
  const phrases = voices.get(key) ?? makePhrases(book, voice);
  voices.set(key, phrases);
  return phrases;
}

function makePhrases({ conditions, flags }: RuleBook, voice: Voice): Phrases {
  const evidence: Phrases['evidence'][number][] = [];
  for (const {
    evidence: { text, weight, sources },
    rule,
  } of conditions.flatMap((c) => c.pieces)) {
    const { likelihoodRatio, basis } = weight;
    const said = { id: rule.id, text: sayTo(text, voice), weight: likelihoodRatio, basis };
    evidence[rule.place] = {
      counted: { ...said, counted: true, sources },
      uncounted: { ...said, counted: false, sources },
    };
  }
  const sayFlag = ({ flag: { id, name, urgency } }: RuledFlag) => ({
    id,
    text: sayTo(name, voice),
    urgency,
  });
  return { evidence, flags: flags.map(sayFlag) };
}
