/** rules that fire -> red flags: present, excluded, or not excluded. */
import type { ExcludedFlag, OpenFlag, PresentFlag } from './assessment';
import { urgencyRank } from './disposition';
import { type Truth, type Verdicts, verdictOn } from './engine';
import { comparisonsOf, type KnowledgeBase, ruleId } from './knowledge-base';
import { sayTo, type Voice } from './voice';

export interface SortedFlags {
  readonly redFlags: readonly PresentFlag[];
  readonly notExcluded: readonly OpenFlag[];
  readonly excluded: readonly ExcludedFlag[];
}

export interface FactReader {
  /** The answer behind a fact, in words. */
  readonly describe: (fact: string) => string;
  /** The questions and findings that would settle a fact. */
  readonly settledBy: (fact: string) => readonly string[];
  /** False for what only an examination shows while nobody has examined. */
  readonly isAsked: (fact: string) => boolean;
}

/**
 * The red flags: present, not excluded, excluded; in each list the most urgent first. A flag that
 * a patient's answers do not bring, but an examination still could, is in none of them.
 */
export function sortRedFlags(
  base: KnowledgeBase,
  verdicts: Verdicts,
  voice: Voice,
  reader: FactReader,
): SortedFlags {
  const flags = base.redFlags
    .map((flag) => ({ flag, verdict: verdictOn(verdicts, ruleId.redFlag(flag.id)) }))
    .sort((a, b) => urgencyRank(a.flag.urgency) - urgencyRank(b.flag.urgency));
  const having = (truth: Truth) => flags.filter(({ verdict }) => verdict.truth === truth);
  return {
    redFlags: having(true).map(({ flag, verdict }) => ({
      id: flag.id,
      text: sayTo(flag.name, voice),
      action: sayTo(flag.action, voice),
      urgency: flag.urgency,
      condition: flag.condition,
      because: verdict.facts.map((fact) => ({ fact, text: reader.describe(fact) })),
      sources: flag.sources,
    })),
    notExcluded: having('open').map(({ flag, verdict }) => ({
      id: flag.id,
      text: sayTo(flag.name, voice),
      urgency: flag.urgency,
      condition: flag.condition,
      ask: [...new Set(verdict.facts.flatMap(reader.settledBy))],
    })),
    excluded: having(false)
      .filter(({ flag }) => comparisonsOf(flag.when).every(({ fact }) => reader.isAsked(fact)))
      .map(({ flag: { id, name, urgency } }) => ({ id, text: sayTo(name, voice), urgency })),
  };
}
