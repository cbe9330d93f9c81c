import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Block, heading, paragraph, plain, quiet } from './document';

/** Where it hurts, drawn and in words, and how it came. */
export function describeLeg({ leg, timeline }: Summary, { t }: Words): Block[] {
  const unknown = t('summary.leg.unknown');
  const areas = leg.areas.map(({ name }) => name);
  const facts: [string, string][] = [
    [t('summary.leg.side'), leg.sideName ?? unknown],
    [t('summary.leg.area'), areas.length > 0 ? areas.join('; ') : unknown],
    ...timeline.map(({ label, answer }): [string, string] => [label, answer ?? unknown]),
  ];
  return [
    heading(2, t('summary.leg.title')),
    {
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
    },
    ...facts.map(([label, answer]) => paragraph(quiet(`${label}: `), plain(answer))),
  ];
}
