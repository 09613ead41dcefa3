import { applyEdits, findNodeAtLocation, modify, type JSONPath, type Node } from 'jsonc-parser'
import { readDocument } from './document.ts'
import { applyEdits as tolerate, tolerancesIn } from './tolerances.ts'

const layout = { insertSpaces: true, tabSize: 2, eol: '\n' }

/**
 * A JSON text with another value at a path. Only what differs is written: comments, layout and the order
 * of keys stay wherever the value stays. `undefined` removes what is there. What stands in the way of
 * the path, such as a text where it goes on, is replaced. A text that is no JSON comes back as it is,
 * any other with typographic quotes and spaces made JSON's own.
 */
export function editJson(text: string, path: JSONPath, value: unknown): string {
  const { strict, syntax, tree } = readDocument(text)
  if (syntax.length > 0) return text
  const node = tree && findNodeAtLocation(tree, path)
  return written(strict, path, node && valueOf(node), value)
}

/**
 * A JSON text with one more value in a list; the last step of the path is its 0-based place there. The
 * rest is as with `editJson`.
 */
export function insertJson(text: string, path: JSONPath, value: unknown): string {
  const { strict, syntax } = readDocument(text)
  return syntax.length > 0 ? text : put(strict, path, value, true)
}

/**
 * A JSON text with more values at the end of the list at a path, laid out as its last one is: each on
 * lines of its own, or all on one. The rest is as with `editJson`.
 */
export function appendJson(text: string, path: JSONPath, values: readonly unknown[]): string {
  const { strict, syntax, tree } = readDocument(text)
  const list = tree && syntax.length === 0 ? findNodeAtLocation(tree, path) : undefined
  const last = list?.type === 'array' ? list.children?.at(-1) : undefined
  if (!list || !last) return editJson(text, path, values)
  const line = /[\n\r]([ \t]*)$/.exec(strict.slice(list.offset, last.offset))
  const added = values.map((value) => {
    if (!line) return `, ${JSON.stringify(value)}`
    return `,\n${JSON.stringify(value, null, 2)}`.replaceAll('\n', `\n${line[1] ?? ''}`)
  })
  const end = last.offset + last.length
  return strict.slice(0, end) + added.join('') + strict.slice(end)
}

function written(text: string, path: JSONPath, before: unknown, after: unknown): string {
  if (JSON.stringify(before) === JSON.stringify(after)) return text
  if (!isObject(before) || !isObject(after) || !keepsOrder(before, after))
    return put(text, path, after)
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

function put(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string {
  const { tree } = readDocument(text)
  const taken = tree ? lengthThatFits(tree, path) : path.length
  const isBlocked = taken < path.length
  if (value === undefined && (isBlocked || path.length === 0)) return isBlocked ? text : ''
  const [place, content] = isBlocked
    ? [path.slice(0, taken), nested(path.slice(taken), value)]
    : [path, value]
  const options = { formattingOptions: layout, isArrayInsertion: isArrayInsertion && !isBlocked }
  const plain = value === undefined ? withoutTrailingComma(text, path.slice(0, -1)) : text
  return applyEdits(plain, modify(plain, place, content, options))
}

/** Without the comma at the end of a list or object: it would be left alone where the last value goes. */
function withoutTrailingComma(text: string, path: JSONPath): string {
  const { tree } = readDocument(text)
  const node = tree && findNodeAtLocation(tree, path)
  const last = node?.children?.at(-1)
  if (!node || !last) return text
  const isIts = (offset: number) =>
    offset >= last.offset + last.length && offset < node.offset + node.length
  const commas = tolerancesIn(text).filter(({ kind }) => kind === 'trailing comma')
  return tolerate(
    text,
    commas.filter(({ offset }) => isIts(offset)),
  )
}

/** How many steps of a path can be taken before one does not fit what stands there. */
function lengthThatFits(tree: Node, path: JSONPath): number {
  for (const [taken, step] of path.entries()) {
    const node = findNodeAtLocation(tree, path.slice(0, taken))
    if (!node) return path.length
    if (node.type !== (typeof step === 'number' ? 'array' : 'object')) return taken
  }
  return path.length
}

function nested(path: JSONPath, value: unknown): unknown {
  return path.reduceRight<unknown>(
    (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
    value,
  )
}

function valueOf(node: Node): unknown {
  const children = node.children ?? []
  if (node.type === 'array') return children.map(valueOf)
  if (node.type !== 'object') return node.value
  const entries = children.flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[String(key.value), valueOf(value)] as const] : [],
  )
  return Object.fromEntries(entries)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
