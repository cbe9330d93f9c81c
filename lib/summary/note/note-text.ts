/** Summary -> note text: what a clinician pastes into any record. */
import type { Summary } from '../summary';
import { verificationCode } from '../verification-code';
import type { Words } from '../words';
import { assessment } from './assessment';
import { objective } from './objective';
import { type Part, sections } from './part';
import { plan } from './plan';
import { subjective } from './subjective';

/** Characters: what even small record systems take in one field. */
export const noteLengthMax = 2000;

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
  const lines = sections.flatMap((section) => {
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

/** What the note is, and what stands behind it. */
function frame(summary: Summary, { t, time }: Words): Part[] {
  const { assessedAt, reference, knowledgeBase } = summary;
  const { version, hash, notice } = knowledgeBase;
  const code = verificationCode(summary);
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
