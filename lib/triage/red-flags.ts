/** rules that fire -> red flags: present, excluded, or not excluded. */
import type { Input } from './answers';
import type { ExcludedFlag, OpenFlag, PresentFlag } from './assessment';
import { describeFact } from './describe-answer';
import { urgencyRank } from './disposition';
import type { Truth } from './engine';
import type { Evaluation } from './evaluation';
import { unknownFactsOf } from './instruments';
import type { RedFlag } from './knowledge-base';
import { phrasesOf } from './phrases';
import type { RuleBook } from './rule-book';
import type { RuledFlag } from './ruled';
import type { Urgency } from './schema';
import { sayTo, type Voice } from './voice';

export interface SortedFlags {
  readonly redFlags: readonly PresentFlag[];
  readonly notExcluded: readonly OpenFlag[];
  readonly excluded: readonly ExcludedFlag[];
}

/**
 * The red flags: present, not excluded, excluded; in each list the most urgent first. A flag that
 * a patient's answers do not bring, but an examination still could, is in none of them.
 */
export function sortRedFlags(
  book: RuleBook,
  { audience, answers }: Input,
  evaluation: Evaluation,
  voice: Voice,
): SortedFlags {
  const { truths, factsBehind } = evaluation;
  const phrases = phrasesOf(book, voice);
  const redFlags: PresentFlag[] = [];
  const notExcluded: OpenFlag[] = [];
  const excluded: ExcludedFlag[] = [];
  let hasMilderForms = false;
  for (let place = 0; place < book.flags.length; place += 1) {
    const ruled = book.flags[place];
    const said = phrases.flags[place];
    if (!ruled || !said) continue;
    const { flag, rule, examined, readsScore } = ruled;
    const truth = truths[rule.place];
    if (truth === false) {
      const isAsked = audience === 'clinician' || examined.every((fact) => fact in answers);
      if (isAsked) excluded.push(said);
      continue;
    }
    const { id, text } = said;
    const { condition } = flag;
    const { urgency, action, sources } = formOf(ruled, truths);
    hasMilderForms ||= urgency !== flag.urgency;
    const behind = factsBehind(rule);
    if (truth === true) {
      const because = behind.map((fact) => ({
        fact,
        text: describeFact(book, fact, answers[fact], voice),
      }));
      const toDo = sayTo(action, voice);
      redFlags.push({ id, text, action: toDo, urgency, condition, because, sources });
    } else {
      const ask = readsScore ? settledBy(book, evaluation, behind) : behind;
      notExcluded.push({ id, text, urgency, condition, ask });
    }
  }
  if (hasMilderForms) {
    redFlags.sort(byUrgency);
    notExcluded.sort(byUrgency);
  }
  return { redFlags, notExcluded, excluded };
}

/** The milder form where it is known that the flag takes it. */
export function formOf({ flag, milder }: RuledFlag, truths: readonly Truth[]): RedFlagForm {
  const isMilder = milder !== null && truths[milder.place] === true;
  return isMilder && flag.milder ? flag.milder : flag;
}

/** What a red flag comes to in each of its forms. */
type RedFlagForm = Pick<RedFlag, 'urgency' | 'action' | 'sources' | 'pins'>;

function byUrgency(a: { readonly urgency: Urgency }, b: { readonly urgency: Urgency }): number {
  return urgencyRank(a.urgency) - urgencyRank(b.urgency);
}

/** The questions and findings that would settle these facts, each once. */
function settledBy(book: RuleBook, evaluation: Evaluation, facts: readonly string[]): string[] {
  const settling: string[] = [];
  for (const fact of facts) {
    const fields = book.fields.has(fact) ? [fact] : settleScore(book, evaluation, fact);
    for (const field of fields) if (!settling.includes(field)) settling.push(field);
  }
  return settling;
}

function settleScore(book: RuleBook, evaluation: Evaluation, id: string): readonly string[] {
  const place = book.instruments.findIndex(({ instrument }) => instrument.id === id);
  const ruled = book.instruments[place];
  const score = evaluation.scores[place];
  return ruled && score ? unknownFactsOf(ruled, score, evaluation) : [];
}
