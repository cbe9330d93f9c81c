import { connectDatabase } from '@/lib/intake/database';

export const dynamic = 'force-dynamic';

/** 200 when the server and its database answer, else 503. */
export async function GET(): Promise<Response> {
  try {
    const database = await connectDatabase();
    await database.$queryRaw`SELECT 1`;
    return Response.json({ status: 'ok' });
  } catch {
    return Response.json({ status: 'database-unreachable' }, { status: 503 });
  }
}
