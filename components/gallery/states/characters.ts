import type { GalleryGroup } from './state.ts'
import { cut, likely, part, spoken, utf8, whole, type WireToken } from './wire.ts'

const unseen =
  'tab\there, no\u00a0break, zero\u200bwidth, joi\u200dner, bell\u0007, override \u202eabc\u202c end, soft\u00adhyphen\r\n\n\ttwice\n'
const unseenTokens = (unseen.match(/[\p{L}]+|[^\p{L}]/gu) ?? []).map((token, place) =>
  likely(token, [0.95, 0.6, 0.3, 0.15, 0.05, 0.004][place % 6] ?? 1),
)

const emoji = 'Split: 😀, 天気, 🇵🇹🇫🇷, 👩‍👩‍👧‍👦 and e\u0301.'
const emojiTokens = [
  likely('Split', 0.7),
  likely(': ', 0.95),
  ...cut('😀', 1),
  likely(', ', 0.95),
  ...cut('天気', 2),
  likely(', ', 0.95),
  ...cut('🇵🇹🇫🇷', 3),
  likely(', ', 0.95),
  ...cut('👩‍👩‍👧‍👦', 4),
  likely(' and ', 0.5),
  likely('e', 0.9),
  part(utf8('\u0301'), 0.02),
  likely('.', 0.95),
]

/** vLLM replaces the bytes of a part of a character before it sends them. */
function replaced(probability: number): WireToken {
  return { ...likely('\ufffd', probability), bytes: utf8('\ufffd') }
}

const halves = 'Half of 天 under 😀 is lost.'
const halvesTokens = [
  likely('Half', 0.8),
  likely(' of ', 0.6),
  replaced(0.3),
  replaced(0.05),
  likely(' under ', 0.9),
  replaced(0.3),
  replaced(0.02),
  replaced(0.9),
  likely(' is', 0.9),
  likely(' lost', 0.2),
  likely('.', 0.95),
]

const rightToLeft = 'السماء صافية اليوم، ודרך ארוכה 2026 to Lisbon.'
const rightToLeftTokens = (rightToLeft.match(/ ?[^\s]{1,4}/gu) ?? []).map((token, place) =>
  likely(token, [0.95, 0.6, 0.05, 0.3, 0.15, 0.006][place % 6] ?? 1),
)

const code = `function rain(mm) {
  if (mm > 20) {
\treturn 'stay in'
  }

  return mm === 0 ? 'go' : 'wait'
}
`
const codeTokens = (code.match(/\n+|[ \t]+\w*|\w+|[^\s\w]+/gu) ?? []).map((token, place) =>
  likely(token, [0.98, 0.95, 0.6, 0.97, 0.3, 0.99, 0.08, 0.8, 0.006, 0.15][place % 10] ?? 1),
)

const unbroken = Array.from({ length: 1400 }, (_, place) =>
  likely(
    ['https', 'ab', 'c4', '_x', '9'][place % 5] ?? '',
    [0.97, 0.3, 0.04, 0.6, 0.005][place % 5] ?? 1,
  ),
)

function textOf(tokens: readonly WireToken[]): string {
  return tokens.map(({ token }) => token).join('')
}

/** Characters that are hard to see, to split, or to lay out. */
export const charactersGroup: GalleryGroup = {
  id: 'characters',
  title: 'Characters',
  states: [
    {
      id: 'signs',
      title: 'Signs on',
      look: 'Tabs, blanks, line breaks and no-break blanks have signs; zero-width, control and direction characters a name above a line.',
      chunks: spoken(unseenTokens),
      text: unseen,
      signs: true,
    },
    {
      id: 'no-signs',
      title: 'The same with signs off',
      look: 'Line breaks keep their sign, since a tint needs a place; nothing else is added.',
      chunks: spoken(unseenTokens),
      text: unseen,
    },
    {
      id: 'split',
      title: 'Characters split over tokens',
      look: 'An emoji, each character of a script, flags, a family and an accent have one tint each, that of their most surprising token.',
      chunks: whole(emoji, emojiTokens),
      text: emoji,
      boundaries: true,
    },
    {
      id: 'replaced',
      title: 'Bytes replaced by U+FFFD',
      look: 'Each whole character has one tint, that of its halves, and a dashed frame since its tokens said something else.',
      chunks: whole(halves, halvesTokens),
      text: halves,
    },
    {
      id: 'right-to-left',
      title: 'Right to left',
      look: 'Tints and rings lie under the words that they belong to, in both directions.',
      chunks: spoken(rightToLeftTokens),
      text: textOf(rightToLeftTokens),
      selected: 2,
    },
    {
      id: 'code',
      title: 'Code with indentation',
      look: 'Indents stay as they are; a run of blank lines has its sign at the end of the last line with text.',
      chunks: spoken(codeTokens),
      text: code,
    },
    {
      id: 'unbroken',
      title: 'A very long line without a blank',
      look: 'It is cut into blocks that follow each other; nothing but the break shows where.',
      chunks: spoken(unbroken),
      text: textOf(unbroken),
    },
  ],
}
