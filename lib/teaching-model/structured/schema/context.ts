import type { Budget } from '../pattern/automaton.ts'
import type { Node, NodeId, Notes } from '../node.ts'
import { limits } from '../limits.ts'
import type { Type } from './keywords.ts'

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Where a schema stands. */
export interface Place {
  /** As it is told in a problem. */
  path: string
  depth: number
  /** The types that what stands around the schema leaves; undefined for all. */
  only?: readonly Type[] | undefined
}

/** A schema being read. The first problem wins; after it nothing more is read. */
export interface Context {
  root: unknown
  /** Reads a schema inside another. */
  read(context: Context, schema: unknown, place: Place): NodeId
  nodes: Node[]
  /** Nodes of what `$ref` names, so that recursion ends. */
  references: Map<string, NodeId>
  anything: NodeId | undefined
  budget: Budget
  literalBytes: number
  /** What `oneOf` lists, to be checked at the end. */
  exclusive: { path: string; options: NodeId[] }[]
  problem: { path: string; message: string } | undefined
}

/** Notes a problem. */
export function refuse(context: Context, path: string, message: string): void {
  context.problem ??= { path, message }
}

/** Adds a node. */
export function addNode(context: Context, node: Node): NodeId {
  if (context.nodes.length >= limits.nodes) {
    refuse(context, '', `more than ${limits.nodes} schemas in all are not supported.`)
  }
  return context.nodes.push(node) - 1
}

/** Reads a whole number from 0 that a keyword gives; undefined where it is absent. */
export function countOf(context: Context, schema: JsonObject, key: string, path: string) {
  const value = schema[key]
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  refuse(context, `${path}.${key}`, 'write a whole number from 0.')
  return undefined
}

/** What a schema notes about its values. */
export function notesOf({ title, description, format }: JsonObject): Notes {
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof format === 'string' ? { format } : {}),
  }
}
