import { shownMax } from '../shown-max';
import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Block, heading, paragraph, plain, quiet, strong } from './document';
import { joinRuns, middleDot } from './runs';
import type { Shown } from './shown';

/** What is asked of the provider, by when, where, and why. */
export function describeAsk(summary: Summary, words: Words, shown: Shown): Block[] {
  const { ask, headline } = summary;
  const { t } = words;
  const deadline = deadlineWords(summary, words);
  const tests = ask.tests.length > 0 ? ask.tests : [t('summary.ask.noTests')];
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
    ...listTests(tests, words, shown),
    paragraph(...where),
    paragraph(quiet(t('summary.ask.because')), plain(` ${reasonsOf(summary, words).join('; ')}`)),
    ...listFindings(summary, words, shown),
  ];
}

/** The first on lines of their own, the others in one; of more than anybody can read the number. */
function listTests(tests: readonly string[], { t }: Words, shown: Shown): Block[] {
  const first = tests.slice(0, shown.tests);
  const others = tests.slice(shown.tests).slice(0, shown.otherTests);
  const hidden = tests.length - first.length - others.length;
  const more = hidden > 0 ? ` ${t('summary.ask.moreTests', { count: hidden })}` : '';
  return [
    ...(first.length > 0
      ? [{ kind: 'list' as const, items: first.map((test) => ({ runs: [strong(test)] })) }]
      : []),
    ...(others.length > 0
      ? [
          paragraph(
            ...(first.length > 0 ? [quiet(t('summary.ask.otherTests'))] : []),
            strong(` ${others.join(middleDot)}`),
            quiet(more),
          ),
        ]
      : []),
  ];
}

function listFindings({ toExamine }: Summary, { t }: Words, { examine }: Shown): Block[] {
  const labels = toExamine.slice(0, examine).map(({ label }) => label);
  if (labels.length === 0) return [];
  return [paragraph(quiet(t('summary.ask.examine')), plain(` ${labels.join('; ')}`))];
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
