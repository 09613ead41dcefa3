import type { Node } from 'jsonc-parser'
import type { ReplyJson } from './reply-json.ts'

/** A value of the JSON in a reply, with those within it. */
export interface Field {
  /** Keys and 0-based places from the root, whose path is empty. */
  path: readonly (string | number)[]
  kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null'
  /** UTF-16 range of the value in the reply, quotes and brackets included. */
  start: number
  end: number
  /** The value of a text, a number, a boolean or null; undefined for lists and objects. */
  value: unknown
  /** Whether more of it may come. */
  open: boolean
  /** In the order in which they stand in the reply. */
  children: readonly Field[]
}

/** The fields of the JSON in a reply: its outermost value; undefined until that has begun. */
export function fieldTree({ tree, start, end, complete }: ReplyJson): Field | undefined {
  return tree && fieldOf(tree, [], { start, openEnd: complete ? Infinity : end })
}

interface Placing {
  start: number
  /** What reaches to here is not over. */
  openEnd: number
}

function fieldOf(node: Node, path: Field['path'], placing: Placing): Field | undefined {
  const { type: kind } = node
  if (kind === 'property') return undefined
  const start = placing.start + node.offset
  const end = start + node.length
  const children = (node.children ?? []).flatMap((child, place) => {
    const value = kind === 'object' ? child.children?.[1] : child
    const step = kind === 'object' ? String(child.children?.[0]?.value) : place
    const field = value && fieldOf(value, [...path, step], placing)
    return field ? [field] : []
  })
  const value: unknown = kind === 'object' || kind === 'array' ? undefined : node.value
  return { path, kind, start, end, value, open: end >= placing.openEnd, children }
}

/** The fields that hold no others and can hold none, in the order of the reply. */
export function leavesOf(field: Field): Field[] {
  return isContainer(field) ? field.children.flatMap(leavesOf) : [field]
}

/** Whether a field is a list or an object. */
export function isContainer({ kind }: Field): boolean {
  return kind === 'object' || kind === 'array'
}
