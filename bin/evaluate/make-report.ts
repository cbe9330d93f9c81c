/** The whole of an evaluation, before it is shown as text, JSON or HTML. */
import type { Vignette } from '@/lib/knowledge/read-vignettes';
import { validateInput } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { twinOf } from '@/lib/triage/twin';
import { CannotStart } from '../cannot-start';
import { compareScores, type Move, type Verdict, verdicts } from './compare-scores';
import { countFigures, type Figures } from './figures';
import { judgeTargets, type Target } from './judge-targets';
import { type CaseKind, type ListedCases, listCases, mayBeNamed } from './list-cases';
import { type CaseScore, scoreCase } from './score-case';
import { isIn, makeScoreboard, type Scoreboard, type Split } from './scoreboard';

/** A knowledge base, and the git ref it was read from; null for the working tree. */
export interface Rules {
  readonly ref: string | null;
  readonly knowledgeBase: KnowledgeBase;
}

export interface Request {
  readonly vignettes: readonly Vignette[];
  readonly rules: Rules;
  /** Rules to compare with. */
  readonly before: Rules | null;
  /** What is shown, side by side. */
  readonly splits: readonly Split[];
  readonly kind: CaseKind | null;
  readonly showsValidation: boolean;
}

export interface SplitComparison {
  readonly split: Split;
  readonly before: Figures;
  readonly now: Figures;
  readonly moved: Readonly<Record<Verdict, number>>;
}

export interface Comparison {
  readonly ref: string | null;
  readonly hash: string;
  /** Cases that the questionnaire of before does not admit; they are left out. */
  readonly notAdmitted: number;
  readonly splits: readonly SplitComparison[];
  /** Those that may be named. */
  readonly moves: readonly Move[];
}

export interface Report {
  readonly hash: string;
  readonly boards: readonly Scoreboard[];
  /** Of the validation split, whatever is shown. */
  readonly targets: readonly Target[];
  /** In any split: both have to be 0. */
  readonly harm: { readonly underTriaged: number; readonly dangersMissed: number };
  readonly cases: ListedCases | null;
  readonly comparison: Comparison | null;
}

/** Throws `CannotStart` on vignettes that the questionnaire does not admit. */
export function makeReport(request: Request): Report {
  const { vignettes, rules, before, splits, kind, showsValidation } = request;
  const base = rules.knowledgeBase;
  refuseOthers(vignettes, base);
  const scores = scoreAll(vignettes, base);
  const figures = countFigures(scores);
  const shown = scores.filter((score) => splits.some((split) => isIn(split)(score)));
  return {
    hash: base.hash,
    boards: splits.map((split) => makeScoreboard(split, scores, base.reasoning.likelihoods)),
    targets: judgeTargets(countFigures(scores.filter(isIn('validation')))),
    harm: {
      underTriaged: figures.underTriage.count,
      dangersMissed: figures.dangersMissed.count,
    },
    cases: kind && listCases(shown, kind, showsValidation),
    comparison: before && compareWith(before, shown, request),
  };
}

function compareWith(
  { ref, knowledgeBase }: Rules,
  scores: readonly CaseScore[],
  { splits, showsValidation }: Request,
): Comparison {
  const now = scores.filter(({ vignette }) => isAdmitted(vignette, knowledgeBase));
  const vignettes = now.map(({ vignette }) => vignette);
  const before = scoreAll(vignettes, knowledgeBase);
  const moves = compareScores(before, now);
  return {
    ref,
    hash: knowledgeBase.hash,
    notAdmitted: scores.length - now.length,
    splits: splits.map((split) => ({
      split,
      before: countFigures(before.filter(isIn(split))),
      now: countFigures(now.filter(isIn(split))),
      moved: countVerdicts(moves.filter(({ score }) => isIn(split)(score))),
    })),
    moves: moves.filter(({ score }) => mayBeNamed(score, showsValidation)),
  };
}

function scoreAll(vignettes: readonly Vignette[], base: KnowledgeBase): CaseScore[] {
  const twin = twinOf(base);
  return vignettes.map((vignette) => scoreCase(twin, vignette));
}

function isAdmitted({ input }: Vignette, base: KnowledgeBase): boolean {
  return validateInput(base, input).ok;
}

function refuseOthers(vignettes: readonly Vignette[], base: KnowledgeBase): void {
  const refused = vignettes.filter((vignette) => !isAdmitted(vignette, base));
  if (refused.length === 0) return;
  const named = refused.filter(({ split }) => split === 'development').map(({ name }) => name);
  throw new CannotStart(
    `The questionnaire does not admit ${refused.length} vignettes: ${[...named, `${refused.length - named.length} of the validation split`].join(', ')}. \`npm test -- unit\` tells why.`,
  );
}

function countVerdicts(moves: readonly Move[]): Record<Verdict, number> {
  const [worse = 0, mixed = 0, asGood = 0, better = 0] = verdicts.map(
    (verdict) => moves.filter((move) => move.verdict === verdict).length,
  );
  return { worse, mixed, 'as-good': asGood, better };
}
