/** Tells every open page of a clinic when its list changes: one listening connection for the process. */
import { Client } from 'pg';
import { worklistChannel } from './in-clinic';

type Listener = () => void;

const retryMs = [500, 1000, 2000, 5000, 10_000];

declare global {
  var suraeWorklistEvents: Map<string, Set<Listener>> | undefined;
}

/**
 * Calls back whenever something is stored that the clinic's list may show, on whatever server.
 * After a lost connection it calls back once, since something may have been missed. Returns the way
 * to stop.
 */
export function watchWorklist(clinicId: string, listener: Listener): () => void {
  const listeners = listenersByClinic();
  const own = listeners.get(clinicId) ?? new Set();
  listeners.set(clinicId, own.add(listener));
  return () => {
    own.delete(listener);
    // Stopped twice, it must not take away who came after.
    if (own.size === 0 && listeners.get(clinicId) === own) listeners.delete(clinicId);
  };
}

function listenersByClinic(): Map<string, Set<Listener>> {
  if (!globalThis.suraeWorklistEvents) {
    globalThis.suraeWorklistEvents = new Map();
    void listen(0);
  }
  return globalThis.suraeWorklistEvents;
}

async function listen(tries: number): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL, keepAlive: true });
  let isOver = false;
  const again = (next: number) => {
    if (isOver) return;
    isOver = true;
    client.end().catch(() => {});
    setTimeout(() => void listen(next), retryMs[Math.min(tries, retryMs.length - 1)]).unref();
  };
  client.on('error', () => again(tries + 1));
  client.on('end', () => again(tries + 1));
  client.on('notification', ({ payload }) => tell(payload ?? ''));
  try {
    await client.connect();
    await client.query(`LISTEN ${worklistChannel}`);
  } catch {
    console.error('worklist-not-live: the database does not answer; trying again');
    again(tries + 1);
    return;
  }
  if (tries > 0)
    for (const clinicId of globalThis.suraeWorklistEvents?.keys() ?? []) tell(clinicId);
}

function tell(clinicId: string): void {
  for (const listener of globalThis.suraeWorklistEvents?.get(clinicId) ?? []) {
    try {
      listener();
    } catch (error) {
      // One page that has gone keeps no news from the others.
      console.error(`worklist-listener-failed ${error instanceof Error ? error.name : ''}`);
    }
  }
}
