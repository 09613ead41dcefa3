// The environment the server will see: the process's own, then the .env files, as Next reads them.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
// As a namespace, since Node versions without parseEnv must get as far as being told so.
import * as util from 'node:util'
import { Unready } from './processes.mjs'

// The first file that sets a variable wins, and the process's environment wins over all files.
const productionFiles = ['.env.production.local', '.env.local', '.env.production', '.env']

/** All variables a production server started here gets, by name. */
export function serverEnvironment(root, own = process.env) {
  const files = productionFiles.map((name) => join(root, name)).filter((file) => existsSync(file))
  const fromFiles = files.map((file) => util.parseEnv(readFileSync(file, 'utf8')))
  return Object.assign({}, ...fromFiles.toReversed(), own)
}

/** The names of the server keys that are set, and of all that could be. */
export function serverKeys(root, environment) {
  const rows = JSON.parse(readFileSync(join(root, 'lib/providers/key-variables.json'), 'utf8'))
  const all = rows.map((row) => row.key)
  return { all, found: all.filter((name) => environment[name]?.trim()) }
}

/** Where to listen: HOST (127.0.0.1 unless set) and PORT (3000 unless set); throws `Unready`. */
export function listeningPlace(environment) {
  const host = environment.HOST || '127.0.0.1'
  const port = environment.PORT || '3000'
  if (/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535) {
    return { host, port: Number(port) }
  }
  throw new Unready(`PORT must be a whole number from 1 to 65535, and it is "${port}".`)
}

/**
 * What a server that is told to listen at this place gets to know of it. NUCLEUS_LISTENS_ON says that
 * HOST was obeyed: Next by itself ignores HOST and listens on every address.
 */
export function placeVariables({ host, port }) {
  return { HOST: host, PORT: String(port), NUCLEUS_LISTENS_ON: host }
}

/** The address to open in a browser for a server that listens at this place. */
export function addressOf({ host, port }) {
  const name = reachableHost(host)
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** A host by which this machine reaches a server that listens on `host`. */
export function reachableHost(host) {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
}
