/** Most of everything that a link, a file or a pasted text may bring; what is beyond is not read. */
export const presetLimits = {
  /** Characters of a fragment. */
  fragment: 100_000,
  /** Bytes that a link may unpack to. */
  unpacked: 1_000_000,
  /** Characters of a file. */
  file: 20_000_000,
  /** Values inside a preset, at any depth. */
  values: 200_000,
  /** Levels of nesting. */
  levels: 64,
  /** Characters of a name. */
  name: 100,
  /** Characters of a description, and of the author's note. */
  words: 2000,
} as const

/** Why a JSON value is more than a preset can be; nothing where it is not. Never recursive. */
export function tooMuch(value: unknown): string | undefined {
  const open: { value: unknown; level: number }[] = [{ value, level: 0 }]
  let count = 0
  for (let one = open.pop(); one; one = open.pop()) {
    count += 1
    if (count > presetLimits.values) return 'It holds more values than a preset can.'
    if (typeof one.value !== 'object' || one.value === null) continue
    if (one.level >= presetLimits.levels) return 'It is nested too deeply.'
    const inner = Object.values(one.value)
    if (count + open.length + inner.length > presetLimits.values) {
      return 'It holds more values than a preset can.'
    }
    for (const item of inner) open.push({ value: item, level: one.level + 1 })
  }
  return undefined
}
