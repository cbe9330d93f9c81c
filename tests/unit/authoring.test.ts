/** The guide for clinicians is true: what it names exists, and its example is sound. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocuments } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { conclude } from '@/lib/triage/assess';
import { loadKnowledgeBase } from '@/lib/triage/load-knowledge-base';
import { twinOf } from '@/lib/triage/twin';

const guide = readFileSync('docs/authoring.md', 'utf8');
const [vignette = '', condition = ''] = [...guide.matchAll(/```json\n([\s\S]*?)\n```/g)].map(
  ([, json]) => json ?? '',
);
const id = 'heel-fat-pad-bruise';

test('every command that it names is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = [...guide.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !(name && name in scripts))).toEqual([]);
});

test('every file that it names is there, but for those of the example', () => {
  const named = [...guide.matchAll(/`((?:rules|tests|docs)\/[^`\s]*|[A-Z]+\.md)`/g)]
    .map(([, path]) => path ?? '')
    .filter((path) => !path.includes(id));
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test('the example loads beside the rules, and comes first for its person', () => {
  const { documents, hash } = readDocuments();
  const loaded = loadKnowledgeBase(
    { ...documents, [`conditions/${id}`]: JSON.parse(condition) },
    hash,
  );
  expect(loaded.ok ? [] : loaded.faults).toEqual([]);
  if (!loaded.ok) return;
  const folder = mkdtempSync(join(tmpdir(), 'surae-guide-'));
  mkdirSync(join(folder, id));
  writeFileSync(join(folder, id, 'example.json'), vignette);
  const [person] = readVignettes(folder);
  rmSync(folder, { recursive: true });
  if (!person) throw new Error('no vignette');
  const twin = twinOf(loaded.knowledgeBase);
  const at = new Date('2026-01-05T09:00:00Z');
  const { ranking, urgency } = conclude(twin.book, person.input, twin.evaluate(person.input), at);
  expect(ranking[0]?.condition).toBe(id);
  expect(urgency).toBe(person.expected.urgency);
});
