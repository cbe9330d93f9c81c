/** A site of somebody else: static files of a folder, and pages of ours, on an origin of its own. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  png: 'image/png',
};

export interface OtherOrigin {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts the site on a free port.
 * @param page of its root
 * @param folder whose files it serves by their path
 */
export async function startOtherOrigin(page: string, folder?: string): Promise<OtherOrigin> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
      return;
    }
    try {
      const content = await readFile(join(folder ?? '/nowhere', path));
      response.setHeader('Content-Type', types[path.split('.').at(-1) ?? ''] ?? 'text/plain');
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
