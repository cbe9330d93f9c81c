/** A PostgreSQL for the benchmark, in a temporary folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../embedded-postgres';
import { migrate } from '../../migrate';
import { prepareDataFolder } from '../../postgres-account';
import { findPostmaster } from '../../postmaster';
import type { Surroundings } from '../surroundings';
import { processorTimeMs } from './processor-time';

export interface ScaleDatabase {
  readonly folder: string;
  /** The address of an empty database with all migrations applied. */
  readonly makeFresh: (name: string) => Promise<string>;
  /** Processor time of all of PostgreSQL so far; null where the system does not say. */
  readonly processorMs: () => number | null;
}

/** It is stopped, and its folder removed, when the command ends. */
export async function startScaleDatabase({
  signal,
  started,
}: Surroundings): Promise<ScaleDatabase> {
  const folder = prepareDataFolder(mkdtempSync(join(tmpdir(), 'surae-scale-')));
  started.push({ stop: async () => rmSync(folder, { recursive: true, force: true }) });
  const server = await startEmbeddedPostgres(folder, signal);
  started.push(server);
  const postmaster = findPostmaster(join(folder, 'postgres'))?.pid ?? 0;
  return {
    folder,
    makeFresh: async (name) => {
      await query(server.url, `CREATE DATABASE "${name}"`);
      const address = new URL(server.url);
      address.pathname = `/${name}`;
      await migrate(address.href);
      return address.href;
    },
    processorMs: () => processorTimeMs(postmaster, 'postgres'),
  };
}

/** The rows that one statement returns, on a connection of its own. */
export async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}
