import { defineConfig, devices } from 'playwright/test'
import { launchOptions } from './browser.ts'

const report = process.env.NUCLEUS_TEST_REPORT
const inCi = process.env.CI !== undefined

export default defineConfig({
  testDir: 'specs',
  testMatch: '**/*.spec.ts',
  outputDir: '../.cache/e2e',
  fullyParallel: true,
  forbidOnly: inCi,
  // See docs/decisions/044-one-retry-in-ci.md.
  retries: inCi ? 1 : 0,
  workers: 2,
  // Waiting long costs nothing where a state comes soon, and a busy machine is no fault of the page.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    launchOptions: launchOptions(),
    screenshot: 'only-on-failure',
    // Recording takes a quarter of the time; `--trace on` records a test that failed.
    trace: 'off',
  },
})
