import type { SegmentView } from '#lib/reply/segment-view.ts'

/** What a key press in the heatmap carries. */
interface Press {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
}

/** Where the keys can lead. */
interface Ways {
  /** 0-based token. */
  from: number | undefined
  segments: SegmentView
  onNextLine(token: number, step: 1 | -1): number
  /** The peak of surprisal or fork after the token, or before it. */
  onNextStop(direction: 1 | -1): number | undefined
}

/**
 * The 0-based token that a key leads to, or nothing for other keys. Tokens that share a character
 * count as one. Up and down go to the token of the next line that lies closest, `[` and `]` to the peak
 * or fork before and after.
 */
export function neighbour(
  press: Press,
  { from, segments, onNextLine, onNextStop }: Ways,
): number | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = press
  // Some keyboards need Alt or Ctrl to write a bracket.
  if (key === '[') return onNextStop(-1)
  if (key === ']') return onNextStop(1)
  const count = segments.tokensBefore(segments.length)
  if (count === 0 || altKey || ctrlKey || metaKey || shiftKey) return undefined
  const at = Math.min(from ?? 0, count - 1)
  const segment = segments.at(segments.indexOf(at))
  const first = segment?.first ?? at
  const ways: Record<string, () => number> = {
    ArrowRight: () => Math.min((segment?.last ?? at) + 1, count - 1),
    ArrowLeft: () => firstOf(segments, Math.max(0, first - 1)),
    ArrowDown: () => onNextLine(first, 1),
    ArrowUp: () => onNextLine(first, -1),
    Home: () => 0,
    End: () => firstOf(segments, count - 1),
  }
  return Object.hasOwn(ways, key) ? ways[key]?.() : undefined
}

function firstOf(segments: SegmentView, token: number): number {
  return segments.at(segments.indexOf(token))?.first ?? token
}
