import type { Leaf } from './leaf.ts'

/** What a schema says about a value beside what it demands. */
export interface Notes {
  title?: string
  description?: string
  format?: string
}

/** The index of a node. */
export type NodeId = number

/** One schema, read. The types are JSON's; `choice` stands for any of several nodes. */
export type Node = { notes: Notes } & (
  | { kind: 'leaf'; leaf: Leaf }
  /** JSON texts in the canonical layout. */
  | { kind: 'literal'; texts: string[] }
  | { kind: 'object'; fields: Property[]; rest: NodeId | undefined; closed: boolean }
  | { kind: 'array'; prefix: NodeId[]; items: NodeId | undefined; least: number; most: number }
  | { kind: 'choice'; options: NodeId[] }
)

/** A declared property. */
export interface Property {
  name: string
  value: NodeId
  required: boolean
}

/** A JSON value in the canonical layout: compact, with one space after each colon and comma. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}: ${canonical(one)}`,
  )
  return `{${members.join(', ')}}`
}
