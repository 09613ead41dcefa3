import { defineConfig } from 'playwright/test'
import tests from '../playwright.config.ts'

// One worker, so that one proxy serves all tests and what reaches the upstream belongs to the test
// that runs.
export default defineConfig({
  ...tests,
  testDir: '.',
  outputDir: '../../.cache/interop',
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // The browser, Nucleus, the proxy and its upstream share a machine already.
  use: { ...tests.use, trace: 'off' },
})
