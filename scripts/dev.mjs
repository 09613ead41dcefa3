// npm run dev: the development server, on loopback unless HOST says otherwise.
import { listeningPlace, placeVariables } from './environment.mjs'
import { endOf, main, projectRoot, startTool } from './processes.mjs'

await main(async () => {
  const place = listeningPlace(process.env)
  const server = startTool(
    projectRoot,
    'next/dist/bin/next',
    ['dev', '--hostname', place.host, '--port', String(place.port)],
    placeVariables(place),
  )
  const { code, stopped } = await endOf(server, 2000)
  return stopped ? 0 : code
})
