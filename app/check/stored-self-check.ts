import { z } from 'zod';
import { audiences } from '@/lib/triage/answers';

const storedSelfCheck = z.object({
  version: z.literal(1),
  audience: z.enum(audiences),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly(), z.number()])),
  /** The questions answered "not sure". */
  unsure: z.array(z.string()).readonly(),
  /** The questions that were asked, in the order in which they were. */
  asked: z.array(z.string()).readonly().default([]),
  startedAt: z.iso.datetime(),
  /** The clock of the assessment; null while questions are being answered. */
  finishedAt: z.iso.datetime().nullable(),
  /** The same for every retry of one submission. */
  submissionKey: z.uuid(),
  /** The clinic that asked for it, by a link for one use. */
  invitation: z
    .object({
      secret: z.string(),
      clinicName: z.string(),
      /** The submission that was sent; missing until one was. */
      sentKey: z.uuid().optional(),
    })
    .optional(),
});

/** The answers as they lie on this device. */
export type SelfCheck = z.infer<typeof storedSelfCheck>;

const storageKey = 'surae.self-check';
const listeners = new Set<() => void>();

/** Where the browser refuses to store anything, the answers live as long as the page. */
let isStorageRefused = false;
let raw: string | null = null;
let parsed: SelfCheck | null = null;

/** What lies on this device, null if nothing does or it cannot be read; the same object until it changes. */
export function readSelfCheck(): SelfCheck | null {
  const stored = readStorage();
  if (stored !== raw) {
    raw = stored;
    parsed = parse(stored);
  }
  return parsed;
}

/** Replaces what lies on this device, or deletes it. */
export function writeSelfCheck(next: SelfCheck | null): void {
  raw = next && JSON.stringify(next);
  parsed = next;
  try {
    if (raw === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, raw);
  } catch {
    isStorageRefused = true;
  }
  for (const listener of listeners) listener();
}

/** Calls back when it changes, in this tab or another. Returns the way to stop. */
export function watchSelfCheck(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function readStorage(): string | null {
  if (isStorageRefused) return raw;
  try {
    return localStorage.getItem(storageKey);
  } catch {
    isStorageRefused = true;
    return raw;
  }
}

function parse(stored: string | null): SelfCheck | null {
  if (stored === null) return null;
  try {
    return storedSelfCheck.parse(JSON.parse(stored));
  } catch {
    return null;
  }
}
