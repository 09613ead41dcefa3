import { among, chunk, likely, spoken, type WireToken } from './wire.ts'

/** A token with itself and half of the rest as its alternatives. */
function beside(token: string, probability: number): WireToken {
  return among(token, probability, { [token]: probability, '…': (1 - probability) / 2 })
}

const start = [
  beside('The', 0.9),
  beside(' ferry', 0.4),
  beside(' leaves', 0.6),
  beside(' at', 0.8),
]
const ends: readonly (readonly WireToken[])[] = [
  [
    among(' nine', 0.45, { ' nine': 0.45, ' ten': 0.3, ' noon': 0.02 }),
    among(' from', 0.5, { ' from': 0.5, ' at': 0.3, ' out': 0.1 }),
    beside(' the', 0.97),
    beside(' old', 0.06),
    beside(' quay', 0.7),
    beside('.', 0.9),
  ],
  [
    among(' noon', 0.02, { ' nine': 0.45, ' ten': 0.3, ' noon': 0.02 }),
    beside(',', 0.3),
    beside(' in', 0.2),
    beside(' dense', 0.004),
    beside(' fog', 0.9),
    beside('.', 0.95),
  ],
]

/** Three choices, interleaved in one stream: B parts from A at its fifth token, C is the same as A. */
export const choicesChunks: readonly string[] = interleaved(
  [0, 1, 0].map((end, index) => spoken([...start, ...(ends[end] ?? [])], index)),
)

function interleaved(streams: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...streams.map(({ length }) => length))
  return Array.from({ length: longest }, (_, place) =>
    streams.flatMap((stream) => stream[place] ?? []),
  ).flat()
}

const growth = [
  likely(' Rain', 0.2),
  likely(' comes', 0.6),
  likely(' and', 0.9),
  likely(' goes', 0.95),
  likely(' over', 0.04),
  likely(' Belém', 0.006),
  likely('.\n', 0.8),
]

/** The chunk that comes after `count` others of a reply that grows without an end. */
export function growingChunk(count: number): string {
  const token = growth[count % growth.length] ?? likely('', 1)
  return chunk({ content: token.token }, { content: [token] })
}
