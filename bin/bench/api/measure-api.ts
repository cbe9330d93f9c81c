/** The HTTP API beside an empty handler in the same server, both under the same load. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { Input } from '@/lib/triage/answers';
import { median, roundTo } from '../median';
import type { Surroundings } from '../surroundings';
import { varyPeople } from '../vary-people';
import { serveSurae } from '../web/serve';

export interface Rate {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface Api {
  /** `GET /api/v1/live`, which answers 204 and does nothing. */
  readonly empty: Rate;
  /** `POST /api/v1/assess`, a person of its own in every request. */
  readonly assess: Rate;
  /** The rate of the one over that of the other, the median of the rounds. */
  readonly share: number;
  readonly batchRows: number;
  readonly batchRowsPerSecond: number;
}

const connections = 8;
const roundSeconds = 5;
const rounds = 3;
/** For each connection in each round: more than it can send. */
const peopleMax = 1_000;
/** Before it is measured, json-rules-engine has judged the values that so many other people bring. */
const warmUpRows = 4_000;
const batchRows = 4_000;

export async function measureApi(
  vignettes: readonly Input[],
  { signal, started, tell }: Surroundings,
): Promise<Api> {
  const folder = mkdtempSync(join(tmpdir(), 'surae-api-'));
  started.push({ stop: async () => rmSync(folder, { recursive: true, force: true }) });
  const unlimited = { SURAE_API: 'open', SURAE_API_PER_MINUTE: '999999999' };
  const served = await serveSurae(folder, signal, unlimited);
  started.push(served);
  tell(`warming up: ${warmUpRows} other people`);
  await postBatch(served.url, varyPeople(vignettes, warmUpRows, 2));
  const live = { method: 'GET', path: '/api/v1/live' } as const;
  const assessed = varyPeople(vignettes, rounds * connections * peopleMax).map((person) => ({
    method: 'POST' as const,
    path: '/api/v1/assess',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  }));
  const takePeople = () => assessed.splice(0, peopleMax);
  const runs: { empty: Rate; assess: Rate }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    signal.throwIfAborted();
    const empty = await load(served.url, () => [live]);
    runs.push({ empty, assess: await load(served.url, takePeople) });
  }
  const batchSeconds = await postBatch(served.url, varyPeople(vignettes, batchRows, 3));
  await served.stop();
  return {
    empty: medianRate(runs.map(({ empty }) => empty)),
    assess: medianRate(runs.map(({ assess }) => assess)),
    share: roundTo(3, median(runs.map(({ empty, assess }) => assess.perSecond / empty.perSecond))),
    batchRows,
    batchRowsPerSecond: Math.round(batchRows / batchSeconds),
  };
}

/** @param requestsOfConnection what one connection sends: no two send the same person */
async function load(url: string, requestsOfConnection: () => autocannon.Request[]): Promise<Rate> {
  const result = await autocannon({
    url,
    connections,
    duration: roundSeconds,
    setupClient: (client) => client.setRequests(requestsOfConnection()),
  });
  const failures = result.non2xx + result.errors;
  if (failures > 0) throw new Error(`bench: ${failures} requests failed`);
  return {
    perSecond: Math.round(result.requests.average),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}

/** Seconds until the last line of the answer. */
async function postBatch(url: string, rows: readonly Input[]): Promise<number> {
  const body = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const start = performance.now();
  const response = await fetch(`${url}/api/v1/assess/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
  });
  let lines = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    lines += countNewlines(
      Buffer.from(part.value.buffer, part.value.byteOffset, part.value.length),
    );
  }
  if (lines !== rows.length) throw new Error(`bench: ${lines} of ${rows.length} lines came out`);
  return (performance.now() - start) / 1000;
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf('\n'); at >= 0; at = bytes.indexOf('\n', at + 1)) count += 1;
  return count;
}

function medianRate(rates: readonly Rate[]): Rate {
  return {
    perSecond: median(rates.map(({ perSecond }) => perSecond)),
    p50Ms: median(rates.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(rates.map(({ p99Ms }) => p99Ms)),
  };
}
