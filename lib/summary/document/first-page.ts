import { shownMax } from '../shown-max';
import type { Summary } from '../summary';
import type { Words } from '../words';
import { describeAsk } from './ask-blocks';
import { describeConclusion } from './conclusion-blocks';
import { describeConditions } from './condition-blocks';
import { type Block, heading, paragraph, plain, quiet, strong } from './document';
import { describeFlags } from './flag-columns';
import { describeKeyAnswers } from './key-answer-blocks';
import { describeLeg } from './leg-blocks';
import type { Letterhead } from './letterhead';
import { joinRuns } from './runs';
import { stated } from './statement-words';
import { describeUrgency } from './urgency-block';
import { verificationBlock } from './verification-block';

/**
 * The page that a provider reads in 30 seconds: how urgent, what is asked, by when and why; then
 * what it rests on.
 * @param letterhead of which it shows who the patient is, where somebody has said
 * @param origin of the site whose page replays the answers, such as `https://surae.example`
 */
export function firstPage(
  summary: Summary,
  words: Words,
  letterhead: Letterhead,
  origin: string,
): Block[] {
  const { t } = words;
  const { patient, dateOfBirth } = letterhead;
  const born = dateOfBirth && ` · ${t('summary.head.born', { date: dateOfBirth })}`;
  return [
    heading(1, t('summary.head.title')),
    ...(patient ? [paragraph(strong(patient), plain(born))] : []),
    ...describeHead(summary, words),
    describeUrgency(summary, words),
    ...describeConclusion(summary, words),
    ...describeAsk(summary, words),
    ...describeFlags(summary, words),
    {
      kind: 'columns',
      columns: [
        {
          share: 5,
          blocks: [
            ...describeConditions(summary, words),
            ...describeKeyAnswers(summary, words),
            ...describeTold(summary, words),
          ],
        },
        {
          share: 2,
          blocks: [...describeLeg(summary, words), ...verificationBlock(summary, words, origin)],
        },
      ],
    },
  ];
}

/** Who, filled in by whom and when. */
function describeHead(summary: Summary, words: Words): Block[] {
  const { person, filledInBy, assessedAt, reference } = summary;
  const { t, time } = words;
  const filledIn = `${t(`summary.head.filledInBy.${filledInBy}`)} ${time(assessedAt)}`;
  const shown = reference ? [filledIn, t('summary.head.reference', { reference })] : [filledIn];
  return [
    paragraph(...joinRuns(person.map((statement) => stated(statement, words)))),
    paragraph(quiet(shown.join(' · '))),
  ];
}

function describeTold({ told, filledInBy }: Summary, { t }: Words): Block[] {
  // The first piece of advice says the level at length.
  const [, ...steps] = told.advice;
  return [
    heading(2, t(`summary.told.${filledInBy}`)),
    paragraph(strong(`${told.urgency}. `), plain(steps.slice(0, shownMax.steps).join(' '))),
    paragraph(
      quiet(`${t('summary.told.avoid')}: `),
      plain(told.avoid.slice(0, shownMax.avoid).join(' ')),
    ),
    paragraph(
      quiet(`${t('summary.told.safetyNet')}: `),
      plain(told.safetyNet.slice(0, shownMax.safetyNet).join(' ')),
    ),
  ];
}
