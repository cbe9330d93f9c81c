import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './tests/browser/chromium';

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  globalSetup: './tests/browser/surae.ts',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  workers: 2,
  // A machine that does something else as well takes twice as long.
  timeout: 60_000,
  fullyParallel: true,
  forbidOnly: true,
  use: {
    // Set by the global setup, which runs before the workers read this.
    baseURL: process.env.SURAE_TEST_URL,
    launchOptions: await launchOptions(),
    trace: 'retain-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
  },
  projects: [
    { name: 'desktop', use: devices['Desktop Chrome'] },
    { name: 'phone', use: devices['Pixel 7'] },
  ],
});
