/**
 * Where a key leads from one of the drawn tokens (0-based): to the token before or after, to the one
 * above or below, to the first or the last. Nothing for another key.
 */
export function stepFrom(
  list: HTMLElement,
  at: number,
  count: number,
  key: string,
): number | undefined {
  const within = (place: number) => Math.max(0, Math.min(count - 1, place))
  switch (key) {
    case 'ArrowRight':
      return within(at + 1)
    case 'ArrowLeft':
      return within(at - 1)
    case 'ArrowDown':
      return lineFrom(list, at, count, 1)
    case 'ArrowUp':
      return lineFrom(list, at, count, -1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** The token of the next line that begins nearest below or above; the same one where there is no such line. */
function lineFrom(list: HTMLElement, at: number, count: number, step: 1 | -1): number {
  const boxOf = (place: number) =>
    list.querySelector(`[data-at="${place}"]`)?.getClientRects()[0] ?? new DOMRect()
  const from = boxOf(at)
  let top: number | undefined
  let best = at
  let nearest = Infinity
  for (let place = at + step; place >= 0 && place < count; place += step) {
    const box = boxOf(place)
    if (Math.abs(box.top - from.top) < box.height / 2) continue
    top ??= box.top
    if (Math.abs(box.top - top) >= box.height / 2) break
    const distance = Math.abs(box.left - from.left)
    if (distance >= nearest) continue
    nearest = distance
    best = place
  }
  return best
}
