import type { Level, Summary } from '../summary';
import type { Words } from '../words';
import { type Block, heading, type ListItem, paragraph, plain, quiet, strong } from './document';
import { middleDot } from './runs';
import type { Shown } from './shown';

type Flag = Summary['redFlags']['excluded'][number];

/** Every red flag that is present, with the answers behind it, of which each is said once. */
export function describePresentFlags(
  { redFlags: { present }, levels }: Summary,
  { t }: Words,
  { because: becauseMax, presentByLevel }: Shown,
): Block[] {
  const said = new Set<string>();
  const items = present.map(({ text, urgency, because }): ListItem => {
    const reasons = because.filter((reason) => !said.has(reason)).slice(0, becauseMax);
    for (const reason of reasons) said.add(reason);
    const behind = reasons.length > 0 ? [quiet(`${middleDot}${reasons.join('; ')}`)] : [];
    return { level: levelOf(urgency, levels), runs: [strong(text), ...behind] };
  });
  return [
    heading(2, t('summary.flags.title')),
    heading(3, t('summary.flags.present', { count: present.length })),
    ...listOf(presentByLevel ? byLevel(present, levels) : items),
  ];
}

/** Every red flag that is not excluded, by level; of those that are excluded the first. */
export function describeOtherFlags(summary: Summary, words: Words, shown: Shown): Block[] {
  return [...describeOpen(summary, words), describeExcluded(summary, words, shown)];
}

function describeOpen({ redFlags: { notExcluded }, levels }: Summary, { t }: Words): Block[] {
  const byAnswers = notExcluded.filter(({ needsExamination }) => !needsExamination);
  const byExamination = notExcluded.filter(({ needsExamination }) => needsExamination);
  return [
    heading(3, t('summary.flags.notExcluded', { count: notExcluded.length })),
    ...listOf(byLevel(byAnswers, levels)),
    ...(byExamination.length > 0
      ? [
          paragraph(
            strong(t('summary.flags.onlyByExamination', { count: byExamination.length })),
            quiet(` ${textsOf(byExamination)}`),
          ),
        ]
      : []),
  ];
}

function describeExcluded(
  { redFlags: { excluded } }: Summary,
  { t }: Words,
  { excluded: excludedMax }: Shown,
): Block {
  const hidden = excluded.length - excludedMax;
  const texts = textsOf(excluded.slice(0, excludedMax));
  const more = hidden > 0 ? t('summary.flags.more', { count: hidden }) : '';
  const named = [texts, more].filter(Boolean).join(' ');
  return paragraph(
    strong(t('summary.flags.excluded', { count: excluded.length })),
    ...(excludedMax > 0 ? [quiet(` ${named}`)] : []),
  );
}

/** A line for each level that has flags, the most urgent first. */
function byLevel(flags: readonly Flag[], levels: Summary['levels']): ListItem[] {
  const urgencies = [...new Set(flags.map(({ urgency }) => urgency))];
  return urgencies.map((urgency) => {
    const level = levelOf(urgency, levels);
    const texts = textsOf(flags.filter((flag) => flag.urgency === urgency));
    const named = level.name ? [strong(`${level.name}: `)] : [];
    return { level, runs: [...named, plain(texts)] };
  });
}

function textsOf(flags: readonly Pick<Flag, 'text'>[]): string {
  return flags.map(({ text }) => text).join('; ');
}

function listOf(items: readonly ListItem[]): Block[] {
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}

/** A summary stored before it had the words of the levels shows the shape alone. */
function levelOf(urgency: Flag['urgency'], levels: readonly Level[]): Level {
  return levels.find((level) => level.urgency === urgency) ?? { urgency, name: '' };
}
