/** What a member typed and the server has not stored yet: on this device, by intake. */
const prefix = 'surae.clinic.unsent.';

export function readUnsent(intakeId: string): string | null {
  try {
    return localStorage.getItem(`${prefix}${intakeId}`);
  } catch {
    return null;
  }
}

/** Where the browser refuses to store anything, it lives as long as the page. */
export function writeUnsent(intakeId: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(`${prefix}${intakeId}`);
    else localStorage.setItem(`${prefix}${intakeId}`, text);
  } catch {}
}

export function hasUnsent(): boolean {
  return unsentKeys().length > 0;
}

/** Takes all of it away: somebody else may use the device next. */
export function forgetUnsent(): void {
  for (const key of unsentKeys()) localStorage.removeItem(key);
}

function unsentKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
