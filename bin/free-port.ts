import { once } from 'node:events';
import { createServer } from 'node:net';

/** Whether nothing listens on `port` of `host` yet. */
export async function isFree(port: number, host: string): Promise<boolean> {
  return (await listenBriefly(port, host)) !== undefined;
}

/** A port of this machine that nothing listens on. */
export async function findFreePort(): Promise<number> {
  const port = await listenBriefly(0, '127.0.0.1');
  if (port === undefined) throw new Error('no-free-port');
  return port;
}

async function listenBriefly(port: number, host: string): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' ? address?.port : undefined;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}
