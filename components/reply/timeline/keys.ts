import { nextStop } from '#lib/logprobs/peaks.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'

/** What a key press in the timeline carries. */
interface Press {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

/**
 * The 0-based token that a key leads to, or nothing for other keys: arrows by one, Page Up and Page
 * Down by a twentieth but at least ten, Home, End, and `[` and `]` to the peak or fork before and after.
 */
export function tokenForKey(
  { key, altKey, ctrlKey, metaKey }: Press,
  tokens: TokenStore,
  selected: number | undefined,
  forks: readonly number[],
): number | undefined {
  const last = tokens.length - 1
  // Some keyboards need Alt or Ctrl to write a bracket.
  if (key === '[') return nextStop(tokens, forks, selected, -1)
  if (key === ']') return nextStop(tokens, forks, selected, 1)
  if (last < 0 || altKey || ctrlKey || metaKey) return undefined
  if (key === 'Home') return 0
  if (key === 'End') return last
  const by = distances.get(key)?.(tokens.length)
  if (by === undefined) return undefined
  // Without a chosen token the first step chooses the first one.
  return selected === undefined ? 0 : Math.min(last, Math.max(0, selected + by))
}

const page = (tokens: number) => Math.max(10, Math.round(tokens / 20))
const distances = new Map<string, (tokens: number) => number>([
  ['ArrowRight', () => 1],
  ['ArrowUp', () => 1],
  ['ArrowLeft', () => -1],
  ['ArrowDown', () => -1],
  ['PageUp', page],
  ['PageDown', (tokens) => -page(tokens)],
])
