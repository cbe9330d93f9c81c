import { shownMax } from '../shown-max';
import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Block, heading, paragraph, plain, quiet, strong } from './document';
import { joinRuns } from './runs';
import { stated } from './statement-words';

/** The answers that decided, what nobody has answered yet, and the scores as ranges. */
export function describeKeyAnswers(summary: Summary, words: Words): Block[] {
  const { keyAnswers, keyUnknowns, instruments } = summary;
  const { t } = words;
  const shown = instruments.filter(({ isVariant }) => !isVariant).slice(0, shownMax.instruments);
  if (keyAnswers.length + keyUnknowns.length + instruments.length === 0) return [];
  const moreUnknowns = keyUnknowns.length - shownMax.unknowns;
  const unknowns = keyUnknowns
    .slice(0, shownMax.unknowns)
    .map(({ label }) => label)
    .join('; ');
  const more = moreUnknowns > 0 ? ` ${t('summary.answers.more', { count: moreUnknowns })}` : '';
  return [
    heading(2, t('summary.answers.key')),
    ...(keyAnswers.length > 0
      ? [
          paragraph(
            ...joinRuns(
              keyAnswers.slice(0, shownMax.answers).map((statement) => stated(statement, words)),
            ),
          ),
        ]
      : []),
    ...(keyUnknowns.length > 0
      ? [paragraph(strong(t('summary.answers.unknown')), plain(` ${unknowns}${more}`))]
      : []),
    ...(shown.length > 0
      ? [
          paragraph(
            ...joinRuns(
              shown.map(({ name, min, max, band }) => [
                quiet(`${name}: `),
                plain(
                  `${min === max ? min : t('summary.answers.range', { min, max })}${band ? ` (${band})` : ''}`,
                ),
              ]),
            ),
          ),
        ]
      : []),
  ];
}
