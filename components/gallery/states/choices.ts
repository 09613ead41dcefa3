import { among, chunk, likely, spoken, type WireToken } from './wire.ts'

const start = [
  likely('The', 0.9),
  likely(' ferry', 0.4),
  likely(' leaves', 0.6),
  likely(' at', 0.8),
]
const ends: readonly (readonly WireToken[])[] = [
  [
    among(' nine', 0.45, { ' nine': 0.45, ' ten': 0.3, ' noon': 0.02 }),
    likely(' from', 0.5),
    likely(' the', 0.97),
    likely(' old', 0.06),
    likely(' quay', 0.7),
    likely('.', 0.9),
  ],
  [
    among(' noon', 0.02, { ' nine': 0.45, ' ten': 0.3, ' noon': 0.02 }),
    likely(',', 0.3),
    likely(' in', 0.2),
    likely(' dense', 0.004),
    likely(' fog', 0.9),
    likely('.', 0.95),
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
