import type { Node, NodeId } from '../node.ts'
import type { Budget } from '../pattern/automaton.ts'

const deepest = 8

/**
 * Whether two schemas plainly have no value in common: other types, other literals, or objects that
 * a property which both require, or which one requires and the other forbids, tells apart.
 */
export function areDisjoint(
  nodes: readonly Node[],
  a: NodeId,
  b: NodeId,
  budget: Budget,
  depth = 0,
): boolean {
  budget.left -= 1
  const [left, right] = [nodes[a], nodes[b]]
  if (!left || !right || depth > deepest || budget.left < 0) return false
  const apart = (one: NodeId, other: NodeId) => areDisjoint(nodes, one, other, budget, depth + 1)
  if (left.kind === 'choice') return left.options.every((one) => apart(one, b))
  if (right.kind === 'choice') return right.options.every((one) => apart(a, one))
  if (left.kind === 'literal' && right.kind === 'literal') {
    return left.texts.every((text) => !right.texts.includes(text)) && isScalar(left, right)
  }
  if (left.kind === 'object' && right.kind === 'object') {
    return tells(left, right, apart) || tells(right, left, apart)
  }
  const kinds = new Set(kindsOf(left))
  return kindsOf(right).every((kind) => !kinds.has(kind))
}

/** Objects and lists can be equal in another order or spelling. */
function isScalar(...literals: readonly { texts: string[] }[]): boolean {
  return literals.every(({ texts }) => texts.every((text) => !/^[[{]/.test(text)))
}

type ObjectNode = Extract<Node, { kind: 'object' }>

function tells(a: ObjectNode, b: ObjectNode, apart: (one: NodeId, other: NodeId) => boolean) {
  return a.fields.some(({ name, value, required }) => {
    const other = b.fields.find((field) => field.name === name)
    if (!required) return false
    return other ? other.required && apart(value, other.value) : b.closed
  })
}

function kindsOf(node: Node): string[] {
  if (node.kind === 'leaf') return [node.leaf.kind]
  if (node.kind !== 'literal') return [node.kind]
  return node.texts.map((text) => kindOfText(text.charAt(0)))
}

function kindOfText(first: string): string {
  if (first === '"') return 'string'
  if (first === '{') return 'object'
  if (first === '[') return 'array'
  return /[tfn]/.test(first) ? 'word' : 'number'
}
