// npm run test:interop: the page in a browser, through a real LiteLLM proxy, to servers on loopback.
//   npm run test:interop                   everything; what follows goes to Playwright
//   npm run test:interop -- -g 'fallbacks'
// Without Python or the packages the suite is skipped, loudly, and its tests are counted as skipped.
import { join } from 'node:path'
import { ensureBrowser, ensureBuild, ensureDependencies, ensureNode } from './ensure.mjs'
import { main, projectRoot, Unready } from './processes.mjs'
import { ensureEnvironment, findPython, programOf } from './python.mjs'
import { closingLine } from './test-counts.mjs'
import { countInteropTests, runInteropTests } from './test-runners.mjs'

await main(async () => {
  ensureNode()
  await ensureDependencies(projectRoot)
  const { program, lacking } = await installedLiteLlm()
  const outcome = program === undefined ? await skipped(lacking) : await tested(program)
  if (outcome.fault) console.error(`\n${outcome.fault}`)
  console.log(`\n${closingLine(outcome)}`)
  return outcome.failed > 0 ? 1 : 0
})

/** The program of the proxy, installed if need be; where it cannot be had, what is lacking. */
async function installedLiteLlm() {
  const folder = join(projectRoot, '.cache/litellm')
  try {
    await ensureEnvironment(folder, join(projectRoot, 'e2e/interop/requirements.txt'), findPython())
    return { program: programOf(folder, 'litellm') }
  } catch (error) {
    if (!(error instanceof Unready)) throw error
    return { lacking: error.message }
  }
}

async function tested(litellm) {
  await ensureBuild(projectRoot)
  const browser = await ensureBrowser(projectRoot)
  return await runInteropTests(projectRoot, process.argv.slice(2), browser, litellm)
}

async function skipped(lacking) {
  const count = await countInteropTests(projectRoot)
  const line = '!'.repeat(78)
  console.error(`\n${line}\nTHE INTEROP TESTS ARE SKIPPED: there is no LiteLLM to test against.`)
  console.error(`${lacking}\n${line}`)
  return { passed: 0, failed: 0, skipped: count }
}
