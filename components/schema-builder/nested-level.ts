'use client'

import { createContext, type ReactNode } from 'react'
import type { SchemaProblem } from './problems.ts'

/** What the properties of one object schema are drawn from. */
export interface LevelProps {
  schema: Record<string, unknown>
  /** Where the object is, such as `address.lines[]`; empty for the outermost. */
  path: string
  /** 1 for the outermost. */
  depth: number
  problems: readonly SchemaProblem[]
  onChange(next: Record<string, unknown>): void
}

/** Draws an object inside a row: rows are part of a level, so they cannot name it themselves. */
export const NestedLevel = createContext<(level: LevelProps) => ReactNode>(() => null)
