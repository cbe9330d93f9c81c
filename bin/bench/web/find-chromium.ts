/** The Chromium of the npm packages, with the libraries and the font that a bare machine lacks. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Chromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
  readonly args: readonly string[];
}

/** The same place as the browser tests', so that it is unpacked once. */
const folder = resolve('node_modules/.cache/chromium-143.0.4');

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function findChromium(): Promise<Chromium> {
  if (!existsSync(folder)) await unpack();
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...Object.fromEntries(inherited),
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
    args,
  };
}

/** The package unpacks into the temporary folder, and its libraries only where it sees a Lambda. */
async function unpack(): Promise<void> {
  const unfinished = `${folder}-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  process.env = before;
  writeFileSync(join(unfinished, 'fonts.conf'), fontConfiguration);
  renameSync(unfinished, folder);
}

const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
