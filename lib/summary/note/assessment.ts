import { conclusionLines } from '../conclusion-lines';
import { shownMax } from '../shown-max';
import type { Summary } from '../summary';
import type { Words } from '../words';
import type { Part } from './part';

const conditionsMax = 3;
const openFlagsMax = 6;

/** How urgent it is and why, what it may be, what is not excluded, and what is unknown. */
export function assessment(summary: Summary, words: Words): Part[] {
  const { t } = words;
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
  const signed = conclusionLines(summary, words);
  const parts: Part[] = [
    ...(signed
      ? [
          {
            section: 'A' as const,
            text: [t('conclusion.title'), [signed.conclusion, ...signed.others].join(' ')].join(
              ': ',
            ),
          },
          { section: 'A' as const, text: signed.signature },
        ]
      : []),
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
    const ranked = conditions.flatMap(({ name: condition, likelihoodName, isToRuleOut }, place) =>
      place < conditionsMax || isToRuleOut ? `${place + 1}. ${condition} (${likelihoodName})` : [],
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

function firstOf(
  flags: readonly { readonly text: string }[],
  countMax: number,
  t: Words['t'],
): string {
  const texts = flags.slice(0, countMax).map(({ text }) => text);
  const rest = flags.length - texts.length;
  return [...texts, ...(rest > 0 ? [t('summary.answers.more', { count: rest })] : [])].join('; ');
}
