/**
 * `npm run --silent api-keys -- create LABEL [--scope assess|knowledge]…`, `… -- list`,
 * `… -- revoke ID`: the keys of the API, in the database of `DATABASE_URL` or, while Surae runs, in
 * the embedded one. It makes keys of no clinic: a clinic's administrators make theirs themselves.
 */
import { parseArgs } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  createApiKey,
  listApiKeys,
  revokeApiKey,
  scopesWithoutClinic,
} from '@/lib/intake/api-keys';
import { PrismaClient } from '@/lib/intake/generated/client';
import { CannotStart } from './cannot-start';
import { findRunningDatabase } from './find-running-database';
import { runCommand } from './run-command';

const usage = 'Usage: api-keys create LABEL [--scope assess|knowledge]… | list | revoke ID';

await runCommand(async (_signal, started) => {
  const { values, positionals } = readArguments();
  const [command, argument, ...others] = positionals;
  if (others.length > 0) throw new CannotStart(usage);
  const database = new PrismaClient({
    adapter: new PrismaPg({ connectionString: findRunningDatabase(process.env) }),
  });
  started.push({ stop: () => database.$disconnect() });
  switch (command) {
    case 'create': {
      if (!argument) throw new CannotStart(usage);
      const scopes = readScopes(values.scope);
      const { id, key } = await createApiKey(database, { label: argument, scopes });
      console.error(`Key ${id} for ${scopes.join(', ')}. It is shown this once:`);
      console.log(key);
      return;
    }
    case 'list':
      for (const key of await listApiKeys(database)) console.log(JSON.stringify(key));
      return;
    case 'revoke':
      if (!isUuid(argument)) throw new CannotStart(usage);
      if (!(await revokeApiKey(database, argument, new Date()))) {
        throw new CannotStart(`No key ${argument} is there to be revoked.`);
      }
      console.error(`Key ${argument} is revoked; servers refuse it within ten seconds.`);
      return;
    default:
      throw new CannotStart(usage);
  }
});

function readArguments() {
  try {
    return parseArgs({
      options: { scope: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
  } catch {
    throw new CannotStart(usage);
  }
}

function readScopes(named: readonly string[] = scopesWithoutClinic) {
  const scopes = scopesWithoutClinic.filter((scope) => named.includes(scope));
  const unknown = named.find((name) => !scopesWithoutClinic.some((scope) => scope === name));
  if (unknown === 'audit') {
    throw new CannotStart(
      'A key of scope audit is a clinic’s: make it in the clinic, at API keys.',
    );
  }
  if (unknown !== undefined) {
    const known = scopesWithoutClinic.join(', ');
    throw new CannotStart(`There is no scope ${unknown}: choose of ${known}.`);
  }
  return scopes;
}

function isUuid(text: string | undefined): text is string {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? '');
}
