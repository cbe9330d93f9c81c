/** The pages on a phone, beside a bare page of the same framework, and the server under load. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { explore } from '@/lib/triage/explore';
import { twinOf } from '@/lib/triage/twin';
import { readVignetteInputs } from '../bench-inputs';
import type { Surroundings } from '../surroundings';
import { auditPage, type PageAudit } from './audit-page';
import { buildBareApp } from './bare-app';
import { type Chromium, findChromium } from './find-chromium';
import { loadServer, type ServerLoad } from './load-server';
import { type Served, serveNext, serveSurae } from './serve';
import { type WalkThrough, walkThrough } from './walk-through';

export interface Web {
  readonly check: PageAudit;
  readonly bare: PageAudit;
  readonly walkThrough: WalkThrough;
  /** From `npm start` to the first answer of /health, with the pages built and the database there. */
  readonly coldStartMs: number;
  readonly server: ServerLoad;
}

export async function measureWeb({ tell, signal, started }: Surroundings): Promise<Web> {
  const chromium = await findChromium();
  const folder = mkdtempSync(join(tmpdir(), 'surae-bench-'));
  started.push({ stop: async () => rmSync(folder, { recursive: true, force: true }) });
  const keep = (served: Served) => {
    started.push(served);
    return served;
  };

  tell('web: building and starting');
  const first = keep(await serveSurae(folder, signal));
  await first.stop();
  const surae = keep(await serveSurae(folder, signal));
  const walked = await walk(surae, chromium, tell);
  tell('web: /check in Lighthouse');
  const check = await auditPage(`${surae.url}/check`, chromium);
  tell('web: the server under load');
  const server = await loadServer(surae);
  await surae.stop();

  tell('web: a bare page');
  const bareApp = keep(await serveNext(await buildBareApp(signal), signal));
  const bare = await auditPage(bareApp.url, chromium);
  await bareApp.stop();
  return { check, bare, walkThrough: walked, coldStartMs: surae.startedMs, server };
}

/** The first vignette of a patient stands for the result. */
function walk({ url }: Served, chromium: Chromium, tell: (line: string) => void) {
  tell('web: walking through the self-check');
  const base = knowledgeBase();
  const twin = twinOf(base);
  const input = readVignetteInputs(base).find(({ audience }) => audience === 'patient');
  if (!input) throw new Error('bench: no vignette is a patient’s');
  const { urgency } = explore(twin, twin.evaluate(input)).outcome;
  const level = base.dispositions.find(({ id }) => id === urgency);
  return walkThrough(url, { input, urgency: level?.name.patient.en ?? '' }, chromium);
}
