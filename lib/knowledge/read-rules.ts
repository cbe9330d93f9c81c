/** Reads the folder `rules/` from disk, for the server and the commands. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeBase } from '../triage/knowledge-base';
import type { Fault } from '../triage/knowledge-base-lint';
import { type LoadResult, loadKnowledgeBase } from '../triage/load-knowledge-base';

const rulesFolder = join(process.cwd(), 'rules');

/**
 * The knowledge base in `folder`, or its faults; a file that is no JSON is a fault too.
 * @param region whose words its texts use; the environment's SURAE_REGION, or that of the rules
 */
export function readRules(
  folder = rulesFolder,
  region = process.env.SURAE_REGION || undefined,
): LoadResult {
  const { documents, hash, faults } = readDocuments(folder, region);
  const loaded = loadKnowledgeBase(documents, hash, region);
  if (faults.length === 0) return loaded;
  const all = loaded.ok ? faults : [...faults, ...loaded.faults];
  return { ok: false, faults: all, unsound: null };
}

/** The parsed files, by path without `.json`, with the SHA-256 over paths, contents and region. */
export function readDocuments(folder = rulesFolder, region?: string) {
  const documents: Record<string, unknown> = {};
  const faults: Fault[] = [];
  const hash = createHash('sha256');
  for (const path of pathsBelow(folder)) {
    const content = readFileSync(join(folder, path), 'utf8');
    hash.update(`${path}\n${content}\n`);
    try {
      documents[path.slice(0, -'.json'.length)] = JSON.parse(content);
    } catch (error) {
      faults.push({ file: path, field: '', message: (error as SyntaxError).message });
    }
  }
  if (region !== undefined) hash.update(`region ${region}\n`);
  return { documents, faults, hash: hash.digest('hex') };
}

let shared: KnowledgeBase | undefined;

/** The knowledge base of this process. Throws, listing every fault, when `rules/` is broken. */
export function knowledgeBase(): KnowledgeBase {
  if (!shared) {
    const loaded = readRules();
    if (!loaded.ok) throw new Error(`knowledge-base-broken\n${describeFaults(loaded.faults)}`);
    shared = loaded.knowledgeBase;
  }
  return shared;
}

/** One line for each fault: file, field, what is wrong. */
export function describeFaults(faults: readonly Fault[]): string {
  return faults
    .map(({ file, field, message }) => `rules/${file}${field && ` ${field}`}: ${message}`)
    .join('\n');
}

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort();
}
