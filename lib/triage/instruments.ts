/** rules that fire -> scores, each as the range that the unknown items leave open. */
import type { AssessedInstrument } from './assessment';
import { type Facts, type Verdicts, verdictOn } from './engine';
import { type Instrument, type KnowledgeBase, ruleId } from './knowledge-base';
import { type FactValue, notApplicable, type Range } from './operators';
import { say, type Voice } from './voice';

export interface Scored {
  readonly instruments: readonly AssessedInstrument[];
  /** What the rules read: a score where the instrument applies. */
  readonly facts: Facts;
  /** The facts that an instrument still waits for. */
  readonly unknownFacts: Readonly<Record<string, readonly string[]>>;
}

/** The score of every instrument. */
export function scoreInstruments(
  base: KnowledgeBase,
  facts: Facts,
  verdicts: Verdicts,
  voice: Voice,
): Scored {
  const scored = base.instruments.map((instrument) => score(instrument, facts, verdicts, voice));
  return {
    instruments: scored.map(({ assessed }) => assessed),
    facts: Object.fromEntries(scored.map(({ assessed, fact }) => [assessed.id, fact])),
    unknownFacts: Object.fromEntries(scored.map(({ assessed, unknown }) => [assessed.id, unknown])),
  };
}

function score(instrument: Instrument, facts: Facts, verdicts: Verdicts, voice: Voice) {
  const applying = instrument.appliesWhen
    ? verdictOn(verdicts, ruleId.applies(instrument.id))
    : { truth: true as const, facts: [] };
  const { range, unknownItems, unknown } =
    applying.truth === false
      ? { range: null, unknownItems: [], unknown: [] }
      : instrument.measure
        ? readMeasure(instrument.measure, facts)
        : addItems(instrument, verdicts);
  const assessed: AssessedInstrument = {
    id: instrument.id,
    name: say(instrument.name, voice),
    applies: applying.truth === true,
    min: range?.min ?? null,
    max: range?.max ?? null,
    band: range ? bandOf(instrument, range) : null,
    unknownItems,
  };
  const waiting = applying.truth === 'open' ? applying.facts : [];
  return { assessed, fact: toFact(applying.truth, range), unknown: [...waiting, ...unknown] };
}

function toFact(applies: boolean | 'open', range: Range | null): FactValue {
  if (applies === false) return notApplicable;
  return applies === true && range ? range : undefined;
}

/** An unknown item is never zero: it widens the range by its points. */
function addItems({ id, items = [] }: Instrument, verdicts: Verdicts) {
  const verdictOf = (item: string) => verdictOn(verdicts, ruleId.item(id, item));
  const open = items.filter((item) => verdictOf(item.id).truth === 'open');
  const sum = (points: readonly number[]) => points.reduce((total, point) => total + point, 0);
  const met = sum(
    items.filter((item) => verdictOf(item.id).truth === true).map(({ points }) => points),
  );
  return {
    range: {
      min: met + sum(open.map(({ points }) => Math.min(points, 0))),
      max: met + sum(open.map(({ points }) => Math.max(points, 0))),
    },
    unknownItems: open.map((item) => item.id),
    unknown: open.flatMap((item) => verdictOf(item.id).facts),
  };
}

function readMeasure(measure: string, facts: Facts) {
  const fact = facts[measure];
  const range = typeof fact === 'object' && fact !== null && 'min' in fact ? fact : null;
  const unknown = fact === undefined ? [measure] : [];
  return { range, unknownItems: unknown, unknown };
}

/** The band that holds the whole range, if one does. */
function bandOf({ bands }: Instrument, { min, max }: Range): string | null {
  const band = bands.find(({ from = -Infinity, below = Infinity }) => min >= from && max < below);
  return band?.id ?? null;
}
