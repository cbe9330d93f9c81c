import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Block, heading, paragraph, plain, quiet, type Run, strong } from './document';
import { joinRuns } from './runs';
import type { Shown } from './shown';
import { stated } from './statement-words';

/** The answers that decided, what nobody has answered yet, and the scores as ranges. */
export function describeKeyAnswers(
  { keyAnswers, keyUnknowns, instruments }: Summary,
  words: Words,
  shown: Shown,
): Block[] {
  const { t } = words;
  const answers = keyAnswers.slice(0, shown.answers);
  const unknowns = keyUnknowns.slice(0, shown.unknowns);
  const scores = instruments.filter(({ isVariant }) => !isVariant).slice(0, shown.instruments);
  const hidden = keyUnknowns.length - unknowns.length;
  const more = hidden > 0 ? ` ${t('summary.answers.more', { count: hidden })}` : '';
  const paragraphs = [
    ...(answers.length > 0
      ? [paragraph(...joinRuns(answers.map((statement) => stated(statement, words))))]
      : []),
    ...(unknowns.length > 0
      ? [
          paragraph(
            strong(t('summary.answers.unknown')),
            plain(` ${unknowns.map(({ label }) => label).join('; ')}${more}`),
          ),
        ]
      : []),
    ...(scores.length > 0
      ? [paragraph(...joinRuns(scores.map((score) => scored(score, words))))]
      : []),
  ];
  return paragraphs.length > 0 ? [heading(2, t('summary.answers.key')), ...paragraphs] : [];
}

/** An instrument and its score, a range while items are unknown. */
function scored({ name, min, max, band }: Summary['instruments'][number], { t }: Words): Run[] {
  const score = min === max ? min : t('summary.answers.range', { min, max });
  return [quiet(`${name}: `), plain(`${score}${band ? ` (${band})` : ''}`)];
}
