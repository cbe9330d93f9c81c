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
      const message = withLine((error as SyntaxError).message, content);
      faults.push({ file: path, field: '', message });
    }
  }
  return { files, faults };
}

/** Older versions of Node tell the character only. */
function withLine(message: string, content: string): string {
  const position = /at position (\d+)$/.exec(message)?.[1];
  if (position === undefined) return message;
  const line = content.slice(0, Number(position)).split('\n').length;
  return `${message} (line ${line})`;
}

function jsonPathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort();
}
