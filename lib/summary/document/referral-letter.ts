import { urgencyLevels } from '../../triage/schema';
import type { Summary } from '../summary';
import type { Words } from '../words';
import { deadlineWords, reasonsOf } from './ask-blocks';
import { describeConclusion } from './conclusion-blocks';
import { listConditions } from './condition-blocks';
import { type Block, bullets, heading, paragraph, plain, quiet, strong } from './document';
import type { Letterhead } from './letterhead';
import { joinRuns } from './runs';
import { stated } from './statement-words';
import { describeUrgency } from './urgency-block';
import { verificationBlock } from './verification-block';

/** A letter to whom the patient is referred: what is asked and by when, why, and what is open. */
export function referralLetter(
  summary: Summary,
  words: Words,
  letterhead: Letterhead,
  origin: string,
): Block[] {
  const { t, time } = words;
  const { ask, redFlags, conditions, outcome, told } = summary;
  const deadline = deadlineWords(summary, words);
  const openByAnswers = redFlags.notExcluded.filter(({ needsExamination }) => !needsExamination);
  const openByExamination = redFlags.notExcluded.length - openByAnswers.length;
  return [
    ...describeSender(letterhead, words),
    paragraph(plain(time(summary.assessedAt))),
    heading(1, t('letter.title')),
    paragraph(strong(t('letter.to', { to: ask.to }))),
    ...field(t('letter.patient'), letterhead.patient),
    ...field(t('letter.dateOfBirth'), letterhead.dateOfBirth),
    paragraph(...joinRuns(summary.person.map((statement) => stated(statement, words)))),
    describeUrgency(summary, words),
    ...describeConclusion(summary, words),
    heading(2, t('letter.asked')),
    ...(deadline ? [paragraph(strong(`${t('summary.ask.by')} ${deadline}`))] : []),
    ...bullets(ask.tests.length > 0 ? ask.tests : [t('summary.ask.noTests')]),
    ...(ask.why ? [paragraph(quiet(t('summary.ask.clock')), plain(` ${ask.why}`))] : []),
    paragraph(quiet(t('summary.ask.because')), plain(` ${reasonsOf(summary, words).join('; ')}`)),
    heading(2, t('letter.findings')),
    ...bullets(
      redFlags.present.map(({ text, because }) =>
        [text, because.join('; ')].filter(Boolean).join(': '),
      ),
    ),
    ...listConditions(
      outcome === 'assessed'
        ? conditions.filter((one, place) => place < conditionsMax || one.isToRuleOut)
        : [],
      words,
    ),
    heading(2, t('letter.notExcluded')),
    ...listByLevel(openByAnswers, summary),
    ...(openByExamination > 0
      ? [paragraph(plain(t('letter.byExamination', { count: openByExamination })))]
      : []),
    ...(redFlags.notExcluded.length === 0 ? [paragraph(plain(t('summary.flags.none')))] : []),
    heading(2, t(`summary.told.${summary.filledInBy}`)),
    paragraph(
      strong(`${told.urgency}. `),
      plain([...told.advice.slice(1), ...told.avoid].join(' ')),
    ),
    { kind: 'blank', label: t('letter.signature') },
    ...(letterhead.clinician ? [paragraph(plain(letterhead.clinician))] : []),
    ...verificationBlock(summary, words, origin),
  ];
}

const conditionsMax = 3;

/** The most urgent first. A summary stored before it had the words of the levels lists them without. */
function listByLevel(flags: Summary['redFlags']['excluded'], { levels }: Summary): Block[] {
  return urgencyLevels.flatMap((urgency) => {
    const texts = flags.filter((flag) => flag.urgency === urgency).map(({ text }) => text);
    const name = levels.find((level) => level.urgency === urgency)?.name;
    if (texts.length === 0) return [];
    return [paragraph(...(name ? [quiet(`${name}: `)] : []), plain(texts.join('; ')))];
  });
}

function describeSender({ clinic, address, phone }: Letterhead, { t }: Words): Block[] {
  return [
    clinic ? paragraph(strong(clinic)) : blank(t('letter.clinic')),
    ...(address
      ? address.split(/\r?\n/).map((line) => paragraph(plain(line)))
      : [blank(t('letter.address'))]),
    ...field(t('letter.phone'), phone),
  ];
}

/** What is known, or a line to write it on. */
function field(label: string, value: string): Block[] {
  return [value ? paragraph(quiet(`${label}: `), plain(value)) : blank(label)];
}

function blank(label: string): Block {
  return { kind: 'blank', label };
}
