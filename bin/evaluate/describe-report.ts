/** An evaluation as text for a terminal. */
import { urgencyLevels } from '@/lib/triage/schema';
import { drawTable } from '../bench/draw-table';
import { type FigureId, figureIds, figureTitles } from './figures';
import { describeCase, type ListedCases } from './list-cases';
import type { Comparison, Report } from './make-report';
import type { Scoreboard } from './scoreboard';
import { showInterval, showPercent, showShare } from './share';

export function describeReport({ boards, targets, cases, comparison }: Report): string {
  const parts = [
    figuresOf(boards),
    ...boards.flatMap((board) => [
      `${board.split}: urgency, expected (rows) and got`,
      urgencyOf(board),
      `${board.split}: how likely the first condition was said to be, and how often it was right`,
      calibrationOf(board),
      `${board.split}: by condition`,
      conditionsOf(board),
    ]),
    ...(cases ? [listOf(cases)] : []),
    ...(comparison ? [comparisonOf(comparison)] : []),
    drawTable(
      ['target, of the validation split', 'wanted', 'got', ''],
      targets.map(({ title, wanted, got, isReached }) => [
        title,
        wanted,
        showShare(got),
        isReached ? 'reached' : 'MISSED',
      ]),
    ),
  ];
  return parts.join('\n\n');
}

function figuresOf(boards: readonly Scoreboard[]): string {
  const columns = boards.flatMap(({ split, cases, figures, audiences }) => [
    { title: `${split} (${cases})`, figures, hasInterval: true },
    ...audiences.map((one) => ({ title: one.audience, figures: one.figures, hasInterval: false })),
  ]);
  const row = (id: FigureId) => [
    figureTitles[id],
    ...columns.map(({ figures, hasInterval }) =>
      hasInterval
        ? `${showShare(figures[id])} ${showInterval(figures[id])}`
        : showPercent(figures[id].of === 0 ? 0 : figures[id].count / figures[id].of),
    ),
  ];
  return drawTable(['', ...columns.map(({ title }) => title)], figureIds.map(row));
}

function urgencyOf({ urgency }: Scoreboard): string {
  return drawTable(
    ['', ...urgencyLevels],
    urgency.map(({ expected, got }) => [expected, ...got.map((count) => String(count || '·'))]),
  );
}

function calibrationOf({ calibration }: Scoreboard): string {
  return drawTable(
    ['', 'means', 'right', '95 %', ''],
    calibration.map(({ likelihood, impliedLow, impliedHigh, right, agrees }) => [
      likelihood,
      `${(100 * impliedLow).toFixed(0)}–${(100 * impliedHigh).toFixed(0)} %`,
      showShare(right),
      showInterval(right, 0),
      agrees ? '' : 'differs',
    ]),
  );
}

function conditionsOf({ conditions }: Scoreboard): string {
  return drawTable(
    ['', 'cases', 'first', 'within three', 'exact', 'under', 'over by two'],
    conditions.map(({ condition, figures }) => [
      condition,
      String(figures.first.of),
      ...(['first', 'withinThree', 'exactUrgency', 'underTriage', 'overByTwo'] as const).map((id) =>
        String(figures[id].count),
      ),
    ]),
  );
}

function listOf({ kind, named, unnamed }: ListedCases): string {
  const lines = named.map((score) => {
    const { name, audience, expected, got, faults } = describeCase(score);
    return [`${name} (${audience})`, `  expected ${expected}`, `  got      ${got}`, ...faults].join(
      '\n',
    );
  });
  const more = unnamed > 0 ? [`and ${unnamed} of the validation split`] : [];
  return [`${kind}: ${named.length}`, ...lines, ...more].join('\n');
}

function comparisonOf({ ref, notAdmitted, splits, moves }: Comparison): string {
  const tables = splits.map(({ split, before, now, moved }) =>
    drawTable(
      [`${split}, with ${ref} and now`, 'before', 'now'],
      [
        ...figureIds.map((id) => [figureTitles[id], showShare(before[id]), showShare(now[id])]),
        ...Object.entries(moved).map(([verdict, count]) => [`moved: ${verdict}`, '', `${count}`]),
      ],
    ),
  );
  const lines = moves.map(
    ({ verdict, score, before, now, changes }) =>
      `${verdict}: ${score.vignette.name}: ${before.urgency}, ${before.first} -> ${now.urgency}, ${now.first} (${changes.join(', ') || 'as good'})`,
  );
  const left = notAdmitted > 0 ? [`${notAdmitted} cases that ${ref} does not admit`] : [];
  return [...tables, ...lines, ...left].join('\n');
}
