/** One vignette, and how well the tool did on it. */
import type { Vignette } from '@/lib/knowledge/read-vignettes';
import { type Input, validateInput } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import type { Assessment } from '@/lib/triage/assessment';
import { isMoreUrgent, urgencyRank } from '@/lib/triage/disposition';
import type { RedFlag } from '@/lib/triage/knowledge-base';
import type { RuleBook } from '@/lib/triage/rule-book';
import type { Likelihood, Urgency } from '@/lib/triage/schema';
import type { Twin } from '@/lib/triage/twin';

export interface CaseScore {
  readonly vignette: Vignette;
  readonly urgency: Urgency;
  /** The first conditions, the first of all first. */
  readonly leading: readonly string[];
  /** How likely the first is said to be. */
  readonly likelihood: Likelihood;
  /** The expected condition, or one that is as good, comes first; is among the first three. */
  readonly isFirst: boolean;
  readonly isWithinThree: boolean;
  /** How many levels too urgent; negative where not urgent enough. */
  readonly levelsOver: number;
  /** Less urgent than anybody could defend. */
  readonly isUnderTriaged: boolean;
  /** More urgent than anybody could defend. */
  readonly isOverTriaged: boolean;
  /** Dangers that the tool neither names nor excludes. */
  readonly missed: readonly string[];
  /** Red flags that are not as expected. */
  readonly flagsMissing: readonly string[];
  readonly flagsUnwanted: readonly string[];
  /** The rules that set the urgency. */
  readonly setBy: readonly string[];
}

/** Any clock would do: no urgency hangs on it. */
const clock = new Date(0);

/** Throws on a vignette that the questionnaire does not admit. */
export function scoreCase(twin: Twin, vignette: Vignette): CaseScore {
  const assessment = conclude(twin.book, ...evaluated(twin, vignette), clock);
  const { urgency, ranking, redFlags, urgencyReasons } = assessment;
  const { expected } = vignette;
  const good = new Set([expected.condition, ...(expected.alternatives ?? [])]);
  const leading = ranking.slice(0, 3).map(({ condition }) => condition);
  const present = new Set(redFlags.map(({ id }) => id));
  return {
    vignette,
    urgency,
    leading,
    likelihood: ranking[0]?.likelihood ?? 'less-likely',
    isFirst: good.has(leading[0] ?? ''),
    isWithinThree: leading.some((condition) => good.has(condition)),
    levelsOver: urgencyRank(expected.urgency) - urgencyRank(urgency),
    isUnderTriaged: isMoreUrgent(expected.lowest, urgency),
    isOverTriaged: isMoreUrgent(urgency, expected.highest),
    missed: (expected.notMissed ?? []).filter(
      (id) => !isNamedOrExcluded(assessment, id, twin.book),
    ),
    flagsMissing: (expected.flagsPresent ?? []).filter((id) => !present.has(id)),
    flagsUnwanted: (expected.flagsNotPresent ?? []).filter((id) => present.has(id)),
    setBy: urgencyReasons.filter((one) => one.urgency === urgency).map(({ rule }) => rule),
  };
}

function evaluated(twin: Twin, { name, input }: Vignette) {
  const checked = validateInput(twin.book.base, input);
  if (!checked.ok) throw new Error(`${name}: ${JSON.stringify(checked.faults)}`);
  return [checked.input, twin.evaluate(checked.input)] as const satisfies readonly [Input, unknown];
}

/** By a red flag, present or open or excluded, among what is plausible or comes first, or ranked lower with a reason. */
function isNamedOrExcluded(
  { redFlags, notExcluded, excluded, ranking }: Assessment,
  id: string,
  { flagsById }: RuleBook,
): boolean {
  const flags = [...redFlags, ...notExcluded, ...excluded];
  const pointsToIt = (flag?: RedFlag) => flag?.condition === id || flag?.alsoConsider.includes(id);
  if (flags.some((flag) => pointsToIt(flagsById.get(flag.id)?.flag))) return true;
  return ranking.some(
    ({ condition, plausible, likelihood, opposes }, place) =>
      condition === id &&
      (plausible || likelihood !== 'less-likely' || place < 3 || opposes.length > 0),
  );
}
