import { existsSync } from 'node:fs'
import type { LaunchOptions } from 'playwright/test'

const systemChromium = '/usr/bin/chromium'

// Chromium is not to look for anything on the network on its own account.
const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * How to launch Chromium: the program CHROMIUM_PATH names, else the system's. Playwright's own is
 * used when there is neither, and when CHROMIUM_PATH is `playwright`.
 */
export function launchOptions(): LaunchOptions {
  const path = chromiumPath()
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet
  return path === undefined ? { args } : { args, executablePath: path }
}

function chromiumPath(): string | undefined {
  const asked = process.env.CHROMIUM_PATH
  if (asked === 'playwright') return undefined
  if (asked) return asked
  return existsSync(systemChromium) ? systemChromium : undefined
}
