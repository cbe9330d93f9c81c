import { findUnknownSettings, findWrongSettings } from './find-wrong-settings';

/** Ends the process where a setting is wrong, with one line for each that is; warns of unknown ones. */
export function refuseWrongSettings(): void {
  for (const unknown of findUnknownSettings(process.env)) console.warn(unknown);
  const wrong = findWrongSettings(process.env);
  if (wrong.length === 0) return;
  console.error(wrong.join('\n'));
  process.exit(1);
}
