/** Papers as the server makes them, of answers and a fixed clock. */
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Document } from '@/lib/summary/document/document';
import type { DocumentKind } from '@/lib/summary/document/document-kind';
import { letterheadSchema } from '@/lib/summary/document/letterhead';
import { makeDocument } from '@/lib/summary/document/make-document';
import { summarize } from '@/lib/summary/summarize';
import type { Summary } from '@/lib/summary/summary';
import { wordsFor } from '@/lib/summary/words';
import type { Input } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import { twinOf } from '@/lib/triage/twin';

const base = knowledgeBase();
const { book, evaluate } = twinOf(base);
const at = new Date('2026-01-05T09:00:00Z');
const voice = { audience: 'clinician', language: 'en' } as const;

export const reference = '7KQ2-M9TR-4XWB-H3CD';
export const words = wordsFor(voice.language, 'Europe/Berlin');

export function summaryOf(input: Input): Promise<Summary> {
  const assessment = conclude(book, input, evaluate(input), at, voice.language, 'clinician');
  return summarize(base, input, assessment, voice, { reference });
}

export function documentOf(
  kind: DocumentKind,
  summary: Summary,
  letterhead = {},
  { isUnsigned = false } = {},
): Document {
  return makeDocument(kind, summary, {
    ...{ words, isUnsigned },
    origin: 'https://surae.example',
    letterhead: letterheadSchema.parse(letterhead),
  });
}
