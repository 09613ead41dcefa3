// npm run bench: the measurements of e2e/bench, on the production build.
import { ensureBrowser, ensureBuild, ensureDependencies, ensureNode } from './ensure.mjs'
import { main, projectRoot } from './processes.mjs'
import { closingLine } from './test-counts.mjs'
import { runMeasurements } from './test-runners.mjs'

await main(async () => {
  ensureNode()
  await ensureDependencies(projectRoot)
  await ensureBuild(projectRoot)
  const browser = await ensureBrowser(projectRoot)
  const outcome = await runMeasurements(projectRoot, process.argv.slice(2), browser)
  if (outcome.fault) console.error(`\n${outcome.fault}`)
  console.log(`\n${closingLine(outcome)}`)
  return outcome.failed > 0 ? 1 : 0
})
