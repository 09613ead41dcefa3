// Running vitest and Playwright with their output in view and a JSON report beside it.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from './processes.mjs'
import { countBrowser, countUnit, outcomeOf } from './test-counts.mjs'

/** Runs the unit tests and gives their outcome. */
export async function runUnitTests(root, args) {
  const file = freshReport(root, 'unit')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const config = ['--config', 'scripts/vitest.config.ts']
  const code = await runTool(root, 'vitest/vitest.mjs', ['run', ...config, ...reporters, ...args])
  return outcomeOf('unit tests', code, counted(file, countUnit))
}

/** Runs the browser tests in this browser and gives their outcome. */
export async function runBrowserTests(root, args, browser) {
  return await runPlaywright(root, 'browser tests', 'e2e/playwright.config.ts', args, browser)
}

/** Runs the measurements in this browser and gives their outcome. */
export async function runMeasurements(root, args, browser) {
  return await runPlaywright(root, 'measurements', 'e2e/bench/playwright.config.ts', args, browser)
}

const interopConfig = 'e2e/interop/playwright.config.ts'

/** Runs the tests through a real LiteLLM proxy, started by this program, and gives their outcome. */
export async function runInteropTests(root, args, browser, litellm) {
  const env = { NUCLEUS_LITELLM: litellm }
  return await runPlaywright(root, 'interop tests', interopConfig, args, browser, env)
}

/** How many interop tests there are; none of them is run. */
export async function countInteropTests(root) {
  const file = freshReport(root, 'playwright')
  const args = ['test', '--config', interopConfig, '--list']
  await runTool(root, 'playwright/cli.js', args, { NUCLEUS_TEST_REPORT: file })
  return counted(file, countBrowser)?.skipped ?? 1
}

async function runPlaywright(root, title, config, args, browser, more = {}) {
  const file = freshReport(root, 'playwright')
  const env = { CHROMIUM_PATH: browser, NUCLEUS_TEST_REPORT: file, ...more }
  const code = await runTool(root, 'playwright/cli.js', ['test', '--config', config, ...args], env)
  return outcomeOf(title, code, counted(file, countBrowser))
}

function freshReport(root, name) {
  const file = join(root, `.cache/reports/${name}.json`)
  rmSync(file, { force: true })
  return file
}

function counted(file, count) {
  return existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}
