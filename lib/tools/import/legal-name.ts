const longest = 64

/** A text as the name of a tool: other characters than letters, digits, `_` and `-` become `_`. */
export function legalName(text: string): string {
  const legal = text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9_-]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  return legal.slice(0, longest) || 'tool'
}

/** A legal name that is not among those taken, which it then is. */
export function freeName(text: string, taken: Set<string>): string {
  const wanted = legalName(text)
  let name = wanted
  for (let count = 2; taken.has(name); count += 1) {
    const end = `_${count}`
    name = wanted.slice(0, longest - end.length) + end
  }
  taken.add(name)
  return name
}
