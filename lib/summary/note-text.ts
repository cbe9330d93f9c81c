/** Summary -> note text: what a clinician pastes into any record. */
import { shownMax } from './shown-max';
import type { Statement, Summary } from './summary';
import { verificationCode } from './verification-code';
import type { Words } from './words';

/** Characters: what even small record systems take in one field. */
export const noteLengthMax = 2000;

const order = ['head', 'S', 'O', 'A', 'P', 'foot'] as const;

interface Part {
  readonly section: (typeof order)[number];
  readonly text: string;
  /** What is left out first has the lowest number; what has none is never left out. */
  readonly leaveOut?: number;
  /** What the reader is told is missing. */
  readonly name?: string;
}

const conditionsMax = 3;
const openFlagsMax = 6;

/**
 * Plain text in the order subjective, objective, assessment, plan; at most `noteLengthMax`
 * characters. Where it would be longer, the least urgent parts go first, and the note says which.
 * The urgency, the red flags present, what is asked first and by when, and what is open and could
 * raise the urgency are never left out, even if that makes the note longer.
 */
export function noteText(summary: Summary, words: Words): string {
  const parts = [
    ...subjective(summary, words),
    ...objective(summary, words),
    ...assessment(summary, words),
    ...plan(summary, words),
    ...frame(summary, words),
  ];
  const droppable = parts
    .filter(({ leaveOut }) => leaveOut !== undefined)
    .sort((a, b) => (a.leaveOut ?? 0) - (b.leaveOut ?? 0));
  const dropped: Part[] = [];
  let text = write(parts, dropped, words);
  for (const part of droppable) {
    if (text.length <= noteLengthMax) break;
    dropped.push(part);
    text = write(parts, dropped, words);
  }
  return text;
}

function write(parts: readonly Part[], dropped: readonly Part[], { t }: Words): string {
  const lines = order.flatMap((section) => {
    const texts = parts
      .filter((part) => part.section === section && !dropped.includes(part))
      .map(({ text }) => text);
    if (texts.length === 0) return [];
    const [first, ...rest] = texts;
    const isFrame = section === 'head' || section === 'foot';
    return [isFrame ? `${first}` : `${section}: ${first}`, ...rest];
  });
  const names = dropped.map(({ name }) => name).join(', ');
  return [...lines, ...(names ? [t('note.leftOut', { parts: names })] : [])].join('\n');
}

function frame(
  { assessedAt, reference, knowledgeBase, ...rest }: Summary,
  { t, time }: Words,
): Part[] {
  const { version, hash, notice } = knowledgeBase;
  const code = verificationCode({ assessedAt, reference, knowledgeBase, ...rest });
  const marks = [
    t('summary.footer.version', { version, hash: hash.slice(0, 12) }),
    t('summary.footer.code', { code }),
    ...(reference ? [t('summary.footer.reference', { reference })] : []),
  ];
  return [
    { section: 'head', text: `${t('note.title')}, ${time(assessedAt)}. ${t('note.support')}` },
    { section: 'foot', text: `${marks.join(', ')}.${notice ? ` ${t('note.unreviewed')}` : ''}` },
  ];
}

function subjective(summary: Summary, words: Words): Part[] {
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

function objective({ answers }: Summary, { t }: Words): Part[] {
  const findings = answers
    .filter(({ isExamination }) => isExamination)
    .flatMap(({ statements }) => statements.flatMap(stated));
  if (findings.length === 0) return [{ section: 'O', text: t('note.notExamined') }];
  return [
    { section: 'O', text: t('note.examined') },
    { section: 'O', text: findings.join('; '), leaveOut: 9, name: t('note.findings') },
  ];
}

function assessment(summary: Summary, { t }: Words): Part[] {
  const { headline, outcome, redFlags, conditions, keyUnknowns, instruments } = summary;
  const { name, timeFrame, ceiling, reasons } = headline;
  const worst = ceiling ? ` ${t('summary.urgency.ceiling', { level: ceiling.name })}.` : '';
  const open = redFlags.notExcluded.filter(({ needsExamination }) => !needsExamination);
  const present = redFlags.present.map(({ text }) => text);
  const because = reasons
    .slice(0, shownMax.reasons)
    .filter(({ text }) => !present.includes(text))
    .map(({ text }) => text.replace(/\.$/, ''));
  const scores = instruments.filter(({ isVariant }) => !isVariant).slice(0, shownMax.instruments);
  const parts: Part[] = [
    { section: 'A', text: `${name} (${timeFrame}).${worst}` },
    ...(outcome === 'assessed'
      ? []
      : [{ section: 'A' as const, text: t(`summary.urgency.outcomes.${outcome}`) }]),
    ...(because.length > 0
      ? [{ section: 'A' as const, text: `${t('summary.ask.because')} ${because.join('; ')}` }]
      : []),
    {
      section: 'A',
      text: `${t('note.present')} ${present.join('; ') || t('summary.flags.none')}`,
    },
    {
      section: 'A',
      text: `${t('note.notExcluded', { count: redFlags.notExcluded.length })} ${firstOf(open, openFlagsMax, t)}`,
      leaveOut: 6,
      name: t('letter.notExcluded'),
    },
  ];
  if (outcome === 'assessed' && conditions.length > 0) {
    const ranked = conditions
      .slice(0, conditionsMax)
      .map(
        ({ name: condition, likelihoodName }, place) =>
          `${place + 1}. ${condition} (${likelihoodName})`,
      );
    parts.push({ section: 'A', text: `${t('note.considered')} ${ranked.join(' ')}` });
    const why = conditions
      .slice(0, 1)
      .flatMap((condition) =>
        condition.reasons.map(({ text, side }) => `${side === 'for' ? '+' : '-'} ${text}`),
      );
    if (why.length > 0) {
      parts.push({ section: 'A', text: why.join('; '), leaveOut: 3, name: t('note.reasons') });
    }
  }
  if (keyUnknowns.length > 0) {
    const texts = keyUnknowns.slice(0, shownMax.unknowns).map(({ label }) => label);
    parts.push({ section: 'A', text: `${t('summary.answers.unknown')} ${texts.join('; ')}` });
  }
  if (scores.length > 0) {
    const texts = scores.map(({ name: score, min, max, band }) => {
      const range = min === max ? `${min}` : t('summary.answers.range', { min, max });
      return `${score} ${range}${band ? ` (${band})` : ''}`;
    });
    parts.push({
      section: 'A',
      text: texts.join('; '),
      leaveOut: 2,
      name: t('summary.detail.instruments'),
    });
  }
  return parts;
}

function plan(
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

function stated({ label, answer }: Statement): string[] {
  return answer === null ? [] : [`${label}: ${answer}`];
}

function firstOf(
  flags: readonly { readonly text: string }[],
  countMax: number,
  t: Words['t'],
): string {
  const texts = flags.slice(0, countMax).map(({ text }) => text);
  const rest = flags.length - texts.length;
  return [...texts, ...(rest > 0 ? [t('summary.answers.more', { count: rest })] : [])].join('; ');
}
