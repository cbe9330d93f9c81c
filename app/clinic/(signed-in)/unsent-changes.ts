/**
 * What a member typed and the server has not stored yet: on this device, by member and intake, so
 * that nobody sends what somebody else typed.
 */
const prefix = 'surae.clinic.unsent.';

export interface UnsentPlace {
  readonly memberId: string;
  readonly intakeId: string;
}

export function readUnsent(place: UnsentPlace): string | null {
  try {
    return localStorage.getItem(keyOf(place));
  } catch {
    return null;
  }
}

/** Where the browser refuses to store anything, it lives as long as the page. */
export function writeUnsent(place: UnsentPlace, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(keyOf(place));
    else localStorage.setItem(keyOf(place), text);
  } catch {}
}

export function hasUnsent(): boolean {
  return unsentKeys().length > 0;
}

/** Takes all of it away: somebody else may use the device next. */
export function forgetUnsent(): void {
  for (const key of unsentKeys()) localStorage.removeItem(key);
}

function keyOf({ memberId, intakeId }: UnsentPlace): string {
  return `${prefix}${memberId}.${intakeId}`;
}

function unsentKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
