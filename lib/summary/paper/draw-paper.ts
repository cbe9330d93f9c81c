import type { InputFault } from '../../triage/answers';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import {
  type AnswersRequest,
  type PaperRequest,
  summarizeRequest,
} from '../document/document-request';
import { makeDocument } from '../document/make-document';
import { drawPdf } from '../pdf/draw-pdf';
import type { Summary } from '../summary';
import { wordsFor } from '../words';

/** A paper to be made. Plain data: it goes to another thread. */
export interface PaperJob {
  readonly request: PaperRequest;
  /** Of the site that is printed, such as `https://surae.example`. */
  readonly origin: string;
  /** A summary as it was stored, or the answers that one is still to be made of. */
  readonly content:
    | { readonly summary: Summary; readonly isUnsigned?: boolean }
    | { readonly answers: AnswersRequest };
}

export type DrawnPaper =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

/** The file, or what is wrong with the answers. */
export async function drawPaper(
  base: KnowledgeBase,
  { request, origin, content }: PaperJob,
): Promise<DrawnPaper> {
  const made =
    'summary' in content
      ? { ok: true as const, summary: content.summary }
      : await summarizeRequest(base, content.answers);
  if (!made.ok) return made;
  const { kind, paper, timeZone, letterhead } = request;
  const words = wordsFor(made.summary.language, timeZone);
  const isUnsigned = 'summary' in content && content.isUnsigned === true;
  const options = { words, origin, letterhead, isUnsigned };
  const document = makeDocument(kind, made.summary, options);
  return { ok: true, bytes: await drawPdf(document, paper) };
}
