/** Blank characters have a sign of their own; others that cannot be seen have a name. */
const signs = new Map([
  [' ', '·'],
  ['\n', '↵'],
  ['\r', '␍'],
  ['\t', '⇥'],
  ['\u00a0', '⍽'],
])

const names = new Map([
  [0x00ad, 'SHY'],
  [0x061c, 'ALM'],
  [0x200b, 'ZWSP'],
  [0x200c, 'ZWNJ'],
  [0x200d, 'ZWJ'],
  [0x200e, 'LRM'],
  [0x200f, 'RLM'],
  [0x202a, 'LRE'],
  [0x202b, 'RLE'],
  [0x202c, 'PDF'],
  [0x202d, 'LRO'],
  [0x202e, 'RLO'],
  [0x2060, 'WJ'],
  [0x2066, 'LRI'],
  [0x2067, 'RLI'],
  [0x2068, 'FSI'],
  [0x2069, 'PDI'],
  [0xfe0e, 'VS15'],
  [0xfe0f, 'VS16'],
  [0xfeff, 'BOM'],
])

/** Blank, zero-width, control and direction characters, one at a time. */
export const unseenCharacters = /[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu

/**
 * A token with blank, zero-width, control and direction characters made visible: `·`, `↵`, `⇥`,
 * Unicode's short names such as `[ZWSP]`, else the code point such as `[U+0007]`.
 */
export function visibleToken(text: string): string {
  return text.replace(unseenCharacters, (character) => {
    const sign = signOf(character)
    return sign.length === 1 ? sign : `[${sign}]`
  })
}

/** The sign of a character that cannot be seen: one character, or a name of several. */
export function signOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return signs.get(character) ?? names.get(code) ?? codeName(code)
}

function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
