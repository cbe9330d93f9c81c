/** Named views of the list, on this device. */
import { z } from 'zod';

const schema = z.array(
  z.object({ name: z.string(), address: z.string().startsWith('/clinic/worklist') }),
);
type SavedView = z.infer<typeof schema>[number];

const key = 'surae.clinic.views';
const listeners = new Set<() => void>();
let raw: string | null | undefined;
let parsed: readonly SavedView[] = [];

/** The same object until it changes. */
export function readViews(): readonly SavedView[] {
  const stored = readStorage();
  if (stored !== raw) {
    raw = stored;
    parsed = parse(stored);
  }
  return parsed;
}

/** Under a name that is taken, it takes that one's place. */
export function saveView(view: SavedView): void {
  write([...readViews().filter(({ name }) => name !== view.name), view]);
}

export function forgetView(name: string): void {
  write(readViews().filter((view) => view.name !== name));
}

export function watchViews(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function write(views: readonly SavedView[]): void {
  raw = JSON.stringify(views);
  parsed = views;
  try {
    localStorage.setItem(key, raw);
  } catch {
    // They then live as long as the page.
  }
  for (const listener of listeners) listener();
}

function readStorage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return raw ?? null;
  }
}

function parse(stored: string | null): readonly SavedView[] {
  if (stored === null) return [];
  try {
    return schema.parse(JSON.parse(stored));
  } catch {
    return [];
  }
}
