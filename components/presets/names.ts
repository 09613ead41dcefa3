import { presetLimits } from '#lib/preset/limits.ts'

/** `name`, or where it is taken, `name 2`, `name 3` and so on, no longer than a name may be; case counts. */
export function freeName(name: string, taken: Iterable<string>): string {
  const used = new Set(taken)
  if (!used.has(name)) return name
  const base = name.replace(/ \d{1,6}$/, '')
  let number = 2
  while (used.has(numbered(base, number))) number += 1
  return numbered(base, number)
}

function numbered(base: string, number: number): string {
  const suffix = ` ${number}`
  return `${base.slice(0, presetLimits.name - suffix.length)}${suffix}`
}
