/** Most characters of a preset's name. */
export const longestName = 120

/** Most characters of a preset's description. */
export const longestDescription = 500

/** `name`, or where it is taken, `name 2`, `name 3` and so on; case counts. */
export function freeName(name: string, taken: Iterable<string>): string {
  const used = new Set(taken)
  if (!used.has(name)) return name
  const base = name.replace(/ \d{1,6}$/, '')
  let number = 2
  while (used.has(`${base} ${number}`)) number += 1
  return `${base} ${number}`
}
