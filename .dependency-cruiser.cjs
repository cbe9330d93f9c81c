const swc = require('@swc/core');

// dependency-cruiser has swc read every file as TypeScript without JSX, also where there is some.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) =>
  parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

/** Who may know whom: `app` and `bin` stand on `lib`, `lib` on `lib/triage`, and nothing runs back. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'lib-stands-below',
      comment: 'lib knows neither pages nor commands',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|bin|tests)/' },
    },
    {
      name: 'app-stands-on-lib',
      severity: 'error',
      from: { path: '^(app/|instrumentation|proxy\\.ts)' },
      to: { path: '^(bin|tests|prisma)/' },
    },
    {
      name: 'bin-knows-no-pages',
      severity: 'error',
      from: { path: '^bin/' },
      to: { path: '^(app|tests)/' },
    },
    {
      name: 'triage-is-pure',
      comment:
        'lib/triage runs alike in browser, server and script: no Node, Next, React or Prisma',
      severity: 'error',
      from: { path: '^lib/triage/' },
      to: { pathNot: '^(lib/triage/|node_modules/(json-rules-engine|zod)/)' },
    },
    {
      name: 'interop-stands-on-triage',
      comment: 'lib/interop translates what it is given: it reads no disk, database or message',
      severity: 'error',
      from: { path: '^lib/interop/' },
      to: { path: '^lib/(intake|knowledge|messages)/' },
    },
    {
      name: 'rules-hold-no-code',
      severity: 'error',
      from: { path: '^rules/' },
      to: {},
    },
    {
      name: 'no-development-packages',
      comment: 'what is served must run after `npm ci --omit=dev`',
      severity: 'error',
      from: { path: '^(app|lib)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      // Types alone, of @types/fhir: dependency-cruiser looks for them in the package fhir.
      to: { couldNotResolve: true, pathNot: '^fhir/r4$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|lib/intake/generated)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
