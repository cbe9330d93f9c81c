import type { PaperRequest } from '@/lib/summary/document/document-request';
import type { PaperJob } from '@/lib/summary/paper/draw-paper';
import { makePaper } from '@/lib/summary/paper/make-paper';
import { problem } from '../intakes/problem';
import { originOf } from './origin-of';

const retrySeconds = 10;

/** The paper that was asked for, as a file to download that nobody on the way keeps. */
export async function answerPdf(
  request: Request,
  asked: PaperRequest,
  content: PaperJob['content'],
): Promise<Response> {
  const { kind, paper, timeZone, letterhead } = asked;
  const made = await makePaper({
    request: { kind, paper, timeZone, letterhead },
    origin: originOf(request),
    content,
  });
  if (made === null) {
    const wait = { 'Retry-After': String(retrySeconds) };
    return problem(503, 'Too many papers are being made; trying again is safe', [], wait);
  }
  if (!made.ok) return problem(422, 'The answers are not valid', made.faults);
  return new Response(Buffer.from(made.bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="surae-${kind}.pdf"`,
      'Cache-Control': 'no-store',
    },
  });
}
