import { shownMax } from '../shown-max';
import type { Summary } from '../summary';
import type { Words } from '../words';
import type { Part } from './part';

/** What is asked of whom and by when, what to examine, and what the patient was told. */
export function plan(
  { ask, headline, assessedAt, toExamine, told, filledInBy }: Summary,
  { t, time }: Words,
): Part[] {
  const isNow = ask.deadline === assessedAt;
  const by = ask.deadline
    ? `${t('summary.ask.by')} ${isNow ? headline.timeFrame : time(ask.deadline)}. `
    : '';
  const tests = ask.tests.slice(0, shownMax.tests).join('; ') || t('summary.ask.noTests');
  const otherTests = ask.tests.slice(shownMax.tests);
  // The first piece of advice says the level at length.
  const advice = [
    ...told.advice.slice(1, 1 + shownMax.steps),
    ...told.avoid.slice(0, shownMax.avoid),
  ];
  return [
    { section: 'P', text: `${by}${tests}` },
    ...(otherTests.length > 0
      ? [{ section: 'P' as const, text: otherTests.join('; '), leaveOut: 7, name: t('note.tests') }]
      : []),
    { section: 'P', text: `${t('summary.ask.to')} ${ask.to}` },
    ...(toExamine.length > 0
      ? [
          {
            section: 'P' as const,
            text: `${t('summary.ask.examine')} ${toExamine
              .slice(0, shownMax.examine)
              .map(({ label }) => label)
              .join('; ')}`,
            leaveOut: 5,
            name: t('note.examine'),
          },
        ]
      : []),
    { section: 'P', text: `${t(`summary.told.${filledInBy}`)}: ${told.urgency}.` },
    ...(advice.length > 0
      ? [{ section: 'P' as const, text: advice.join(' '), leaveOut: 1, name: t('note.advice') }]
      : []),
  ];
}
