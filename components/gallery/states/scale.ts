import type { GalleryGroup } from './state.ts'
import { likely, spoken, utf8, type WireToken } from './wire.ts'

const steps = [
  likely('certain', 0.97),
  likely(' likely', 0.8),
  likely(' probable', 0.6),
  likely(' possible', 0.3),
  likely(' doubtful', 0.15),
  likely(' rare', 0.04),
  likely(' astonishing', 0.001),
]
const withUnknown = [...steps, unknown(' unknown', null)]

function unknown(token: string, logprob: number | string | null): WireToken {
  return { token, logprob, bytes: utf8(token), top_logprobs: [] }
}

const untold = [
  likely('Nothing', 0.4),
  unknown(' null', null),
  unknown(' −9999', -9999),
  unknown(' −3.4e38', -3.4e38),
  unknown(' −Infinity', '-Infinity'),
  { token: ' missing', bytes: utf8(' missing') },
  likely(' is', 0.05),
  likely(' zero', 0.005),
]

const joined = [
  likely('un', 0.05),
  likely('believ', 0.2),
  likely('ably', 0.3),
  likely(' over', 0.6),
  likely('compli', 0.005),
  likely('cat', 0.02),
  likely('ed', 0.95),
  unknown('?', null),
  unknown('!', null),
]

const paragraph =
  'The rain over the river begins before the boats are in , and nobody on the long quay looks up : they know that the wind will turn again within the hour and that the nets can stay out'
    .split(' ')
    .map((word, place) =>
      likely(
        place === 0 ? word : ` ${word}`,
        [0.95, 0.6, 0.05, 0.3, 0.008, 0.8, 0.15][place % 7] ?? 1,
      ),
    )

function textOf(tokens: readonly WireToken[]): string {
  return tokens.map(({ token }) => token).join('')
}

/** The seven steps, what is unknown, and what lies around a tint. */
export const scaleGroup: GalleryGroup = {
  id: 'scale',
  title: 'The scale',
  states: [
    {
      id: 'steps',
      title: 'Seven steps and unknown',
      look: 'Tints deepen from none to the darkest; “rare” is dotted, “astonishing” wavy, “unknown” hatched.',
      chunks: spoken(withUnknown),
      text: textOf(withUnknown),
    },
    {
      id: 'unknown',
      title: 'Five ways to say nothing',
      look: 'Null, −9999, −3.4e38, −Infinity as text and a missing logprob are hatched alike, and none is underlined.',
      chunks: spoken(untold),
      text: textOf(untold),
    },
    {
      id: 'filter',
      title: 'Filter on',
      look: 'All that is likelier than “possible” is pale and has no tint; the rest is as it was.',
      chunks: spoken(withUnknown),
      text: textOf(withUnknown),
      floor: 3,
    },
    {
      id: 'joined',
      title: 'Neighbours without a blank',
      look: 'On the canvas a gap of one pixel parts tints that touch, and underlines keep to their own.',
      chunks: spoken(joined),
      text: textOf(joined),
    },
    {
      id: 'edges',
      title: 'Token boundaries on',
      look: 'Short ticks above and below each edge, where the tint begins.',
      chunks: spoken(joined),
      text: textOf(joined),
      boundaries: true,
    },
    {
      id: 'chosen',
      title: 'A chosen token',
      look: 'A blue ring with a gap around “boats”; arrows move it.',
      chunks: spoken(paragraph),
      text: textOf(paragraph),
      selected: 8,
    },
  ],
}
