/** An evaluation as a page that stands alone: tables, and the intervals as a drawing. */
import { figureIds, figureTitles, wantedFigures } from './figures';
import type { Report } from './make-report';
import type { Scoreboard } from './scoreboard';
import { type Share, showInterval, showShare } from './share';

export function drawReport({ hash, boards, targets }: Report): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Surae on its vignettes</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Surae on its vignettes</h1>
<p>Knowledge base ${escapeText(hash.slice(0, 12))}. Bars are 95 % intervals (Wilson), dots what was counted.</p>
<h2>Targets, of the validation split</h2>
${table(
  ['Target', 'Wanted', 'Got', ''],
  targets.map(({ title, wanted, got, isReached }) => [
    title,
    wanted,
    showShare(got),
    isReached ? 'reached' : 'missed',
  ]),
)}
${boards.map(drawBoard).join('\n')}
</main>
</body>
</html>
`;
}

function drawBoard({ split, cases, figures, urgency, calibration, conditions }: Scoreboard) {
  const levels = urgency.map(({ expected }) => expected);
  return `<section>
<h2>${escapeText(split)}: ${cases} cases</h2>
<table>
<thead><tr><th scope="col">Figure</th><th scope="col">Cases</th><th scope="col">95 %</th><th scope="col"><span class="hidden">Drawing</span></th></tr></thead>
<tbody>
${figureIds
  .map(
    (id) =>
      `<tr><th scope="row">${escapeText(figureTitles[id])}</th><td>${showShare(figures[id])}</td><td>${showInterval(figures[id])}</td><td>${drawShare(figures[id], wantedFigures.includes(id))}</td></tr>`,
  )
  .join('\n')}
</tbody>
</table>
<h3>Urgency: expected (rows) and got</h3>
${table(
  ['', ...levels],
  urgency.map(({ expected, got }) => [expected, ...got.map(String)]),
)}
<h3>How likely the first condition was said to be, and how often it was right</h3>
${table(
  ['Said', 'Means, %', 'Right', '95 %'],
  calibration.map(({ likelihood, impliedLow, impliedHigh, right }) => [
    likelihood,
    `${(100 * impliedLow).toFixed(0)}–${(100 * impliedHigh).toFixed(0)}`,
    showShare(right),
    showInterval(right, 0),
  ]),
)}
<h3>By condition that was expected</h3>
${table(
  ['Condition', 'Cases', 'First', 'Within three', 'Exact urgency', 'Under-triaged'],
  conditions.map(({ condition, figures: own }) => [
    condition,
    String(own.first.of),
    ...[own.first, own.withinThree, own.exactUrgency, own.underTriage].map(({ count }) =>
      String(count),
    ),
  ]),
)}
</section>`;
}

/** From 0 to 100 % in 200 units. */
function drawShare({ count, of, low, high }: Share, isWanted: boolean): string {
  const at = of === 0 ? 0 : (200 * count) / of;
  const kind = isWanted ? 'wanted' : 'unwanted';
  return `<svg class="${kind}" width="200" height="12" viewBox="0 0 200 12" aria-hidden="true"><path d="M0 6H200" class="axis"/><path d="M${(200 * low).toFixed(1)} 6H${(200 * high).toFixed(1)}" class="interval"/><circle cx="${at.toFixed(1)}" cy="6" r="3"/></svg>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const headCells = head.map((cell) => `<th scope="col">${escapeText(cell)}</th>`).join('');
  const body = rows
    .map(([first = '', ...cells]) => {
      const others = cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('');
      return `<tr><th scope="row">${escapeText(first)}</th>${others}</tr>`;
    })
    .join('\n');
  return `<table>\n<thead><tr>${headCells}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 Inter, system-ui, sans-serif; }
main { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0 2rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.2rem 0.8rem 0.2rem 0; text-align: right; border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); font-weight: 400; }
th[scope="row"], thead th:first-child { text-align: left; }
thead th { font-weight: 600; }
.hidden { position: absolute; clip-path: inset(50%); }
.axis { stroke: currentColor; opacity: 0.2; }
.interval { stroke-width: 5; }
.wanted .interval { stroke: #2f7a6b; }
.unwanted .interval { stroke: #b4690e; }
circle { fill: currentColor; }
`;
