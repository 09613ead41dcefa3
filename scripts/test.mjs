// npm test: unit tests, then the browser tests on the production build, then one line that counts both.
//   npm test                          everything
//   npm test -- --unit -t 'sum'       unit tests only; what follows goes to vitest
//   npm test -- --e2e -g 'heatmap'    browser tests only; what follows goes to Playwright
//   npm test -- lib/result.test.ts e2e/specs/run.spec.ts
import { ensureBrowser, ensureBuild, ensureDependencies, ensureNode } from './ensure.mjs'
import { main, projectRoot } from './processes.mjs'
import { partsToRun } from './test-arguments.mjs'
import { closingLine, sum } from './test-counts.mjs'
import { runBrowserTests, runUnitTests } from './test-runners.mjs'

await main(async () => {
  ensureNode()
  const { unit, e2e } = partsToRun(process.argv.slice(2))
  await ensureDependencies(projectRoot)
  if (e2e) await ensureBuild(projectRoot)
  const browser = e2e && (await ensureBrowser(projectRoot))
  const outcomes = []
  if (unit) outcomes.push(await runUnitTests(projectRoot, unit))
  if (e2e) outcomes.push(await runBrowserTests(projectRoot, e2e, browser))
  const total = sum(outcomes)
  for (const { fault } of outcomes) if (fault) console.error(`\n${fault}`)
  console.log(`\n${closingLine(total)}`)
  return total.failed > 0 ? 1 : 0
})
