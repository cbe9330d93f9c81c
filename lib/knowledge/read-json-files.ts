import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../triage/knowledge-base-lint';

/** Every JSON file below `folder`, in the order of the paths; a file that is no JSON is a fault. */
export function readJsonFiles(folder: string) {
  const files: { path: string; content: string; value: unknown }[] = [];
  const faults: Fault[] = [];
  for (const path of jsonPathsBelow(folder)) {
    const content = readFileSync(join(folder, path), 'utf8');
    try {
      files.push({ path, content, value: JSON.parse(content) });
    } catch (error) {
      faults.push({ file: path, field: '', message: (error as SyntaxError).message });
    }
  }
  return { files, faults };
}

function jsonPathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort();
}
