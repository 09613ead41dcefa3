import { defineConfig } from 'playwright/test'
import tests from '../playwright.config.ts'

// Measurements run one at a time, or they would measure each other.
export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: '**/*.bench.ts',
  outputDir: '../../.cache/bench',
  fullyParallel: false,
  workers: 1,
  // A trace would slow the page that is measured.
  use: { ...tests.use, trace: 'off' },
})
