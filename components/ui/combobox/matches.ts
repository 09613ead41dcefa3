/** One line of a combobox. */
export interface ComboOption {
  /** What choosing it writes into the field; unique. */
  value: string
  /** Facts about it, shown quietly. */
  detail?: string | undefined
}

/** Most lines that are drawn; more are found by typing on. */
export const mostShown = 100

/**
 * The options that hold every word of what was typed, upper and lower case apart: those that begin with
 * it first, else in their own order.
 */
export function matchesOf(options: readonly ComboOption[], typed: string): ComboOption[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const [first] = words
  if (first === undefined) return [...options]
  const found = options.filter(({ value }) => {
    const text = value.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const begins = ({ value }: ComboOption) => value.toLowerCase().startsWith(first)
  return [...found.filter(begins), ...found.filter((one) => !begins(one))]
}
