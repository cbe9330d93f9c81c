/** Reads the folder `rules/` from disk, for the server and the commands. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { KnowledgeBase } from '../triage/knowledge-base';
import type { Fault } from '../triage/knowledge-base-lint';
import { type LoadResult, loadKnowledgeBase } from '../triage/load-knowledge-base';
import { readJsonFiles } from './read-json-files';

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
  const { files, faults } = readJsonFiles(folder);
  const documents: Record<string, unknown> = {};
  const hash = createHash('sha256');
  for (const { path, content, value } of files) {
    hash.update(`${path}\n${content}\n`);
    documents[path.slice(0, -'.json'.length)] = value;
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

/** One line for each fault: file below `folder`, field, what is wrong. */
export function describeFaults(faults: readonly Fault[], folder = 'rules'): string {
  return faults
    .map(({ file, field, message }) => `${folder}/${file}${field && ` ${field}`}: ${message}`)
    .join('\n');
}
