/** Cases by name, for whoever mends the rules: those of the validation split only on demand. */
import { holds } from './figures';
import type { CaseScore } from './score-case';

export const caseKinds = ['under', 'over', 'not-first', 'not-in-three', 'missed', 'flags'] as const;
export type CaseKind = (typeof caseKinds)[number];

const isOfKind: Readonly<Record<CaseKind, (score: CaseScore) => boolean>> = {
  under: ({ isUnderTriaged, levelsOver }) => isUnderTriaged || levelsOver < 0,
  over: (score) => holds.overByTwo(score) || holds.beyondHighest(score),
  'not-first': ({ isFirst }) => !isFirst,
  'not-in-three': ({ isWithinThree }) => !isWithinThree,
  missed: holds.dangersMissed,
  flags: (score) => holds.flagsMissing(score) || holds.flagsUnwanted(score),
};

export interface ListedCases {
  readonly kind: CaseKind;
  readonly named: readonly CaseScore[];
  /** How many more there are in the validation split. */
  readonly unnamed: number;
}

export function listCases(
  scores: readonly CaseScore[],
  kind: CaseKind,
  showsValidation: boolean,
): ListedCases {
  const own = scores.filter(isOfKind[kind]);
  const named = own.filter((score) => mayBeNamed(score, showsValidation));
  return { kind, named, unnamed: own.length - named.length };
}

/** The rules must not be tuned on the validation split, so nobody reads of its cases by chance. */
export function mayBeNamed({ vignette }: CaseScore, showsValidation: boolean): boolean {
  return showsValidation || vignette.split === 'development';
}

/** Expected and got, each as a short line of text. */
export function describeCase({ vignette, urgency, leading, setBy, ...score }: CaseScore) {
  const { expected, input, name, split } = vignette;
  const { missed, flagsMissing, flagsUnwanted } = score;
  const faults = { missed, 'flags missing': flagsMissing, 'flags unwanted': flagsUnwanted };
  return {
    name,
    split,
    audience: input.audience,
    expected: `${expected.urgency} (${expected.lowest} to ${expected.highest}), ${[expected.condition, ...(expected.alternatives ?? [])].join(' or ')}`,
    got: `${urgency} by ${setBy.join(', ') || 'no rule'}, ${leading.join(' > ')}`,
    faults: Object.entries(faults).flatMap(([what, ids]) =>
      ids.length > 0 ? [`${what}: ${ids.join(', ')}`] : [],
    ),
  };
}
