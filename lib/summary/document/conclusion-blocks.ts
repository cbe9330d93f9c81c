import { conclusionLines } from '../conclusion-lines';
import type { SignedConclusion, Summary } from '../summary';
import type { Words } from '../words';
import { type Block, heading, paragraph, plain, quiet, strong } from './document';

const prose = ['comment', 'plan', 'amendedBecause'] as const;

/**
 * What a clinician concluded and signed; nothing where nobody has.
 * @param lettersMax of each text that the clinician wrote; what is cut says where the whole stands
 */
export function describeConclusion(
  summary: Summary,
  words: Words,
  lettersMax = Number.POSITIVE_INFINITY,
): Block[] {
  const { conclusion, headline } = summary;
  const shortened = conclusion && {
    ...conclusion,
    ...Object.fromEntries(
      prose.map((part) => [part, cut(conclusion[part], lettersMax, words)] as const),
    ),
  };
  const lines = conclusionLines({ conclusion: shortened, headline }, words);
  if (!lines) return [];
  return [
    heading(2, words.t('conclusion.title')),
    paragraph(strong(lines.conclusion), ...lines.others.map((line) => plain(` ${line}`))),
    paragraph(quiet(lines.signature)),
  ];
}

/** Whether a text of it is longer than that. */
export function hasLongProse(conclusion: SignedConclusion | null, lettersMax: number): boolean {
  return prose.some((part) => (conclusion?.[part]?.length ?? 0) > lettersMax);
}

/** Between two words, if there are two. */
function cut(text: string | null, lettersMax: number, { t }: Words): string | null {
  if (text === null || text.length <= lettersMax) return text;
  const start = text.slice(0, lettersMax).replace(/\s+\S*$/, '');
  return t('conclusion.cut', { start });
}
