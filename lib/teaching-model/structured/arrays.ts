import { always, goOn, stop, type Builder } from './builder.ts'
import type { Node, NodeId } from './node.ts'

/** The place after item i stands for all later ones where the items are alike and not counted. */
export function buildArray(
  { add, closing, isFull, isLive, join, setCall, words }: Builder,
  node: NodeId,
  array: Extract<Node, { kind: 'array' }>,
): number {
  const { prefix, items, least } = array
  const itemAt = (index: number) => (index < prefix.length ? prefix[index] : items)
  const deadAt = prefix.findIndex((id) => !isLive(id))
  const fixed = isLive(items) ? Infinity : prefix.length
  const most = Math.min(array.most, deadAt < 0 ? fixed : deadAt)
  const last = most === Infinity ? Math.max(1, least, prefix.length) : most
  const [start, end] = [add(node), closing(node)]
  const after = Array.from({ length: last + 1 }, (_, count) => add(node, count - 1))
  join(start, '[', after[0] ?? end, always)
  for (const [count, place] of after.entries()) {
    if (isFull()) return start
    const isLast = count === most
    const mayStop = count >= least
    if (mayStop) join(place, ']', end, isLast ? always : stop)
    if (isLast) continue
    const item = itemAt(count)
    const to = after[Math.min(count + 1, last)] ?? end
    const shares = mayStop ? goOn : always
    const call = count === 0 ? place : add(node, count)
    if (item !== undefined) setCall(call, item, to, count === 0 ? shares : always)
    if (count > 0) words(place, node, [{ text: ', ', shares, to: call }])
  }
  return start
}
