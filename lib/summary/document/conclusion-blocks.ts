import { conclusionLines } from '../conclusion-lines';
import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Block, heading, paragraph, plain, quiet, strong } from './document';

/** What a clinician concluded and signed; nothing where nobody has. */
export function describeConclusion(summary: Summary, words: Words): Block[] {
  const lines = conclusionLines(summary, words);
  if (!lines) return [];
  return [
    heading(2, words.t('conclusion.title')),
    paragraph(strong(lines.conclusion), ...lines.others.map((line) => plain(` ${line}`))),
    paragraph(quiet(lines.signature)),
  ];
}
