/** The texts of a rule book in one voice, made once: assessing a million intakes says them all again. */
import type { Assessment, ExcludedFlag, WeighedEvidence } from './assessment';
import type { Truth } from './engine';
import type { RuleBook } from './rule-book';
import type { RuledFlag } from './ruled';
import { sayTo, type Voice } from './voice';

export interface Phrases {
  /** The place of the voice among those of the rule book. */
  readonly place: number;
  /** By piece of evidence: as it stands where it counts, and where it does not. */
  readonly counted: readonly WeighedEvidence[];
  readonly uncounted: readonly WeighedEvidence[];
  /** By condition. */
  readonly names: readonly string[];
  /** In the order of the rule book. */
  readonly flags: readonly ExcludedFlag[];
  /** By the place of a rule: its line of the trace, for each truth. */
  readonly traces: {
    readonly yes: readonly TraceLine[];
    readonly no: readonly TraceLine[];
    readonly open: readonly TraceLine[];
  };
}

type TraceLine = Assessment['trace'][number];

const phrasesByBook = new WeakMap<RuleBook, Map<string, Phrases>>();

export function phrasesOf(book: RuleBook, voice: Voice): Phrases {
  const voices = phrasesByBook.get(book) ?? new Map<string, Phrases>();
  phrasesByBook.set(book, voices);
  const key = `${voice.audience} ${voice.language}`;
  const phrases = voices.get(key) ?? makePhrases(book, voice, voices.size);
  voices.set(key, phrases);
  return phrases;
}

function makePhrases({ conditions, flags, rules }: RuleBook, voice: Voice, place: number): Phrases {
  const say = (isCounted: boolean) =>
    conditions
      .flatMap(({ pieces }) => pieces)
      .map(({ evidence: { text, weight, sources }, rule }) => ({
        id: rule.id,
        text: sayTo(text, voice),
        weight: weight.likelihoodRatio,
        basis: weight.basis,
        counted: isCounted,
        sources,
      }));
  const sayFlag = ({ flag: { id, name, urgency } }: RuledFlag) => ({
    id,
    text: sayTo(name, voice),
    urgency,
  });
  const traces = {
    yes: rules.map(({ id }) => ({ rule: id, fired: true as const })),
    no: rules.map(({ id }) => ({ rule: id, fired: false as const })),
    open: rules.map(({ id }) => ({ rule: id, fired: 'open' as const })),
  };
  return {
    place,
    counted: say(true),
    uncounted: say(false),
    names: conditions.map(({ condition }) => sayTo(condition.name, voice)),
    flags: flags.map(sayFlag),
    traces,
  };
}

/** What every rule said, in the order of the rule book; the rules on what is asked are left out. */
export function traceRules(
  { asks }: RuleBook,
  truths: readonly Truth[],
  { traces }: Phrases,
): Assessment['trace'] {
  const from = asks.size;
  // Most rules say no.
  const trace = traces.no.slice(from);
  for (let at = 0; at < trace.length; at += 1) {
    const truth = truths[from + at];
    if (truth === false) continue;
    const line = (truth === true ? traces.yes : traces.open)[from + at];
    if (line) trace[at] = line;
  }
  return trace;
}
