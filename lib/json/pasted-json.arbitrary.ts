import fc, { type JsonValue } from 'fast-check'

/** JSON as it comes out of chats, documents and configuration files, with the value it means. */
export const pastedJson: fc.Arbitrary<{ text: string; value: JsonValue }> = fc
  .record({
    value: fc.jsonValue(),
    quotes: fc.constantFrom(['"', '"'], ['“', '”'], ['”', '”'], ['„', '“'], ['«', '»']),
    gap: fc.constantFrom('', ' ', '\n', '\r\n  ', '\u00a0', ' /* “so” {[ */ ', ' // it is\n'),
    last: fc.constantFrom('', ','),
  })
  .map(({ value, quotes, gap, last }) => ({
    value,
    text: gap + print(value, { quotes, gap, last }) + gap,
  }))
  .filter(({ text }) => !text.includes('__proto__'))
  .map(({ value, text }) => ({ text, value: JSON.parse(JSON.stringify(value)) as JsonValue }))

interface Style {
  quotes: readonly [string, string]
  gap: string
  last: string
}

function print(value: unknown, style: Style): string {
  if (typeof value === 'string') return printText(value, style)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value))
    return printBlock(
      '[',
      value.map((item) => print(item, style)),
      ']',
      style,
    )
  const members = Object.entries(value).map(
    ([key, item]) => printText(key, style) + style.gap + ':' + style.gap + print(item, style),
  )
  return printBlock('{', members, '}', style)
}

function printBlock(open: string, entries: string[], close: string, { gap, last }: Style): string {
  if (entries.length === 0) return open + gap + close
  return open + gap + entries.join(gap + ',' + gap) + last + gap + close
}

/** A text with a typographic quote of its own keeps straight delimiters, as its meaning is open otherwise. */
function printText(text: string, { quotes }: Style): string {
  const json = JSON.stringify(text)
  return /[“”„‟«»″＂]/.test(text) ? json : `${quotes[0]}${json.slice(1, -1)}${quotes[1]}`
}
