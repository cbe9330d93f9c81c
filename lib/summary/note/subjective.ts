import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Part, stated } from './part';

/** Who, where and how it came, and the answers that decided. */
export function subjective(summary: Summary, words: Words): Part[] {
  const { person, leg, timeline, keyAnswers, filledInBy } = summary;
  const { t } = words;
  const unknown = t('summary.leg.unknown');
  const areas = leg.areas.map(({ name }) => name).join('; ') || unknown;
  const place = [
    `${t('summary.leg.area')}: ${areas}`,
    `${t('summary.leg.side')}: ${leg.sideName ?? unknown}`,
  ];
  const course = timeline.flatMap(stated);
  return [
    {
      section: 'S',
      text: [t(`note.filledInBy.${filledInBy}`), ...person.flatMap(stated)].join(', '),
    },
    { section: 'S', text: place.join(', ') },
    ...(course.length > 0
      ? [{ section: 'S' as const, text: course.join(', '), leaveOut: 8, name: t('note.course') }]
      : []),
    ...(keyAnswers.length > 0
      ? [
          {
            section: 'S' as const,
            text: keyAnswers.flatMap(stated).join('; '),
            leaveOut: 4,
            name: t('summary.answers.key'),
          },
        ]
      : []),
  ];
}
