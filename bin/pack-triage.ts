/**
 * `npm run pack:triage [-- FOLDER]`: makes the npm package `surae-triage` out of `lib/triage` and the
 * knowledge base, in FOLDER (`dist-package`), and prints the path of its tarball.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeFaults, readRules } from '@/lib/knowledge/read-rules';
import { CannotStart } from './cannot-start';
import { runCommand } from './run-command';

/** The type of the JSON is what it means, not what it happens to hold. */
const knowledgeBaseTypes = `import type { KnowledgeBase } from './lib/knowledge-base.js';
declare const knowledgeBase: KnowledgeBase;
export default knowledgeBase;
`;

const dependencies = ['json-rules-engine', 'zod'] as const;

await runCommand(async () => {
  const loaded = readRules();
  if (!loaded.ok) throw new CannotStart(describeFaults(loaded.faults));
  const folder = resolve(process.argv[2] ?? 'dist-package');
  rmSync(join(folder, 'lib'), { recursive: true, force: true });
  mkdirSync(join(folder, 'lib'), { recursive: true });
  compile(join(folder, 'lib'));
  const { version, license, engines, dependencies: pinned } = readPackage();
  const content = {
    name: 'surae-triage',
    version,
    description: 'Symptom triage for a sore calf, Achilles tendon or heel',
    license,
    type: 'module',
    engines,
    sideEffects: false,
    files: ['lib', 'knowledge-base.json', 'knowledge-base.d.ts'],
    exports: {
      './knowledge-base.json': { types: './knowledge-base.d.ts', default: './knowledge-base.json' },
      './*': { types: './lib/*.d.ts', default: './lib/*.js' },
    },
    dependencies: Object.fromEntries(dependencies.map((name) => [name, pinned[name]])),
  };
  writeJson(join(folder, 'package.json'), content);
  writeJson(join(folder, 'knowledge-base.json'), loaded.knowledgeBase);
  writeFileSync(join(folder, 'knowledge-base.d.ts'), knowledgeBaseTypes);
  copyFileSync('docs/triage-package.md', join(folder, 'README.md'));
  copyFileSync('LICENSE', join(folder, 'LICENSE'));
  const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts'], { cwd: folder });
  console.log(join(folder, packed.toString().trim()));
});

function compile(outDir: string): void {
  const args = [
    'node_modules/typescript/bin/tsc',
    '-p',
    'tsconfig.package.json',
    '--outDir',
    outDir,
  ];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  // Node wants the ending, which our sources leave out.
  for (const name of readdirSync(outDir)) {
    const file = join(outDir, name);
    const code = readFileSync(file, 'utf8');
    writeFileSync(file, code.replace(/((?:from|import\()\s*'\.\/[a-z0-9-]+)'/g, "$1.js'"));
  }
}

function readPackage() {
  const content: typeof import('../package.json') = JSON.parse(
    readFileSync('package.json', 'utf8'),
  );
  return content;
}

function writeJson(path: string, content: unknown): void {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}
