import type { Summary } from '../summary';
import type { Words } from '../words';
import { describeAsk } from './ask-blocks';
import { describeConclusion } from './conclusion-blocks';
import { describeConditions } from './condition-blocks';
import { type Block, heading, paragraph, plain, quiet, strong } from './document';
import { describeOtherFlags, describePresentFlags } from './flag-blocks';
import { describeKeyAnswers } from './key-answer-blocks';
import { describeLeg } from './leg-blocks';
import type { Letterhead } from './letterhead';
import { joinRuns, middleDot } from './runs';
import type { Shown } from './shown';
import { stated } from './statement-words';
import { describeUrgency } from './urgency-block';
import { verificationBlock } from './verification-block';

/**
 * The page that a provider reads in 30 seconds: how urgent, what is asked, by when and why; then
 * what it rests on, as far as there is room.
 * @param letterhead of which it shows who the patient is, where somebody has said
 * @param origin of the site whose page replays the answers, such as `https://surae.example`
 */
export function firstPage(
  summary: Summary,
  words: Words,
  letterhead: Letterhead,
  origin: string,
  shown: Shown,
): Block[] {
  const { t } = words;
  const { patient, dateOfBirth } = letterhead;
  const born = dateOfBirth && `${middleDot}${t('summary.head.born', { date: dateOfBirth })}`;
  const ask = describeAsk(summary, words, shown);
  const present = describePresentFlags(summary, words, shown);
  const leg = describeLeg(summary, words, shown);
  const known = [
    ...describeConditions(summary, words, shown),
    ...describeKeyAnswers(summary, words, shown),
  ];
  const told = describeTold(summary, words, shown);
  const head = [
    heading(1, t('summary.head.title')),
    ...(patient ? [paragraph(strong(patient), plain(born))] : []),
    ...describeHead(summary, words),
    ...(shown.leg === 'drawn' ? [] : leg),
    describeUrgency(summary, words),
  ];
  return [
    beside(head, verificationBlock(summary, words, origin)),
    ...describeConclusion(summary, words, shown.prose),
    ...(shown.leg === 'drawn' ? [beside([...ask, ...present], leg)] : [...ask, ...present]),
    ...describeOtherFlags(summary, words, shown),
    ...known,
    ...told,
  ];
}

/** What is read first, and at its right something narrow. */
function beside(wide: readonly Block[], narrow: readonly Block[]): Block {
  return {
    kind: 'columns',
    columns: [
      { share: 5, blocks: wide },
      { share: 2, blocks: narrow },
    ],
  };
}

/** Who, filled in by whom and when. */
function describeHead(summary: Summary, words: Words): Block[] {
  const { person, filledInBy, assessedAt, reference } = summary;
  const { t, time } = words;
  const filledIn = `${t(`summary.head.filledInBy.${filledInBy}`)} ${time(assessedAt)}`;
  const found = reference && t('summary.head.reference', { reference }).replaceAll(' ', '\u00a0');
  const shown = found ? [filledIn, found] : [filledIn];
  return [
    paragraph(...joinRuns(person.map((statement) => stated(statement, words)))),
    paragraph(quiet(shown.join(middleDot))),
  ];
}

function describeTold({ told, filledInBy }: Summary, { t }: Words, shown: Shown): Block[] {
  // The first piece of advice says the level at length.
  const [, ...steps] = told.advice;
  const first = (part: 'avoid' | 'safetyNet'): Block[] =>
    told[part].length > 0
      ? [
          paragraph(
            quiet(`${t(`summary.told.${part}`)}: `),
            plain(told[part].slice(0, shown[part]).join(' ')),
          ),
        ]
      : [];
  const title = t(`summary.told.${filledInBy}`);
  if (shown.steps === 0) return [paragraph(quiet(`${title}: `), strong(`${told.urgency}.`))];
  return [
    heading(2, title),
    paragraph(strong(`${told.urgency}. `), plain(steps.slice(0, shown.steps).join(' '))),
    ...first('avoid'),
    ...first('safetyNet'),
  ];
}
