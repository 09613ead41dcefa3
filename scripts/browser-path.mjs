// Which Chromium the browser tests drive.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Unready } from './processes.mjs'

/** The value of CHROMIUM_PATH that asks for Playwright's own Chromium. */
const playwrightsOwn = 'playwright'

const systemChromium = '/usr/bin/chromium'

/**
 * The browser to use, as a value for CHROMIUM_PATH: the one asked for, else the system's Chromium,
 * Playwright's own, or Google Chrome, in this order; undefined when there is none.
 */
export function findBrowser(root, asked = process.env.CHROMIUM_PATH) {
  if (asked === playwrightsOwn) return ownChromium(root)
  if (asked) return existing(asked)
  if (existsSync(systemChromium)) return systemChromium
  return ownChromium(root) ?? googleChromes().find((path) => existsSync(path))
}

function existing(path) {
  if (existsSync(path)) return path
  throw new Unready(`CHROMIUM_PATH names ${path}, and there is no such file.`)
}

function ownChromium(root) {
  const { chromium } = createRequire(join(root, 'package.json'))('playwright')
  return existsSync(chromium.executablePath()) ? playwrightsOwn : undefined
}

function googleChromes() {
  if (process.platform === 'darwin') {
    return ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  }
  if (process.platform !== 'win32') return ['/opt/google/chrome/chrome', '/usr/bin/google-chrome']
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe'))
}
