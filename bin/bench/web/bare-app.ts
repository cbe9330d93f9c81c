/** The least that Next can serve: one layout, one page. Returns the folder it was built in. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nodeArguments, runToEnd } from '../../child-process';

/** Not below `node_modules`: Turbopack does not compile what lies there. */
const folder = resolve('test-results/bench-bare');

const files = {
  'package.json': JSON.stringify({ name: 'bare', private: true, type: 'module' }),
  'next.config.js': `export default { turbopack: { root: ${JSON.stringify(resolve('.'))} } };\n`,
  'app/layout.jsx': `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  'app/page.jsx': `export default function Page() {
  return <main><h1>Bare</h1><p>One page.</p></main>;
}
`,
};

export async function buildBareApp(signal: AbortSignal): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'app'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const { code, output } = await runToEnd(
    process.execPath,
    nodeArguments('next/dist/bin/next', 'build', folder),
    signal,
  );
  if (code !== 0) throw new Error(`bench: the bare page could not be built\n${output}`);
  return folder;
}
