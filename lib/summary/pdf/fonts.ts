import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../document/document';

/**
 * Inter with all its letters and signs. The fonts of the screen are cut into subsets, none of
 * which has "≥"; its variable ones pdfkit cannot embed.
 */
const folder = join(process.cwd(), 'node_modules/@expo-google-fonts/inter');
const files = {
  regular: join(folder, '400Regular/Inter_400Regular.ttf'),
  bold: join(folder, '600SemiBold/Inter_600SemiBold.ttf'),
};

let read: { readonly regular: Buffer; readonly bold: Buffer } | undefined;

/** Both weights, read once a process. */
export function fonts() {
  read ??= { regular: readFileSync(files.regular), bold: readFileSync(files.bold) };
  return read;
}

export const fontOf: Readonly<Record<Run['tone'], 'regular' | 'bold'>> = {
  plain: 'regular',
  strong: 'bold',
  quiet: 'regular',
};
