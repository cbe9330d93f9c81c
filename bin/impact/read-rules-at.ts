import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeFaults, readRules } from '@/lib/knowledge/read-rules';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Fault } from '@/lib/triage/knowledge-base-lint';
import { CannotStart } from '../cannot-start';

export interface RulesAt {
  /** The commit's hash, in hex. */
  readonly commit: string;
  readonly knowledgeBase: KnowledgeBase;
  /** What today's checks find in it. */
  readonly faults: readonly Fault[];
}

/**
 * The knowledge base as it was at a git ref; the working tree stays as it is. Throws `CannotStart`
 * where git knows no such ref, and, with every fault, where those rules are not of today's format.
 * @param repository the folder that `rules/` stands in
 */
export function readRulesAt(ref: string, repository: string): RulesAt {
  const revision = ['--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const commit = git(repository, ['rev-parse', ...revision])
    ?.toString()
    .trim();
  if (!commit) throw new CannotStart(`git knows no commit ${ref}.`);
  const listed = git(repository, ['ls-tree', '-r', '-z', commit, 'rules/'])?.toString() ?? '';
  const files = listed.split('\0').flatMap((entry) => {
    const [, hash, path] = /^\d+ blob ([0-9a-f]+)\t(rules\/.*\.json)$/s.exec(entry) ?? [];
    return hash && path ? [{ hash, path }] : [];
  });
  if (files.length === 0) throw new CannotStart(`There is no rules/ at ${ref}.`);

  const folder = mkdtempSync(join(tmpdir(), 'surae-rules-'));
  try {
    const contents = readBlobs(
      repository,
      files.map(({ hash }) => hash),
    );
    for (const [place, { path }] of files.entries()) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), contents[place] ?? '');
    }
    const loaded = readRules(join(folder, 'rules'));
    if (loaded.ok) return { commit, knowledgeBase: loaded.knowledgeBase, faults: [] };
    // What today's checks find in the rules of before is no reason not to compare with them.
    if (loaded.unsound) {
      return { commit, knowledgeBase: loaded.unsound, faults: loaded.faults };
    }
    throw new CannotStart(
      `The rules of ${ref} do not load with today's format:\n${describeFaults(loaded.faults)}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The contents of git's objects, in the order of their hashes. */
function readBlobs(repository: string, hashes: readonly string[]): Buffer[] {
  const batch = git(repository, ['cat-file', '--batch'], `${hashes.join('\n')}\n`);
  if (!batch) throw new CannotStart('git cat-file failed.');
  const contents: Buffer[] = [];
  for (let start = 0; start < batch.length; ) {
    const end = batch.indexOf('\n', start);
    const size = Number(batch.subarray(start, end).toString().split(' ')[2]);
    contents.push(batch.subarray(end + 1, end + 1 + size));
    start = end + 1 + size + 1;
  }
  return contents;
}

const outputBytesMax = 256 * 1024 * 1024;

/** What git prints; null where it fails. */
function git(repository: string, args: readonly string[], input = ''): Buffer | null {
  const { status, stdout, error } = spawnSync('git', ['-C', repository, ...args], {
    input,
    maxBuffer: outputBytesMax,
  });
  if (error) throw new CannotStart(`git: ${error.message}`);
  return status === 0 ? stdout : null;
}
