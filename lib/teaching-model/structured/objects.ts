import { always, goOn, stop, written, type Builder } from './builder.ts'
import type { Property, NodeId } from './node.ts'
import type { Shares } from './place.ts'
import type { Word } from './words.ts'

/** Declared properties in their order: `[0]` before the first property, `[i + 1]` after property i. */
export function buildObject(builder: Builder, node: NodeId, all: readonly Property[]): number {
  const { add, closing, isFull, isLive, join, setCall, words } = builder
  const fields = all.filter((field) => field.required || isLive(field.value))
  const after = fields.map(({ name }) => add(node, name))
  const start = add(node)
  const opened = add(node)
  const end = closing(node)
  join(start, '{', opened, always)
  const calls = fields.map(({ value }, index) => {
    const before = add(node, fields[index]?.name)
    setCall(before, value, after[index] ?? end, always)
    return before
  })
  for (const [index, place] of [opened, ...after].entries()) {
    const separator = index === 0 ? '' : ', '
    const left: [number, number] = [1, 1]
    const ways: Word[] = []
    for (let next = index; next < fields.length && !isFull(); next++) {
      const field = fields[next]
      const shares: Shares = field?.required ? left : [left[0] * written[0], left[1] * written[1]]
      const text = `${separator}${JSON.stringify(field?.name)}: `
      ways.push({ text, shares: [...shares], to: calls[next] })
      left[0] -= shares[0]
      left[1] -= shares[1]
      if (field?.required) break
    }
    if (!fields.slice(index).some((field) => field.required)) {
      ways.push({ text: '}', shares: left, to: end })
    }
    words(place, node, ways)
  }
  return start
}

/** Properties of any name, all with values of one node. */
export function buildFreeObject(
  { add, closing, isLive, join, setCall, words }: Builder,
  node: NodeId,
  rest: NodeId | undefined,
  key: NodeId,
): number {
  const [start, opened, after, end] = [add(node), add(node), add(node, '*'), closing(node)]
  join(start, '{', opened, always)
  join(opened, '}', end, stop)
  join(after, '}', end, stop)
  if (!isLive(rest)) return start
  const [colon, first, more] = [add(node), add(node), add(node)]
  setCall(opened, key, colon, goOn)
  words(colon, node, [{ text: ': ', shares: always, to: first }])
  setCall(first, rest, after, always)
  words(after, node, [{ text: ', ', shares: goOn, to: more }])
  setCall(more, key, colon, always)
  return start
}
