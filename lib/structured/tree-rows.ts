import { isContainer, type Field } from './field-tree.ts'

/** A field as a row of a tree. */
export interface TreeRow {
  field: Field
  /** Tells it from all other rows, and stays the same while the reply grows. */
  key: string
  /** 1-based depth. */
  level: number
  /** 1-based place among its siblings, and how many there are. */
  place: number
  siblings: number
  /** Whether the rows within it are shown; undefined for a field that can hold none. */
  expanded: boolean | undefined
}

/** The key of the row of a path. */
export function rowKey(path: Field['path']): string {
  return JSON.stringify(path)
}

/**
 * The rows of a tree in the order in which they stand, those within folded ones left out. The outermost
 * list or object is no row of its own: its fields are the first level. `folds` are the keys of rows
 * that a person folded or unfolded; others are open.
 */
export function treeRows(root: Field, folds: ReadonlyMap<string, boolean>): TreeRow[] {
  const rows: TreeRow[] = []
  const visit = (fields: readonly Field[], level: number) => {
    for (const [index, field] of fields.entries()) {
      const key = rowKey(field.path)
      const expanded = isContainer(field) ? (folds.get(key) ?? true) : undefined
      rows.push({ field, key, level, place: index + 1, siblings: fields.length, expanded })
      if (expanded === true) visit(field.children, level + 1)
    }
  }
  visit(isContainer(root) && root.children.length > 0 ? root.children : [root], 1)
  return rows
}

/** What a key does in a tree: go to a row (0-based), or fold or unfold one. */
export type TreeMove = { to: number } | { fold: number; open: boolean }

/**
 * What an arrow key, Home or End does at a 0-based row, as in every tree: up and down, right opens or
 * enters, left closes or leaves. Undefined for other keys and where there is nothing to do.
 */
export function treeMove(
  rows: readonly TreeRow[],
  at: number,
  pressed: string,
): TreeMove | undefined {
  const row = rows[at]
  if (!row) return undefined
  if (pressed === 'ArrowDown') return within(rows, at + 1)
  if (pressed === 'ArrowUp') return within(rows, at - 1)
  if (pressed === 'Home') return { to: 0 }
  if (pressed === 'End') return { to: rows.length - 1 }
  if (pressed === 'ArrowRight') {
    if (row.expanded === false) return { fold: at, open: true }
    const next = rows[at + 1]
    return row.expanded && next && next.level > row.level ? { to: at + 1 } : undefined
  }
  if (pressed !== 'ArrowLeft') return undefined
  if (row.expanded === true && row.field.children.length > 0) return { fold: at, open: false }
  const parent = rows.findLastIndex(({ level }, index) => index < at && level < row.level)
  return parent < 0 ? undefined : { to: parent }
}

function within(rows: readonly TreeRow[], at: number): TreeMove | undefined {
  return rows[at] && { to: at }
}
