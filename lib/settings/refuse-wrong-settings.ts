import { findWrongSettings } from './find-wrong-settings';

/** Ends the process where a setting is wrong, with one line for each that is. */
export function refuseWrongSettings(): void {
  const wrong = findWrongSettings(process.env);
  if (wrong.length === 0) return;
  console.error(wrong.join('\n'));
  process.exit(1);
}
