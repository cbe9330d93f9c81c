import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from './cannot-start';
import { endChild, hasEnded, nodeArguments, startChild, untilEnded } from './child-process';
import { isFree } from './free-port';

const pollMs = 100;

export type Address = { host: string; port: number };

/** Where to listen, from `PORT` (3000) and `SURAE_HOST` (this machine only). */
export async function chooseAddress(environment: NodeJS.ProcessEnv): Promise<Address> {
  const host = environment.SURAE_HOST || '127.0.0.1';
  const wanted = environment.PORT || '3000';
  const port = /^\d{1,5}$/.test(wanted) ? Number(wanted) : 0;
  if (port < 1 || port > 65_535) {
    throw new CannotStart(`PORT must be a number from 1 to 65535, and it is "${wanted}".`);
  }
  if (await isFree(port, host)) return { host, port };
  throw new CannotStart(
    `Port ${port} of ${host} is taken or may not be used: stop what listens there, or name another one in PORT.`,
  );
}

export type WebServer = { ended: Promise<void>; stop: () => Promise<void> };

/** Starts Next (`next dev` or `next start`) and resolves when it and its database answer. */
export async function startWebServer(
  mode: 'dev' | 'start',
  { host, port }: Address,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<WebServer> {
  const child = startChild(
    process.execPath,
    nodeArguments('next/dist/bin/next', mode, '--hostname', host, '--port', String(port)),
    { env: environment, stdio: ['pipe', mode === 'dev' ? 'inherit' : 'ignore', 'inherit'] },
  );
  const server = { ended: untilEnded(child), stop: () => endChild(child) };
  try {
    while (!(await answers(host, port))) {
      signal.throwIfAborted();
      if (hasEnded(child)) {
        throw new CannotStart('The web server ended while starting, for the reason above.');
      }
      await sleep(pollMs);
    }
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function answers(host: string, port: number): Promise<boolean> {
  const here = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const name = here.includes(':') ? `[${here}]` : here;
  try {
    const response = await fetch(`http://${name}:${port}/health`);
    return response.ok;
  } catch {
    return false;
  }
}
