/** A contender out of a rule engine that judges the rules of one stage at a time. */
import type { Input } from '@/lib/triage/answers';
import type { Evaluation } from '@/lib/triage/evaluation';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { type RuleBook, ruleBookOf } from '@/lib/triage/rule-book';
import type { Rule } from '@/lib/triage/ruled';
import type { Contender, ContenderName } from './contender';
import { type FactSheets, makeFactSheets, type Sheets } from './fact-sheets';
import { plainEvaluation } from './plain-evaluation';
import { makeStages, type Run, type Stages } from './stages';

/** Writes the truths of a stage's rules into the run. */
export type JudgeStage<Result> = (run: Run, sheets: Sheets) => Result;

type BuildStage<Result> = (rules: readonly Rule[], sheetsOf: FactSheets) => JudgeStage<Result>;

interface Prepared<Result> {
  readonly stages: Stages;
  readonly sheetsOf: FactSheets;
  readonly judges: readonly JudgeStage<Result>[];
}

/** Of an engine that answers at once. */
export function makeStagedContender(
  name: ContenderName,
  base: KnowledgeBase,
  build: BuildStage<void>,
): Contender {
  const prepared = prepare(ruleBookOf(base), build);
  const run = (input: Input): Run => {
    const now = prepared.stages.begin(input);
    const sheets = prepared.sheetsOf.make(now.facts);
    for (let stage = 0; stage < prepared.judges.length; stage += 1) {
      betweenStages(prepared, stage, now, sheets);
      prepared.judges[stage]?.(now, sheets);
    }
    return now;
  };
  return { name, judge: (input) => run(input).truths, evaluate: (input) => conclude(run(input)) };
}

/** Of an engine that knows promises only. */
export function makeAwaitedContender(
  name: ContenderName,
  base: KnowledgeBase,
  build: BuildStage<Promise<void>>,
): Contender {
  const prepared = prepare(ruleBookOf(base), build);
  const run = async (input: Input): Promise<Run> => {
    const now = prepared.stages.begin(input);
    const sheets = prepared.sheetsOf.make(now.facts);
    for (let stage = 0; stage < prepared.judges.length; stage += 1) {
      betweenStages(prepared, stage, now, sheets);
      await prepared.judges[stage]?.(now, sheets);
    }
    return now;
  };
  return {
    name,
    judge: async (input) => (await run(input)).truths,
    evaluate: async (input) => conclude(await run(input)),
  };
}

function prepare<Result>(book: RuleBook, build: BuildStage<Result>): Prepared<Result> {
  const stages = makeStages(book);
  const sheetsOf = makeFactSheets(book);
  return { stages, sheetsOf, judges: stages.rules.map((rules) => build(rules, sheetsOf)) };
}

function betweenStages(
  { stages, sheetsOf }: Prepared<unknown>,
  stage: number,
  now: Run,
  sheets: Sheets,
): void {
  if (stage === 1) sheetsOf.update(sheets, now.facts, stages.leaveOut(now));
  if (stage === 2) sheetsOf.update(sheets, now.facts, stages.score(now));
}

function conclude({ truths, scores, facts }: Run): Evaluation {
  return plainEvaluation(truths, scores, facts);
}
