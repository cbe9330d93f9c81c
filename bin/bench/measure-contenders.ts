/** Every contender on every vignette: the rules alone, and the whole Assessment. */
import type { Input } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import type { Evaluation } from '@/lib/triage/evaluation';
import type { RuleBook } from '@/lib/triage/rule-book';
import type { ByContender, Contender, ContenderName } from './contender';
import { assessedAt } from './find-wrong';
import { roundTo } from './median';
import { type Runner, race } from './race';

/** Evaluations a second of processor time, from an input's answers to the truth of every rule. */
export function measureRulesOnly(
  contenders: readonly Contender[],
  inputs: readonly Input[],
  wrong: readonly ContenderName[],
): Promise<ByContender> {
  const runners = contenders.map(({ name, judge }) => ({
    name,
    pass: () => runOver(inputs, judge, () => {}),
  }));
  return perSecond(runners, wrong);
}

/** Evaluations a second of processor time, from an input's answers to the Assessment. */
export function measureFullAssessment(
  book: RuleBook,
  contenders: readonly Contender[],
  inputs: readonly Input[],
  wrong: readonly ContenderName[],
): Promise<ByContender> {
  const finish = (evaluation: Evaluation, input: Input) => {
    conclude(book, input, evaluation, assessedAt);
  };
  const runners = contenders.map(({ name, evaluate }) => ({
    name,
    pass: () => runOver(inputs, evaluate, finish),
  }));
  return perSecond(runners, wrong);
}

/** One after the other, never two at a time; those that answer at once pay for no promise. */
function runOver<Result>(
  inputs: readonly Input[],
  run: (input: Input) => Result | Promise<Result>,
  finish: (result: Result, input: Input) => void,
): number | Promise<number> {
  for (const [place, input] of inputs.entries()) {
    const result = run(input);
    if (result instanceof Promise) return runAwaiting(inputs, place, result, run, finish);
    finish(result, input);
  }
  return inputs.length;
}

async function runAwaiting<Result>(
  inputs: readonly Input[],
  from: number,
  first: Promise<Result>,
  run: (input: Input) => Result | Promise<Result>,
  finish: (result: Result, input: Input) => void,
): Promise<number> {
  for (const [place, input] of inputs.entries()) {
    if (place < from) continue;
    finish(await (place === from ? first : run(input)), input);
  }
  return inputs.length;
}

async function perSecond(
  runners: readonly Runner<ContenderName>[],
  wrong: readonly ContenderName[],
): Promise<ByContender> {
  const microseconds = await race(runners);
  const rateOf = (name: ContenderName) => {
    const each = microseconds.get(name);
    return each === undefined || wrong.includes(name) ? null : roundTo(4, 1e6 / each);
  };
  return {
    surae: rateOf('surae'),
    jsonRulesEngineNew: rateOf('jsonRulesEngineNew'),
    jsonRulesEngineReused: rateOf('jsonRulesEngineReused'),
    zen: rateOf('zen'),
    jsonLogicEngine: rateOf('jsonLogicEngine'),
    nodeRules: rateOf('nodeRules'),
    handWritten: rateOf('handWritten'),
  };
}
