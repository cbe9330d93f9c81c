/** Lighthouse on one page, as on a mid-range phone. */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { z } from 'zod';
import { median } from '../median';
import type { Chromium } from './find-chromium';

/** Milliseconds of Lighthouse's simulated phone: slow 4G, a processor four times as slow. */
export interface PageAudit {
  readonly javascriptBytes: number;
  readonly allBytes: number;
  readonly firstContentfulPaintMs: number;
  readonly largestContentfulPaintMs: number;
  readonly interactiveMs: number;
  readonly totalBlockingMs: number;
  readonly performanceScore: number;
}

const runs = 3;

/** The median of some runs, each in a browser of its own. */
export async function auditPage(url: string, chromium: Chromium): Promise<PageAudit> {
  const audits: PageAudit[] = [];
  for (let run = 0; run < runs; run += 1) audits.push(await auditOnce(url, chromium));
  const middle = (figure: keyof PageAudit) => median(audits.map((audit) => audit[figure]));
  return {
    javascriptBytes: middle('javascriptBytes'),
    allBytes: middle('allBytes'),
    firstContentfulPaintMs: middle('firstContentfulPaintMs'),
    largestContentfulPaintMs: middle('largestContentfulPaintMs'),
    interactiveMs: middle('interactiveMs'),
    totalBlockingMs: middle('totalBlockingMs'),
    performanceScore: middle('performanceScore'),
  };
}

const requests = z.object({
  items: z.array(z.looseObject({ resourceType: z.string().optional(), transferSize: z.number() })),
});

async function auditOnce(url: string, { executablePath, env, args }: Chromium): Promise<PageAudit> {
  const chrome = await launch({
    chromePath: executablePath,
    chromeFlags: [...args, '--headless'],
    envVars: env,
    logLevel: 'silent',
  });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: ['performance'],
      logLevel: 'silent',
    });
    if (!result) throw new Error(`bench: Lighthouse says nothing of ${url}`);
    const { audits, categories, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`bench: Lighthouse: ${runtimeError.message}`);
    const value = (id: string) => Math.round(audits[id]?.numericValue ?? Number.NaN);
    const { items } = requests.parse(audits['network-requests']?.details);
    const bytes = (own: typeof items) => own.reduce((sum, item) => sum + item.transferSize, 0);
    return {
      javascriptBytes: bytes(items.filter(({ resourceType }) => resourceType === 'Script')),
      allBytes: bytes(items),
      firstContentfulPaintMs: value('first-contentful-paint'),
      largestContentfulPaintMs: value('largest-contentful-paint'),
      interactiveMs: value('interactive'),
      totalBlockingMs: value('total-blocking-time'),
      performanceScore: Math.round((categories.performance?.score ?? 0) * 100),
    };
  } finally {
    chrome.kill();
  }
}
