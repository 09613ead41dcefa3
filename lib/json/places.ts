import type { Node } from 'jsonc-parser'
import { mostProblems, readDocument, type JsonProblem } from './document.ts'
import { endOfLine, type Place } from './lines.ts'

type Path = readonly PropertyKey[]

/** Where the value at a path stands in the text; undefined when there is none. */
export function locate(text: string, path: Path): Place | undefined {
  const { tree, place } = readDocument(text)
  const node = path.reduce<Node | undefined>(
    (parent, segment) => parent && childAt(parent, segment),
    tree,
  )
  return node && place(node.offset, node.length)
}

/**
 * Schema problems at their places in the text: each at the value its path leads to, or, where that
 * is missing, at the opening bracket of the nearest object or list that is there.
 */
export function problemsFromIssues(
  text: string,
  issues: readonly { path: Path; message: string }[],
): JsonProblem[] {
  const { tree, place } = readDocument(text)
  const placed = issues.slice(0, mostProblems).map(({ path, message }) => {
    const { node, whole } = nearest(tree, path)
    const full = node ? place(node.offset, whole ? node.length : 1) : place(0, 0)
    const length = Math.min(full.length, endOfLine(text, full.offset) - full.offset)
    return { message, path: path.map(segmentOf), ...full, length }
  })
  return placed.toSorted((one, other) => one.offset - other.offset)
}

/** "Line 3, column 5: …", both counted from 1. */
export function describeProblem({ line, column, message }: JsonProblem): string {
  return `Line ${line}, column ${column}: ${message}`
}

/** A path as code writes it: `[0].function.name`, `meta["a key"]`. */
export function describePath(path: readonly (string | number)[] = []): string {
  const text = path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`
      return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
    })
    .join('')
  return text.replace(/^\./, '')
}

function nearest(tree: Node | undefined, path: Path): { node: Node | undefined; whole: boolean } {
  let node = tree
  for (const segment of path) {
    const child = node && childAt(node, segment)
    if (!child) return { node, whole: false }
    node = child
  }
  return { node, whole: true }
}

function childAt(node: Node, segment: PropertyKey): Node | undefined {
  if (node.type === 'array') return node.children?.[Number(segment)]
  if (node.type !== 'object') return undefined
  return node.children?.find(({ children }) => children?.[0]?.value === String(segment))
    ?.children?.[1]
}

function segmentOf(segment: PropertyKey): string | number {
  return typeof segment === 'number' ? segment : String(segment)
}
