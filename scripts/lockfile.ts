// What must hold for package-lock.json, as functions over its content.
import * as z from 'zod'

const Entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  inBundle: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})

/** The part of a lock file (version 3) that is checked here: its entries by path. */
export const Lockfile = z.object({ packages: z.record(z.string(), Entry) })
export type Lockfile = z.infer<typeof Lockfile>

/** The lowest versions without a known hole. */
export const securityFloor = { next: '16.3.3', react: '19.3.1', 'react-dom': '19.3.1' }

/**
 * Optional packages (the binaries of other platforms among them) that a package of the lock names
 * and the lock does not hold with an integrity: `npm ci` would leave them out where they are needed.
 */
export function missingOptionals({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, range]) => !isHeld(packages, path, name, range))
      .map(([name, range]) => `${name}@${range} of ${path || 'the project'}`),
  )
}

/** Paths of entries that are bound to one registry's address. */
export function boundToRegistry({ packages }: Lockfile): string[] {
  return Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined)
}

/** Packages below the security floor, as `name version`; one that is not in the lock counts too. */
export function belowFloor({ packages }: Lockfile): string[] {
  return Object.entries(securityFloor).flatMap(([name, floor]) => {
    const version = packages[`node_modules/${name}`]?.version ?? '0.0.0'
    return isBelow(version, floor) ? [`${name} ${version}`] : []
  })
}

function isHeld(
  packages: Lockfile['packages'],
  from: string,
  name: string,
  range: string,
): boolean {
  const place = placesFor(from, name).find((path) => packages[path] !== undefined)
  const entry = place === undefined ? undefined : packages[place]
  if (entry === undefined || !(entry.integrity || entry.inBundle)) return false
  return !/^\d/.test(range) || entry.version === range
}

/** Where Node looks for a package that is asked for at this path, nearest first. */
function placesFor(from: string, name: string): string[] {
  if (from === '') return [`node_modules/${name}`]
  const above = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))
  return [`${from}/node_modules/${name}`, ...placesFor(above, name)]
}

/** True when a version comes before another; a pre-release comes before its release. */
function isBelow(version: string, floor: string): boolean {
  const [release = '', preRelease] = version.split('-', 2)
  const parts = release.split('.').map(Number)
  const wanted = floor.split('.').map(Number)
  const at = wanted.findIndex((part, index) => (parts[index] ?? 0) !== part)
  if (at === -1) return preRelease !== undefined
  return (parts[at] ?? 0) < (wanted[at] ?? 0)
}
