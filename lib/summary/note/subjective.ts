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
  const medicines = person.filter(({ id }) => id === 'medicines');
  const who = person.filter(({ id }) => id !== 'medicines');
  return [
    {
      section: 'S',
      text: [t(`note.filledInBy.${filledInBy}`), ...who.flatMap(stated)].join(', '),
    },
    // The last to go, and named where it had to.
    ...medicines.map((statement) => ({
      section: 'S' as const,
      text: stated(statement).join(', '),
      leaveOut: 9,
      name: t('note.medicines'),
    })),
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
