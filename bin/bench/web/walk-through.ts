/** Walks through the self-check as a hand would, on a throttled phone. */
import { randomUUID } from 'node:crypto';
import { type Browser, devices, type Page, chromium as playwright } from '@playwright/test';
import type { Input } from '@/lib/triage/answers';
import { median } from '../median';
import type { Chromium } from './find-chromium';

/** Wall time, in milliseconds from the start of the navigation or from the click. */
export interface WalkThrough {
  /** Until the button that begins the self-check is there. */
  readonly startButtonMs: number;
  /** From the click on it to the first question. */
  readonly firstQuestionAfterClickMs: number;
  /** Both together, for somebody who clicks at once. */
  readonly firstQuestionMs: number;
  /** From opening the result to the urgency, in words. */
  readonly resultMs: number;
}

/** What Lighthouse takes for a mid-range phone on slow 4G, applied rather than simulated. */
const throttling = { cpu: 4, latencyMs: 562.5, bytesPerSecond: (1474.56 * 1024) / 8 };
const runs = 5;

export async function walkThrough(
  url: string,
  result: { readonly input: Input; readonly urgency: string },
  { executablePath, env, args }: Chromium,
): Promise<WalkThrough> {
  const browser = await playwright.launch({ executablePath, env, args: [...args] });
  try {
    const walks: WalkThrough[] = [];
    for (let run = 0; run < runs; run += 1) walks.push(await walkOnce(browser, url, result));
    const middle = (figure: keyof WalkThrough) =>
      Math.round(median(walks.map((walk) => walk[figure])));
    return {
      startButtonMs: middle('startButtonMs'),
      firstQuestionAfterClickMs: middle('firstQuestionAfterClickMs'),
      firstQuestionMs: middle('firstQuestionMs'),
      resultMs: middle('resultMs'),
    };
  } finally {
    await browser.close();
  }
}

async function walkOnce(
  browser: Browser,
  url: string,
  { input, urgency }: { readonly input: Input; readonly urgency: string },
): Promise<WalkThrough> {
  const [startButtonMs, firstQuestionAfterClickMs] = await onPhone(browser, async (page) => {
    const opened = performance.now();
    await page.goto(`${url}/check`, { waitUntil: 'commit' });
    const button = page.getByRole('button', { name: 'Start', exact: true });
    await button.waitFor();
    const clicked = performance.now();
    await button.click();
    await page.locator('main input').first().waitFor();
    return [clicked - opened, performance.now() - clicked] as const;
  });
  const resultMs = await onPhone(browser, async (page) => {
    await seed(page, input);
    const opened = performance.now();
    await page.goto(`${url}/check/result`, { waitUntil: 'commit' });
    await page.getByRole('heading', { level: 1, name: urgency }).waitFor();
    return performance.now() - opened;
  });
  const firstQuestionMs = startButtonMs + firstQuestionAfterClickMs;
  return { startButtonMs, firstQuestionAfterClickMs, firstQuestionMs, resultMs };
}

/** A phone that has never been here, with nothing in its cache. */
async function onPhone<Result>(
  browser: Browser,
  walk: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext(devices['Pixel 7']);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttling.cpu });
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: throttling.latencyMs,
      downloadThroughput: throttling.bytesPerSecond,
      uploadThroughput: throttling.bytesPerSecond,
    });
    return await walk(page);
  } finally {
    await context.close();
  }
}

/** Puts answers on the device, as if the self-check had just been finished. */
async function seed(page: Page, { audience, answers }: Input): Promise<void> {
  const now = new Date().toISOString();
  const finished = { unsure: [], startedAt: now, finishedAt: now, submissionKey: randomUUID() };
  await page.addInitScript(
    (stored) => localStorage.setItem('surae.self-check', stored),
    JSON.stringify({ version: 1, audience, answers, ...finished }),
  );
}
