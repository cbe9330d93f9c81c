/** The guide for clinicians is true: what it names exists, what it quotes is said, its example is sound. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { lintVignettes } from '@/lib/knowledge/lint-vignettes';
import { readRules } from '@/lib/knowledge/read-rules';
import { readVignettes, vignetteFile } from '@/lib/knowledge/read-vignettes';
import { conclude } from '@/lib/triage/assess';
import { folders, singleFiles } from '@/lib/triage/load-knowledge-base';
import { twinOf } from '@/lib/triage/twin';

const guide = readFileSync('docs/authoring.md', 'utf8');
const [vignette = '', source = '', condition = ''] = matches(/```json\n([\s\S]*?)\n```/g);
const prose = guide.replace(/```[\s\S]*?```/g, '');
const spans = [...prose.matchAll(/`([^`]+)`/g)].map(([, span]) => span ?? '');
const id = 'heel-fat-pad-syndrome';

function matches(pattern: RegExp): string[] {
  return [...guide.matchAll(pattern)].map(([, found]) => found ?? '');
}

test('every command that it names is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = matches(/npm run ([a-z:]+)/g);
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every file that it names is there, but for those of the example', () => {
  const named = spans.filter((span) => /^((rules|tests|docs)\/\S*|[A-Z]+\.md)$/.test(span));
  const real = named.filter((path) => !path.includes(id));
  expect(real.length).toBeGreaterThan(12);
  expect(real.filter((path) => !existsSync(path))).toEqual([]);
});

test('every field that it names is one of the formats', () => {
  const schemas = [...Object.values(singleFiles), ...Object.values(folders), vignetteFile];
  const named = spans.flatMap((span) => /^"(\w+)"(:.*)?$/.exec(span)?.[1] ?? []);
  expect(named.length).toBeGreaterThan(20);
  const formats = schemas.map((schema) => JSON.stringify(z.toJSONSchema(schema, { io: 'input' })));
  const isField = (name: string) => formats.some((format) => format.includes(`"${name}":`));
  expect(named.filter((name) => !isField(name))).toEqual([]);
});

/** The parts of a message that stand in the code, without what is filled in. */
const fixedParts = (message: string, filled: RegExp) =>
  message
    .split(filled)
    .map((part) => part.trim().replace(/^[:;,] ?|[:;,]$/g, ''))
    .filter(Boolean);

test('every message that it explains is said, by our checks or by the parsers', () => {
  const parsers =
    'Expected in JSON at position Unrecognized key Invalid input: expected Invalid option: expected one of';
  const code = ['lib/triage', 'lib/knowledge', 'tests/unit']
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('authoring.test.ts'))
    .map((file) => readFileSync(file, 'utf8'));
  const explained = prose
    .split('\n')
    .filter((line) => /^\| `/.test(line) && !/rules\/|tests\//.test(line.split('|')[1] ?? ''))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
    .map(([, message]) => message ?? '')
    .filter((message) => !/^"\w+"$|^\w+$/.test(message));
  expect(explained.length).toBeGreaterThan(40);
  const unsaid = explained
    .flatMap((message) => fixedParts(message, /…/))
    .filter((part) => ![parsers, ...code].some((text) => text.includes(part)));
  expect(unsaid).toEqual([]);
});

test('every message of the lint is explained', () => {
  const messages = ['lib/triage/knowledge-base-lint.ts', 'lib/knowledge/lint-vignettes.ts']
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((code) => code.match(/\breport\([\s\S]*?\);/g) ?? [])
    .flatMap((call) => /(?<message>`[^`]*`|'[^'`]*'),?\s*\);$/.exec(call)?.groups?.message ?? [])
    .map((literal) => literal.slice(1, -1));
  expect(messages.length).toBeGreaterThan(30);
  const unexplained = messages
    .flatMap((message) => fixedParts(message, /\$\{[^}]*\}/).slice(-1))
    .filter((part) => !prose.includes(part));
  expect(unexplained).toEqual([]);
});

test('the example loads beside the rules, and comes first for its person', () => {
  const folder = mkdtempSync(join(tmpdir(), 'surae-guide-'));
  const rules = join(folder, 'rules');
  cpSync('rules', rules, { recursive: true });
  const sources = JSON.parse(readFileSync(join(rules, 'sources.json'), 'utf8'));
  Object.assign(sources.sources, JSON.parse(source));
  writeFileSync(join(rules, 'sources.json'), JSON.stringify(sources));
  writeFileSync(join(rules, `conditions/${id}.json`), condition);
  mkdirSync(join(folder, 'vignettes', id), { recursive: true });
  writeFileSync(join(folder, 'vignettes', id, 'example.json'), vignette);
  const loaded = readRules(rules);
  const [person] = readVignettes(join(folder, 'vignettes'));
  rmSync(folder, { recursive: true });
  expect(loaded.ok ? [] : loaded.faults).toEqual([]);
  if (!loaded.ok || !person) throw new Error('the example does not load');
  const faults = lintVignettes(loaded.knowledgeBase, [person]);
  expect(faults.filter(({ file }) => file.startsWith(`${id}/`))).toEqual([]);
  const twin = twinOf(loaded.knowledgeBase);
  const at = new Date('2026-01-05T09:00:00Z');
  const { ranking, urgency } = conclude(twin.book, person.input, twin.evaluate(person.input), at);
  expect([ranking[0]?.condition, urgency]).toEqual([id, person.expected.urgency]);
});
