import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Block, heading, paragraph, plain, quiet } from './document';
import { joinRuns } from './runs';
import type { Shown } from './shown';

/** Where it hurts, drawn and in words, and how it came; without a drawing in one paragraph. */
export function describeLeg(summary: Summary, words: Words, shown: Pick<Shown, 'leg'>): Block[] {
  const { leg, timeline } = summary;
  const { t } = words;
  const unknown = t('summary.leg.unknown');
  const areas = leg.areas.map(({ name }) => name);
  const facts: [string, string][] = [
    [t('summary.leg.side'), leg.sideName ?? unknown],
    [t('summary.leg.area'), areas.length > 0 ? areas.join('; ') : unknown],
    ...timeline.map(({ label, answer }): [string, string] => [label, answer ?? unknown]),
  ];
  const lines = facts.map(([label, answer]) => [quiet(`${label}: `), plain(answer)]);
  if (shown.leg === 'left-out') return [];
  if (shown.leg === 'in-words') return [paragraph(...joinRuns(lines))];
  return [
    heading(2, t('summary.leg.title')),
    drawLeg(summary, areas, words),
    ...lines.map((line) => paragraph(...line)),
  ];
}

function drawLeg({ leg }: Summary, areas: readonly string[], { t }: Words): Block {
  return {
    kind: 'leg-map',
    marked: leg.areas.map(({ value }) => value),
    isLeft: leg.side === 'left',
    captions: {
      whole: t('site.legMap.whole'),
      back: t('site.legMap.back'),
      inner: t('site.legMap.inner'),
      outer: t('site.legMap.outer'),
      sole: t('site.legMap.sole'),
    },
    alt:
      areas.length > 0
        ? t('site.legMap.marked', { areas: areas.join(', ') })
        : t('site.legMap.nothingMarked'),
  };
}
