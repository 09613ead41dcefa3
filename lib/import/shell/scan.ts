/** How a shell quotes: bash and its kin, Windows' command prompt, or PowerShell. */
export type Dialect = 'posix' | 'cmd' | 'powershell'

/** The state of reading a script from left to right. */
export interface Scan {
  readonly text: string
  readonly dialect: Dialect
  /** What the script itself assigned; no credentials. */
  readonly variables: Map<string, string>
  /** Names of variables that are used and not assigned. */
  readonly unread: Set<string>
  at: number
}

/** The stretch that a sticky expression matches here, which is then behind. */
export function take(scan: Scan, pattern: RegExp): string {
  const stretch = new RegExp(pattern.source, 'yu')
  stretch.lastIndex = scan.at
  const found = stretch.exec(scan.text)?.[0] ?? ''
  scan.at += found.length
  return found
}

/** The text up to the next `end`, or all that is left; both are then behind. */
export function takeUntil(scan: Scan, end: string): string {
  const found = scan.text.indexOf(end, scan.at)
  const stop = found < 0 ? scan.text.length : found
  const stretch = scan.text.slice(scan.at, stop)
  scan.at = Math.min(scan.text.length, stop + end.length)
  return stretch
}
