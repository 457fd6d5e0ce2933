import { defineConfig } from '@playwright/test'

/** End-to-end tests: real windows of the console on whichever Electron the machine has. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/e2e',
  globalSetup: './tests/support/e2e-setup.ts',
  fullyParallel: true,
  // One more than there are cores: a story now and then waits for its hub or for a timer.
  workers: 3,
  // One more try, and the sum names who needed it: two windows on two cores now and then wait for each other.
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'out/reports/e2e.json' }]],
  // A trace takes a picture of the page at every step of every test: only the second try is worth that.
  use: { trace: 'on-first-retry', screenshot: 'only-on-failure' },
})
