import { knowledgeBase } from '@/lib/knowledge/read-rules';

/**
 * The whole knowledge base for the device; a hash stands for one content for ever. Next compresses
 * pages and not this: it is for the proxy in front to compress.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ hash: string }> }) {
  const base = knowledgeBase();
  if ((await params).hash !== base.hash) {
    return Response.json({ error: 'no-such-knowledge-base', current: base.hash }, { status: 404 });
  }
  return Response.json(base, {
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  });
}
