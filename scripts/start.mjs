// npm start: makes what is missing, then serves the production build.
import { ensureBuild, ensureDependencies, ensureNode } from './ensure.mjs'
import {
  addressOf,
  listeningPlace,
  placeVariables,
  serverEnvironment,
  serverKeys,
} from './environment.mjs'
import { ensureFree, listens } from './listening.mjs'
import { endOf, main, projectRoot, startTool } from './processes.mjs'

// A reply that still streams does not hold up a stop for longer (milliseconds).
const stopPatience = 2000

await main(async () => {
  ensureNode()
  const environment = serverEnvironment(projectRoot)
  const place = listeningPlace(environment)
  await ensureFree(place)
  await ensureDependencies(projectRoot)
  await ensureBuild(projectRoot)
  return await serve(place, serverKeys(projectRoot, environment))
})

async function serve(place, keys) {
  const { host, port } = place
  const server = startTool(
    projectRoot,
    'next/dist/bin/next',
    ['start', '--hostname', host, '--port', String(port)],
    { ...placeVariables(place), NODE_ENV: 'production' },
  )
  const gone = new AbortController()
  const end = endOf(server, stopPatience).finally(() => gone.abort())
  if (await refusesToServe(place, gone.signal)) {
    console.error('\nNucleus stops, since its settings must be mended first; see above.\n')
    server.kill()
    await end
    return 1
  }
  if (!gone.signal.aborted) announce(place, keys)
  const { code, stopped } = await end
  return stopped ? 0 : code
}

/** True when the server cannot answer: its first answer has it read its settings and list all faults. */
async function refusesToServe(place, gone) {
  await listens(place, gone)
  try {
    const { status } = await fetch(`${addressOf(place)}/v1/models`, { signal: gone })
    return status >= 500
  } catch {
    return false
  }
}

function announce(place, { found }) {
  console.log(`\nNucleus is at ${addressOf(place)}`)
  console.log(
    found.length > 0
      ? `Server keys found: ${found.join(', ')}.`
      : 'No server keys found (.env.example names them); the teaching model needs none.',
  )
  console.log('Press Ctrl-C to stop.\n')
}
