/** The figures as tables for a terminal. */
import { describeApi } from './api/describe-api';
import { contenderNames } from './contender';
import { drawTable } from './draw-table';
import type { Report } from './report';
import { describeScale } from './scale/describe-scale';
import { describeWeb } from './web/describe-web';
import { describeWorklist } from './worklist/describe-worklist';

export function describeReport(report: Report): string {
  const { machine, rules, vignettes, sampled, verified } = report;
  const checked = verified === undefined ? '' : `, compared on ${verified} inputs`;
  return [
    `Node ${machine.node}, ${machine.cores} × ${machine.cpu}, load ${machine.load}; ${rules} rules, ${sampled} of ${vignettes} vignettes${checked}`,
    ...describeContenders(report),
    ...describeExploring(report),
    ...describeGrowth(report),
    ...describeMemory(report),
    ...describeBatch(report),
    ...(report.web ? [describeWeb(report.web)] : []),
    ...(report.scale ? [describeScale(report.scale)] : []),
    ...(report.api ? [describeApi(report.api)] : []),
    ...(report.worklist ? [describeWorklist(report.worklist)] : []),
    ...describeTargets(report),
  ].join('\n\n');
}

function describeContenders({ rulesOnly, fullAssessment, ratios }: Report): string[] {
  if (!rulesOnly && !fullAssessment) return [];
  const cells = (
    figures: typeof rulesOnly,
    times: typeof ratios.rulesOnly,
    name: (typeof contenderNames)[number],
  ) => {
    if (!figures) return ['', ''];
    const figure = figures[name];
    return [figure === null ? 'wrong' : figure.toLocaleString('en'), String(times?.[name] ?? '')];
  };
  const rows = contenderNames.map((name) => [
    name,
    ...cells(rulesOnly, ratios.rulesOnly, name),
    ...cells(fullAssessment, ratios.fullAssessment, name),
  ]);
  const head = ['evaluations/s of CPU', 'rules only', 'surae ×', 'Assessment', 'surae ×'];
  return [drawTable(head, rows)];
}

function describeExploring(report: Report): string[] {
  const { whatIfMs, oneAnswerMicroseconds, suppositions, ceilingAttained, adaptive } = report;
  const rows: string[][] = [];
  if (whatIfMs !== undefined) {
    rows.push([`what-if sweep of ${suppositions} answers`, `${whatIfMs} ms`]);
    rows.push(['one answer', `${oneAnswerMicroseconds} µs`]);
  }
  if (ceilingAttained) {
    const { attained, open } = ceilingAttained;
    rows.push(['ceilings that an answer does bring', `${attained} of ${open}`]);
  }
  if (adaptive) {
    const { questionsAskedMedian, questionsInOrderMedian, vignettes } = adaptive;
    rows.push(['questions asked, median', `${questionsAskedMedian} of ${questionsInOrderMedian}`]);
    rows.push(['ends on the same urgency', `${adaptive.sameUrgency} of ${vignettes}`]);
    rows.push(['ends on the same condition', `${adaptive.sameFirstCondition} of ${vignettes}`]);
    rows.push(['to choose a question', `${adaptive.chooseMs} ms`]);
  }
  return rows.length === 0 ? [] : [drawTable(['exploring', ''], rows)];
}

function describeGrowth({ growth }: Report): string[] {
  if (!growth) return [];
  const rows = growth.map(({ rules, microseconds, rulesOnlyMicroseconds, relative }) =>
    [rules, microseconds, rulesOnlyMicroseconds, relative].map((figure) =>
      figure.toLocaleString('en'),
    ),
  );
  return [drawTable(['rules', 'µs Assessment', 'µs rules only', 'time ÷ rules'], rows)];
}

function describeMemory({ memory }: Report): string[] {
  if (!memory) return [];
  const rows = [memory.asItIs, memory.enlarged].map((use) =>
    [
      use.rules,
      use.ruleBookHeapKb,
      use.twinHeapKb,
      use.bytesPerHeldEvaluation,
      use.heapMb,
      use.rssMb,
    ].map((figure) => figure.toLocaleString('en')),
  );
  const head = ['rules', 'rule book KB', 'twin KB', 'evaluation B', 'heap MB', 'RSS MB'];
  return [drawTable(head, rows)];
}

function describeBatch({ batch }: Report): string[] {
  if (!batch) return [];
  const { rows, perSecond, ownPerSecond, rechecked } = batch;
  return [
    drawTable(
      ['batch', 'rows/s, whole process', 'rows/s, its own figure', 'rechecked'],
      [[rows, perSecond, ownPerSecond, rechecked].map((figure) => figure.toLocaleString('en'))],
    ),
  ];
}

function describeTargets({ targets }: Report): string[] {
  if (targets.length === 0) return [];
  const rows = targets.map(({ what, wanted, got, reached }) => [
    what,
    wanted,
    got,
    reached ? 'reached' : 'MISSED',
  ]);
  return [drawTable(['target', 'wanted', 'got', ''], rows)];
}
