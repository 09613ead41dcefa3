/** What a key press in the heatmap carries. */
interface Press {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  currentTarget: HTMLElement
}

/**
 * The 0-based token that an arrow key leads to, or nothing for other keys. Up and down go to the
 * token of the next line that lies closest.
 */
export function neighbour(
  press: Press,
  from: number | undefined,
  count: number,
): number | undefined {
  const { key, altKey, ctrlKey, metaKey, currentTarget } = press
  if (count === 0 || altKey || ctrlKey || metaKey) return undefined
  const at = from ?? 0
  if (key === 'ArrowRight') return Math.min(count - 1, lastOf(currentTarget, at) + 1)
  if (key === 'ArrowLeft') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key === 'ArrowDown' || key === 'ArrowUp')
    return onNextLine(currentTarget, at, key === 'ArrowDown' ? 1 : -1)
  return undefined
}

/** Several tokens can share one span where a character is split; an arrow steps over all of them. */
function lastOf(root: HTMLElement, token: number): number {
  const next = spanOf(root, token)?.nextElementSibling?.getAttribute('data-token')
  return next ? Math.max(token, Number(next) - 1) : token
}

function onNextLine(root: HTMLElement, token: number, step: 1 | -1): number {
  const here = spanOf(root, token)?.getBoundingClientRect()
  if (!here) return token
  let best = token
  let line: number | undefined
  let distance = Infinity
  for (let next = token + step; ; next += step) {
    const span = spanOf(root, next)
    if (!span) return best
    const box = span.getBoundingClientRect()
    if (Math.abs(box.top - here.top) < 4) continue
    line ??= box.top
    if (Math.abs(box.top - line) > 4) return best
    const away = Math.abs(box.left - here.left)
    if (away < distance) [best, distance] = [next, away]
  }
}

function spanOf(root: HTMLElement, token: number): Element | null {
  return root.querySelector(`[data-token="${token}"]`)
}
