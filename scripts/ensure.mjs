// Checks what a command needs, and makes only what is missing or stale. Node built-ins only: it runs
// before anything is installed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findBrowser } from './browser-path.mjs'
import { buildFingerprint } from './fingerprint.mjs'
import { runNpm, runTool, Unready } from './processes.mjs'

const oldestNode = [20, 19]

/** Throws `Unready` when the running Node is older than Nucleus can use. */
export function ensureNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  const [oldestMajor, oldestMinor] = oldestNode
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new Unready(
    `Nucleus needs Node.js ${oldestNode.join('.')} or newer, and this is ${version}.\n` +
      'Install a current one from https://nodejs.org and run the command again.',
  )
}

/** Installs the packages of the lock file, unless exactly those are installed. */
export async function ensureDependencies(root) {
  if (dependenciesAreCurrent(root)) return
  const known = existsSync(join(root, 'node_modules'))
  say(known ? 'Dependencies have changed. Installing them …' : 'Installing dependencies …')
  const done = stopwatch()
  if ((await runNpm(root, ['ci', '--include=dev', '--no-audit', '--no-fund'])) !== 0) {
    throw new Unready(
      'The dependencies could not be installed; npm says why above.\n' +
        'Check the connection to the npm registry, then run the command again.',
    )
  }
  say(`Dependencies are installed (${done()}).`)
}

/** True when every package the lock file names for this machine is installed in that very version. */
export function dependenciesAreCurrent(root) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages
  // npm writes this list last, so an installation that was cut short has none.
  const installed = readJson(join(root, 'node_modules/.package-lock.json'))?.packages
  if (wanted === undefined || installed === undefined) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = installed[path]
    if (found === undefined) return entry.optional === true
    const same = found.version === entry.version && found.integrity === entry.integrity
    return same && existsSync(join(root, path, 'package.json'))
  })
}

/** Builds the app for production, unless its last complete build is of these very sources. */
export async function ensureBuild(root) {
  const sources = buildFingerprint(root)
  const stamp = join(root, '.cache/build.json')
  if (buildIsCurrent(root, sources)) return
  say(existsSync(stamp) ? 'The sources have changed. Building the app …' : 'Building the app …')
  const done = stopwatch()
  rmSync(stamp, { force: true })
  if ((await runTool(root, 'next/dist/bin/next', ['build'], { NODE_ENV: 'production' })) !== 0) {
    throw new Unready('The app could not be built; the reason stands above.')
  }
  write(stamp, JSON.stringify({ sources, build: buildId(root) }))
  say(`The app is built (${done()}).`)
}

/** True when the build in `.next` was completed by `ensureBuild` from sources with this fingerprint. */
export function buildIsCurrent(root, sources) {
  const stamp = readJson(join(root, '.cache/build.json'))
  return stamp?.sources === sources && stamp.build === buildId(root)
}

/** Gives the Chromium for the browser tests, as a value for CHROMIUM_PATH; downloads one if need be. */
export async function ensureBrowser(root) {
  const found = findBrowser(root)
  if (found !== undefined) return found
  say('Downloading a Chromium for the browser tests …')
  if ((await runTool(root, 'playwright/cli.js', ['install', 'chromium'])) !== 0) {
    throw new Unready(
      'No Chromium could be found or downloaded; the reason stands above.\n' +
        'Install Chromium or Chrome, or set CHROMIUM_PATH to the program, and run the command again.',
    )
  }
  return findBrowser(root)
}

function buildId(root) {
  const file = join(root, '.next/BUILD_ID')
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function stopwatch() {
  const started = performance.now()
  return () => `${((performance.now() - started) / 1000).toFixed(1)} s`
}

function say(text) {
  console.log(text)
}
