import { applyEdits, findNodeAtLocation, modify, parseTree } from 'jsonc-parser'
import { isSchema } from './schema-node.ts'

const layout = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } }

/**
 * The text of a JSON document with another value at a path. Only what differs is written: comments,
 * layout and the order of keys stay wherever the value stays. `text` must be JSON that can be read.
 */
export function withValue(text: string, path: (string | number)[], value: unknown): string {
  const tree = parseTree(text)
  const node = tree && findNodeAtLocation(tree, path)
  const before = node && plainValue(text.slice(node.offset, node.offset + node.length))
  return written(text, path, before, value)
}

function written(text: string, path: (string | number)[], before: unknown, after: unknown): string {
  if (JSON.stringify(before) === JSON.stringify(after)) return text
  const inPlace = isSchema(before) && isSchema(after) && keepsOrder(before, after)
  if (!inPlace || path.length > 100) return put(text, path, after)
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
  const without = gone.reduce((result, key) => put(result, [...path, key], undefined), text)
  return Object.entries(after).reduce(
    (result, [key, value]) => written(result, [...path, key], before[key], value),
    without,
  )
}

/** Whether the keys that stay stand in their old order, and new ones after them. */
function keepsOrder(before: object, after: object): boolean {
  const kept = Object.keys(before).filter((key) => Object.hasOwn(after, key))
  return kept.every((key, place) => Object.keys(after)[place] === key)
}

function put(text: string, path: (string | number)[], value: unknown): string {
  return applyEdits(text, modify(text, path, value, layout))
}

/** The value of a JSON text with comments; undefined where there is none. */
function plainValue(text: string): unknown {
  const tree = parseTree(text)
  return tree && JSON.parse(JSON.stringify(valueOf(tree)))
}

function valueOf(node: NonNullable<ReturnType<typeof parseTree>>): unknown {
  const children = node.children ?? []
  if (node.type === 'array') return children.map(valueOf)
  if (node.type !== 'object') return node.value
  const entries = children.flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[String(key.value), valueOf(value)] as const] : [],
  )
  return Object.fromEntries(entries)
}
