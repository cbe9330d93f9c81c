import { drawTable } from '../draw-table';
import type { PageAudit } from './audit-page';
import type { Web } from './measure-web';

const figures: readonly (readonly [keyof PageAudit, string])[] = [
  ['javascriptBytes', 'JavaScript transferred, bytes'],
  ['allBytes', 'everything transferred, bytes'],
  ['firstContentfulPaintMs', 'first contentful paint, ms'],
  ['largestContentfulPaintMs', 'largest contentful paint, ms'],
  ['interactiveMs', 'interactive, ms'],
  ['totalBlockingMs', 'blocked in total, ms'],
  ['performanceScore', 'Lighthouse performance score'],
];

export function describeWeb({ check, bare, walkThrough, coldStartMs, server }: Web): string {
  const pages = figures.map(([figure, title]) => [
    title,
    check[figure].toLocaleString('en'),
    bare[figure].toLocaleString('en'),
  ]);
  const { startButtonMs, firstQuestionAfterClickMs, firstQuestionMs, resultMs } = walkThrough;
  const times = [
    ['/check until Start can be clicked', startButtonMs],
    ['click on Start until the first question', firstQuestionAfterClickMs],
    ['/check until the first question', firstQuestionMs],
    ['/check/result until the urgency', resultMs],
    ['cold start until /health answers', coldStartMs],
  ] as const;
  const { requests, requestsPerSecond, rssBeforeMb, rssAfterMb } = server;
  return [
    drawTable(['Lighthouse, phone on slow 4G', '/check', 'bare page'], pages),
    drawTable(
      ['time', 'ms'],
      times.map(([what, ms]) => [what, ms.toLocaleString('en')]),
    ),
    drawTable(
      ['server', 'requests/s', 'RSS before, MB', 'after'],
      [[`${requests} requests`, requestsPerSecond, rssBeforeMb, rssAfterMb].map(String)],
    ),
  ].join('\n\n');
}
