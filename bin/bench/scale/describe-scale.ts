import { drawTable } from '../draw-table';
import type { StoredCheck } from './check-stored';
import { costPerMillion } from './cost';
import type { Scale } from './measure-scale';
import type { Size } from './measure-storage';
import type { Throughput } from './measure-throughput';
import { pauseMsMax } from './watch-pauses';

/** An assumption, in USD: what a virtual processor costs an hour. */
const pricePerVcpuHour = 0.04;

export function describeScale(scale: Scale): string {
  const { settings, syncMs, loadBefore, loadAfter } = scale;
  const server = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return [
    `PostgreSQL: ${server.join(', ')}; ${syncMs} ms to sync 8 kB; load ${loadBefore} before, ${loadAfter} after`,
    drawThroughput('submitIntake', scale.submissions),
    drawThroughput('its transaction alone', scale.stores),
    drawThroughput('with a trail a process', scale.storesWithOwnTrails),
    drawThroughput('reading', scale.reads),
    drawThroughput('size of the pool', scale.pools),
    drawThroughput('too many connections', [scale.overflow]),
    describeFailures(scale.overflow),
    drawChecks([...scale.checks, scale.contested]),
    drawSizes(scale),
    describeColumns(scale),
    describeErasing(scale),
    describePosts(scale),
  ].join('\n\n');
}

function drawThroughput(title: string, list: readonly Throughput[]): string {
  const head = ['processes', 'pool', 'callers', 'count', '1/s', 'p50 ms', 'p99 ms', 'app CPU ms'];
  const rows = list.map((one) => {
    const { processes, pool, callers, count, perSecond, p50Ms, p99Ms } = one;
    const { appProcessorMs, databaseProcessorMs, work } = one;
    const figures = [processes, pool, callers, count, perSecond, p50Ms, p99Ms, appProcessorMs];
    const stopped = one.longestPauseMs > pauseMsMax ? ' (stopped)' : '';
    return [work + stopped, ...figures.map(show), show(databaseProcessorMs)];
  });
  return drawTable([title, ...head, 'database CPU ms'], rows);
}

function describeFailures({ failures, failedAfterMs }: Throughput): string {
  const kinds = Object.entries(failures).map(([kind, count]) => `${show(count)} × ${kind}`);
  return kinds.length === 0
    ? 'no failures'
    : `failures: ${kinds.join(', ')}; after ${show(failedAfterMs)} ms at the median`;
}

function drawChecks(checks: readonly StoredCheck[]): string {
  const head = ['acknowledged', 'intakes', 'lost', 'wrong events', 'openings', 'opened', 'audit'];
  return drawTable(
    head,
    checks.map((one) => [
      ...[one.acknowledged, one.intakes, one.lost, one.wrongEvents].map(show),
      ...[one.openings, one.openedEvents].map(show),
      one.auditTrail ? `${show(one.auditEvents)} verified` : 'BROKEN',
    ]),
  );
}

function drawSizes({ storage }: Scale): string {
  const row = (what: string, { intake, intakeToast, intakeIndexes, auditTrail }: Size) => [
    what,
    ...[intake, intakeToast, intakeIndexes, auditTrail].map(show),
  ];
  const head = ['bytes an intake', 'whole', 'of it TOAST', 'of it indexes', 'audit trail'];
  return drawTable(head, [
    row(`of ${show(storage.intakes)}`, storage.before),
    row('erased, vacuumed', storage.erasedAndVacuumed),
    row('erased, rewritten', storage.erasedAndRewritten),
  ]);
}

function describeColumns({ storage }: Scale): string {
  const columns = Object.entries(storage.columns).map(([name, bytes]) => `${name} ${show(bytes)}`);
  return `bytes of a column: ${columns.join(', ')}`;
}

function describeErasing({ storage, erasing }: Scale): string {
  return drawTable(
    ['erasing at once', 'seconds', 'ms an intake', ''],
    [storage.erasing, erasing].map(({ intakes, seconds, msPerIntake, failure }) => [
      show(intakes),
      show(seconds),
      show(msPerIntake),
      failure ?? '',
    ]),
  );
}

function describePosts({ posts }: Scale): string {
  const { count, callers, perSecond, p50Ms, p99Ms, serverProcessorMs, databaseProcessorMs } = posts;
  const processorMs = (serverProcessorMs ?? Number.NaN) + (databaseProcessorMs ?? Number.NaN);
  const cost = costPerMillion(processorMs, pricePerVcpuHour);
  const figures = [callers, perSecond, p50Ms, p99Ms, serverProcessorMs, databaseProcessorMs];
  const head = ['callers', '1/s', 'p50 ms', 'p99 ms', 'server CPU ms', 'database CPU ms'];
  const price = `USD a million at ${pricePerVcpuHour} a vCPU hour`;
  return drawTable(
    ['POST /api/intakes', ...head, price],
    [[show(count), ...figures.map(show), cost.toFixed(2)]],
  );
}

function show(figure: number | null): string {
  return figure === null ? '–' : figure.toLocaleString('en');
}
