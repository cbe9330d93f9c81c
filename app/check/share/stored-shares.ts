import { z } from 'zod';

const storedShares = z.array(
  z.object({
    submissionKey: z.uuid(),
    reference: z.string(),
    expiresAt: z.iso.datetime(),
  }),
);

/** Something shared from this device that the server still holds, as far as the device knows. */
export type Share = z.infer<typeof storedShares>[number];

const storageKey = 'surae.shares';
const listeners = new Set<() => void>();
const none: readonly Share[] = [];

/** Where the browser refuses to store anything, they are known as long as the page lives. */
let shares = none;
let raw: string | null = null;
let isStorageRefused = false;

/** What was shared from this device and has not ended; the same list until it changes. */
export function readShares(): readonly Share[] {
  const stored = readStorage();
  if (stored !== raw) {
    raw = stored;
    shares = parse(stored).filter(({ expiresAt }) => Date.parse(expiresAt) > Date.now());
  }
  return shares;
}

export function rememberShare(share: Share): void {
  write([...withoutShare(share.reference), share]);
}

export function forgetShare(reference: string): void {
  write(withoutShare(reference));
}

/** With them goes the way to delete what was shared before its time is over. */
export function forgetShares(): void {
  write(none);
}

/** Calls back when they change, in this tab or another. Returns the way to stop. */
export function watchShares(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function withoutShare(reference: string): Share[] {
  return readShares().filter((share) => share.reference !== reference);
}

function write(next: readonly Share[]): void {
  shares = next;
  raw = next.length === 0 ? null : JSON.stringify(next);
  try {
    if (raw === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, raw);
  } catch {
    isStorageRefused = true;
  }
  for (const listener of listeners) listener();
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

function parse(stored: string | null): readonly Share[] {
  if (stored === null) return none;
  try {
    return storedShares.parse(JSON.parse(stored));
  } catch {
    return none;
  }
}
