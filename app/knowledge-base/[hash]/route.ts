import { gzipSync } from 'node:zlib';
import { knowledgeBase } from '@/lib/knowledge/read-rules';

let gzipped: Uint8Array<ArrayBuffer> | undefined;

/** The whole knowledge base for the device; a hash stands for one content for ever. */
export async function GET(request: Request, { params }: { params: Promise<{ hash: string }> }) {
  const base = knowledgeBase();
  if ((await params).hash !== base.hash) {
    return Response.json({ error: 'no-such-knowledge-base', current: base.hash }, { status: 404 });
  }
  const headers = {
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': 'application/json',
    Vary: 'Accept-Encoding',
  };
  // Next compresses pages, not this; a phone on a slow line waits for it before the first question.
  if (!request.headers.get('accept-encoding')?.includes('gzip')) {
    return Response.json(base, { headers });
  }
  gzipped ??= new Uint8Array(gzipSync(JSON.stringify(base)));
  return new Response(gzipped, { headers: { ...headers, 'Content-Encoding': 'gzip' } });
}
