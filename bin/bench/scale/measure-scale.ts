/**
 * Several app processes on one PostgreSQL, on loopback: what they get through, where it ends, and
 * whether everything is still there. Bounded in time; nothing listens beyond this machine.
 */
import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import type { Input } from '@/lib/triage/answers';
import { roundTo } from '../median';
import type { Surroundings } from '../surroundings';
import type { CallerResult, Work } from './caller-job';
import { checkStored, type StoredCheck } from './check-stored';

import { measurePosts, type Posts } from './measure-posts';
import { type Erasing, measureErasing, measureStorage, type Storage } from './measure-storage';
import { measureSyncMs } from './measure-sync';
import { type Measured, measureThroughput, type Throughput } from './measure-throughput';
import { query, startScaleDatabase } from './scale-database';
import { startCallers } from './start-callers';

export interface Scale {
  /** Of the machine, over the last minute, before the measurement: other work slows it down. */
  readonly loadBefore: number;
  readonly loadAfter: number;
  /** To make 8 kB durable on the disk of the database. */
  readonly syncMs: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly submissions: readonly Throughput[];
  /** Every process sends the same submissions at the same time. */
  readonly contested: StoredCheck;
  readonly stores: readonly Throughput[];
  readonly storesWithOwnTrails: readonly Throughput[];
  readonly reads: readonly Throughput[];
  readonly pools: readonly Throughput[];
  readonly overflow: Throughput;
  readonly storage: Storage;
  /** Of everything that `stores` left, at once. */
  readonly erasing: Erasing;
  readonly posts: Posts;
  readonly checks: readonly StoredCheck[];
}

const processesMax = 8;
const submitProcesses = [1, 2, 4];
const storeProcesses = [1, 2, 4, 8];
const readProcesses = [1, 4];
const poolSizes = [1, 2, 5, 10, 20];
/** node-postgres's own, which ours is. */
const poolDefault = 10;
const callersEach = 4;
const poolCallers = 20;
const contestedKeys = 24;
const overflowJob = { pool: 30, callers: 30, processes: 4 };
const storedForSize = 300;

/** A factor below 1 shortens every measurement, to try the benchmark itself. */
const timeFactor = Number(process.env.SCALE_TIME ?? 1);

const durations = { warmUpMs: 1000 * timeFactor, measuredMs: 4000 * timeFactor };

export async function measureScale(
  inputs: readonly Input[],
  surroundings: Surroundings,
): Promise<Scale> {
  const { tell, signal, started } = surroundings;
  const loadBefore = roundTo(3, loadavg()[0] ?? Number.NaN);
  const database = await startScaleDatabase(surroundings);
  const callers = startCallers(processesMax);
  started.push(callers);
  const acknowledged = new Map<string, CallerResult['acknowledged']>();

  const measure = async (
    url: string,
    processes: number,
    work: Work,
    changes: { pool?: number; callers?: number; references?: string[]; keys?: string[] } = {},
    times: Partial<typeof durations> = {},
  ): Promise<Throughput> => {
    signal.throwIfAborted();
    const job = { work, url, pool: poolDefault, callers: callersEach, ...durations };
    tell(`scale: ${work}, ${processes} processes`);
    const measured: Measured = await measureThroughput(callers, database, processes, {
      ...job,
      ...changes,
      ...times,
    });
    acknowledged.set(url, [...(acknowledged.get(url) ?? []), ...measured.acknowledged]);
    return measured.throughput;
  };
  const check = (url: string) => checkStored(url, acknowledged.get(url) ?? []);
  const each = async <One>(list: readonly One[], work: (one: One) => Promise<Throughput>) => {
    const all: Throughput[] = [];
    for (const one of list) all.push(await work(one));
    return all;
  };

  const submitUrl = await database.makeFresh('submit');
  const submissions = await each(submitProcesses, (count) => measure(submitUrl, count, 'submit'));

  const contestedUrl = await database.makeFresh('contested');
  const keys = Array.from({ length: contestedKeys }, () => randomUUID());
  await measure(contestedUrl, 4, 'submit', { keys }, { warmUpMs: 0, measuredMs: 60_000 });

  const storeUrl = await database.makeFresh('store');
  const stores = await each(storeProcesses, (count) => measure(storeUrl, count, 'store'));
  const ownUrl = await database.makeFresh('own-trails');
  const storesWithOwnTrails = await each(storeProcesses, (count) =>
    measure(ownUrl, count, 'store-own-trail'),
  );

  const references = (acknowledged.get(storeUrl) ?? [])
    .slice(-500)
    .map(([, reference]) => reference);
  const reads = [
    ...(await each(readProcesses, (count) => measure(storeUrl, count, 'open', { references }))),
    ...(await each(readProcesses, (count) => measure(storeUrl, count, 'look-up', { references }))),
  ];

  const pools = await each(poolSizes, (pool) =>
    measure(storeUrl, 2, 'store', { pool, callers: poolCallers }),
  );
  const { processes, ...overflowing } = overflowJob;
  const overflow = await measure(storeUrl, processes, 'store', overflowing, { warmUpMs: 0 });

  tell('scale: what is stored');
  const checks = [await check(submitUrl), await check(storeUrl)];
  const contested = await check(contestedUrl);
  const sizeUrl = await database.makeFresh('size');
  while ((acknowledged.get(sizeUrl)?.length ?? 0) < storedForSize * Math.min(1, timeFactor)) {
    await measure(sizeUrl, 1, 'store', {}, { warmUpMs: 0, measuredMs: 1000 });
  }
  const storage = await measureStorage(sizeUrl);
  tell('scale: erasing');
  const erasing = await measureErasing(storeUrl);
  const settings = await readSettings(storeUrl);
  const syncMs = measureSyncMs(database.folder);
  await callers.stop();

  tell('scale: through the web server');
  const bounds = {
    callers: callersEach,
    warmUpMs: 3000 * timeFactor,
    measuredMs: 10_000 * timeFactor,
  };
  return {
    loadBefore,
    syncMs,
    settings,
    submissions,
    contested,
    stores,
    storesWithOwnTrails,
    reads,
    pools,
    overflow,
    storage,
    erasing,
    posts: await measurePosts(inputs, bounds, surroundings),
    checks,
    loadAfter: roundTo(3, loadavg()[0] ?? Number.NaN),
  };
}

const settingNames = [
  'server_version',
  'max_connections',
  'superuser_reserved_connections',
  'shared_buffers',
  'synchronous_commit',
];

async function readSettings(url: string): Promise<Record<string, string>> {
  const list = settingNames.map((name) => `'${name}'`).join(', ');
  const rows = await query(
    url,
    `SELECT name, current_setting(name) AS value FROM pg_settings WHERE name IN (${list})`,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [String(name), String(value)]));
}
