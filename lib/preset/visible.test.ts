import { describe, expect, it } from 'vitest'
import { visibleText } from './visible.ts'

describe('a visible text', () => {
  it.each([
    ['safe\u202efdp.exe', 'safe⟨U+202E⟩fdp.exe'],
    ['pay\u200bpal', 'pay⟨U+200B⟩pal'],
    ['\ufeffstart', '⟨U+FEFF⟩start'],
    ['a\u{e0041}b', 'a⟨U+E0041⟩b'],
    ['\u0000\u001b[31m', '⟨U+0000⟩⟨U+001B⟩[31m'],
    ['half \ud83d pair', 'half ⟨U+D83D⟩ pair'],
    ['a\u200db', 'a⟨U+200D⟩b'],
    ['soft\u00adhyphen', 'soft⟨U+00AD⟩hyphen'],
    ['\u2066x\u2069', '⟨U+2066⟩x⟨U+2069⟩'],
  ])('writes out what hides in %j', (text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })

  it.each(['two\nlines\tand a tab', 'naïve café, 日本語, עברית, हिन्दी', '👩‍🔬 👍🏽 ❤️‍🔥 🏳️‍🌈'])(
    'leaves %j as it is',
    (text) => expect(visibleText(text)).toBe(text),
  )
})
