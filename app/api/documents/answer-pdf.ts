import type { PaperRequest } from '@/lib/summary/document/document-request';
import { makeDocument } from '@/lib/summary/document/make-document';
import { drawPdf } from '@/lib/summary/pdf/draw-pdf';
import type { Summary } from '@/lib/summary/summary';
import { wordsFor } from '@/lib/summary/words';
import { originOf } from './origin-of';

/** The paper that was asked for, as a file to download that nobody on the way keeps. */
export async function answerPdf(
  request: Request,
  summary: Summary,
  { kind, paper, timeZone, letterhead }: PaperRequest,
): Promise<Response> {
  const words = wordsFor(summary.language, timeZone);
  const document = makeDocument(kind, summary, { words, origin: originOf(request), letterhead });
  const bytes = await drawPdf(document, paper);
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="surae-${kind}.pdf"`,
      'Cache-Control': 'no-store',
    },
  });
}
