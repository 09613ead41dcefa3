import type { TextLevel } from '#lib/reply/levels.ts'
import type { GalleryGroup, GalleryState } from './state.ts'
import { likely, spoken } from './wire.ts'

const story =
  'The ferry is late. Why? The wind turned at noon.\nNobody on the quay minds.\n\nBy four it is there, and half empty. The captain grins: he won his bet!\n'
const storyTokens = (story.match(/ ?\w+|\n+|[^\s\w]/gu) ?? []).map((token, place) =>
  likely(token, probabilityAt(place)),
)

/** Sentences of a different surprise each. */
function probabilityAt(place: number): number {
  const [sure, rare] = place < 20 ? [0.9, 0.5] : [0.4, 0.03]
  return place % 4 === 3 ? rare : sure
}

const levels: readonly [TextLevel, string][] = [
  [
    'sentence',
    'Each sentence has one tint, of its mean surprisal; underlines stay with the tokens.',
  ],
  ['line', 'Each line has one tint.'],
  ['paragraph', 'Two paragraphs, the second tinted deeper.'],
]

const perLevel = levels.map(([level, look]): GalleryState => ({
  id: level,
  title: `Tinted per ${level}`,
  look,
  chunks: spoken(storyTokens),
  text: story,
  level,
}))

/** Longer stretches than a token, and marks among them. */
export const readingGroup: GalleryGroup = {
  id: 'reading',
  title: 'Stretches and marks',
  states: [
    ...perLevel,
    {
      id: 'passage',
      title: 'Figures of a selected passage',
      look: 'Figures of tokens 5 to 12 beside those of all; text that you select takes their place.',
      chunks: spoken(storyTokens),
      text: story,
      figures: { from: 4, to: 12 },
    },
    {
      id: 'branch',
      title: 'A branch mark',
      look: 'A blue bar before “Why”: what stands before it was kept from another reply.',
      chunks: spoken(storyTokens),
      text: story,
      begins: [18],
    },
  ],
}
