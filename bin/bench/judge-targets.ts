/** What the figures come to, beside what was aimed at. */
import type { Report, Target } from './report';

const peers = [
  'jsonRulesEngineNew',
  'jsonRulesEngineReused',
  'zen',
  'jsonLogicEngine',
  'nodeRules',
] as const;

/** The targets of those sections that were measured. */
export function judgeTargets(report: Omit<Report, 'targets'>): Target[] {
  const { ratios, whatIfMs, oneAnswerMicroseconds, growth, batchPerSecond, wrong, api } = report;
  const rules = ratios.rulesOnly;
  const targets: Target[] = [];
  const aim = (
    what: string,
    wanted: string,
    got: number | null | undefined,
    unit: string,
    reached: boolean,
  ) => {
    targets.push({
      what,
      wanted,
      got: got === null || got === undefined ? 'wrong' : `${got}${unit}`,
      reached,
    });
  };
  if (wrong) aim('contenders with other results', '0', wrong.length, '', wrong.length === 0);
  if (rules) {
    const engine = rules.jsonRulesEngineNew;
    aim('rules: times json-rules-engine', 'from 300', engine, '', (engine ?? 0) >= 300);
    const slowest = Math.min(...peers.map((name) => rules[name] ?? 0));
    aim('rules: times the nearest peer', 'above 1', slowest, '', slowest > 1);
    const hand = rules.handWritten;
    aim('rules: times hand-written code', 'from 0.25', hand, '', (hand ?? 0) >= 0.25);
  }
  if (whatIfMs !== undefined)
    aim('a full what-if sweep', 'up to 2 ms', whatIfMs, ' ms', whatIfMs <= 2);
  if (oneAnswerMicroseconds !== undefined) {
    aim('one answer', 'up to 50 µs', oneAnswerMicroseconds, ' µs', oneAnswerMicroseconds <= 50);
  }
  if (growth) {
    const worst = Math.max(...growth.map(({ relative }) => relative));
    aim('growth of time over growth of rules', 'up to 1', worst, '', worst <= 1);
  }
  if (batchPerSecond !== undefined) {
    aim('batch', 'from 10000 rows/s', batchPerSecond, ' rows/s', batchPerSecond >= 10_000);
  }
  if (api) {
    const { share } = api;
    aim('API: rate beside an empty handler', 'from 0.333', share, '', share >= 0.333);
  }
  return targets;
}
