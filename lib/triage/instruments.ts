/** rules that fire -> scores, each as the range that the unknown items leave open. */
import type { Audience } from './answers';
import type { AssessedInstrument } from './assessment';
import type { Truth } from './engine';
import type { Evaluation, Score } from './evaluation';
import type { Instrument } from './knowledge-base';
import { type FactValue, isRange, notApplicable, type Range } from './operators';
import type { RuleBook } from './rule-book';
import type { RuledInstrument } from './ruled';
import { say, type Voice } from './voice';

/**
 * The score of an instrument. An unknown item is never zero: it widens the range by its points.
 * @param audience a patient examines nobody
 * @param measured the answer that the instrument measures, if it measures one
 */
export function scoreInstrument(
  { instrument, applies, items }: RuledInstrument,
  audience: Audience,
  truths: readonly Truth[],
  measured: FactValue,
): Score {
  const isExamined = audience === 'clinician' || !instrument.examination;
  const applying = isExamined && (applies ? (truths[applies.place] ?? 'open') : true);
  if (applying === false) return { applies: applying, range: null, open: [] };
  if (instrument.measure !== undefined) {
    return { applies: applying, range: isRange(measured) ? measured : null, open: [] };
  }
  let min = 0;
  let max = 0;
  for (const { rule, points } of items) {
    const truth = truths[rule.place];
    if (truth === true || (truth === 'open' && points < 0)) min += points;
    if (truth === true || (truth === 'open' && points > 0)) max += points;
  }
  const open = items.filter(({ rule }) => truths[rule.place] === 'open');
  return { applies: applying, range: { min, max }, open };
}

/** What the rules read: the score, once it is certain that the instrument applies. */
export function factOfScore({ applies, range }: Score): FactValue {
  if (applies === false) return notApplicable;
  return applies === true && range ? range : undefined;
}

/** The facts that an instrument still waits for. */
export function unknownFactsOf(
  { instrument: { measure }, applies }: RuledInstrument,
  score: Score,
  { factsBehind, isUnknown }: Pick<Evaluation, 'factsBehind' | 'isUnknown'>,
): string[] {
  if (score.applies === false) return [];
  const waiting = applies && score.applies === 'open' ? factsBehind(applies) : [];
  const measured = measure !== undefined && isUnknown(measure) ? [measure] : [];
  return [...waiting, ...measured, ...score.open.flatMap(({ rule }) => factsBehind(rule))];
}

/** Every score in words. */
export function describeScores(
  { instruments }: RuleBook,
  { scores, isUnknown }: Pick<Evaluation, 'scores' | 'isUnknown'>,
  voice: Voice,
): AssessedInstrument[] {
  return instruments.flatMap(({ instrument }, place) => {
    const score = scores[place];
    if (!score) return [];
    const { applies, range, open } = score;
    const { measure } = instrument;
    const isMeasureOpen = applies !== false && measure !== undefined && isUnknown(measure);
    return {
      id: instrument.id,
      name: say(instrument.name, voice),
      applies: applies === true,
      min: range?.min ?? null,
      max: range?.max ?? null,
      band: range ? bandOf(instrument, range) : null,
      unknownItems: isMeasureOpen ? [measure] : open.map(({ id }) => id),
    };
  });
}

/** The band that holds the whole range, if one does. */
function bandOf({ bands }: Instrument, { min, max }: Range): string | null {
  const band = bands.find(({ from = -Infinity, below = Infinity }) => min >= from && max < below);
  return band?.id ?? null;
}
