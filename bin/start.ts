/**
 * `npm start`: PostgreSQL, migrations, build, web server, in that order and each only as far as
 * needed; `--dev` serves with `next dev`. Ctrl-C or SIGTERM ends all of it, at any moment.
 */

import { findWrongSettings } from '@/lib/settings/find-wrong-settings';
import { siteAddress } from '@/lib/settings/site-address';
import { buildPages, generateClient } from './build-if-stale';
import { CannotStart } from './cannot-start';
import { type RunningDatabase, startEmbeddedPostgres } from './embedded-postgres';
import { migrate } from './migrate';
import { prepareDataFolder } from './postgres-account';
import { runCommand } from './run-command';
import { chooseAddress, startWebServer } from './web-server';

const mode = process.argv.includes('--dev') ? 'dev' : 'start';

await runCommand(async (signal, started) => {
  refuseWrongSettings();
  const address = await chooseAddress(process.env);
  const dataFolder = prepareDataFolder(process.env.SURAE_DATA);
  const database = givenDatabase() ?? (await startEmbeddedPostgres(dataFolder, signal));
  started.push(database);
  await migrate(database.url);
  await generateClient(signal);
  if (mode === 'start') await buildPages(signal);

  const environment = { ...process.env, DATABASE_URL: database.url, SURAE_DATA: dataFolder };
  const server = await startWebServer(mode, address, environment, signal);
  started.push(server);
  const site = siteAddress() ?? `http://localhost:${address.port}`;
  console.log(`Surae is ready: ${site}`);
  // Only now is there a client of the database to import.
  const { offerSetUp } = await import('./offer-set-up');
  await offerSetUp(database.url, site);

  const lost = await Promise.race([
    server.ended.then(() => 'web server'),
    database.ended.then(() => 'database'),
    untilAborted(signal),
  ]);
  throw new CannotStart(`The ${lost} ended unexpectedly, so Surae stops.`);
});

/** Each is told in one line now, rather than in the log at the first request that needs it. */
function refuseWrongSettings(): void {
  const wrong = findWrongSettings(process.env);
  if (wrong.length > 0) throw new CannotStart(wrong.join('\n'));
}

/** The database of `DATABASE_URL`: it is somebody else's to start and stop. */
function givenDatabase(): RunningDatabase | undefined {
  const url = process.env.DATABASE_URL;
  return url ? { url, ended: new Promise(() => {}), stop: async () => {} } : undefined;
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}
