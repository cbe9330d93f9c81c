import { shownMax } from '../shown-max';
import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Block, heading, paragraph, plain, quiet, strong } from './document';
import { joinRuns } from './runs';

/** What is asked of the provider, by when, where, and why. */
export function describeAsk(summary: Summary, words: Words): Block[] {
  const { ask, headline, toExamine } = summary;
  const { t } = words;
  const deadline = deadlineWords(summary, words);
  const hidden = ask.tests.length - shownMax.tests;
  const tests =
    ask.tests.length > 0 ? ask.tests.slice(0, shownMax.tests) : [t('summary.ask.noTests')];
  const where = joinRuns([
    [quiet(t('summary.ask.to')), plain(` ${ask.to}`)],
    ...(ask.why && ask.why !== headline.timeFrame
      ? [[quiet(t('summary.ask.clock')), plain(` ${ask.why}`)]]
      : []),
  ]);
  return [
    heading(2, t('summary.ask.title')),
    ...(deadline
      ? [
          {
            kind: 'paragraph' as const,
            isLarge: true,
            runs: [strong(`${t('summary.ask.by')} ${deadline}`)],
          },
        ]
      : []),
    { kind: 'list', items: tests.map((test) => ({ runs: [strong(test)] })) },
    ...(hidden > 0 ? [paragraph(quiet(t('summary.ask.moreTests', { count: hidden })))] : []),
    paragraph(...where),
    paragraph(quiet(t('summary.ask.because')), plain(` ${reasonsOf(summary, words).join('; ')}`)),
    ...(toExamine.length > 0
      ? [
          paragraph(
            quiet(t('summary.ask.examine')),
            plain(
              ` ${toExamine
                .slice(0, shownMax.examine)
                .map(({ label }) => label)
                .join('; ')}`,
            ),
          ),
        ]
      : []),
  ];
}

/** By when: the time, or the time frame where that is now; null where there is no deadline. */
export function deadlineWords(
  { ask, headline, assessedAt }: Summary,
  { time }: Words,
): string | null {
  if (ask.deadline === null) return null;
  return ask.deadline === assessedAt ? headline.timeFrame : time(ask.deadline);
}

/** What set the urgency, the first of it. */
export function reasonsOf({ headline }: Summary, { t }: Words): string[] {
  return headline.reasons
    .slice(0, shownMax.reasons)
    .map(({ text, isFloor }) => (isFloor ? t('summary.ask.floor', { text }) : text));
}
