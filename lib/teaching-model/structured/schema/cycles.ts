import type { Node } from '../node.ts'

/**
 * Whether some schema stands for itself, by way of `$ref`, `anyOf` and the like alone: with no object
 * or array between, a validator would never come to an end.
 */
export function hasCycle(nodes: readonly Node[]): boolean {
  const holders = nodes.map((): number[] => [])
  const open = nodes.map((node, id) => {
    const options = node.kind === 'choice' ? node.options : []
    for (const option of options) holders[option]?.push(id)
    return options.length
  })
  // Take away what depends on nothing, again and again (Kahn 1962); a cycle stays.
  const free = [...open.keys()].filter((id) => open[id] === 0)
  for (const id of free) {
    for (const holder of holders[id] ?? []) {
      open[holder] = (open[holder] ?? 0) - 1
      if (open[holder] === 0) free.push(holder)
    }
  }
  return free.length < nodes.length
}
