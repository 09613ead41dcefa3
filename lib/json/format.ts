import type { Node } from 'jsonc-parser'
import { readDocument } from './document.ts'

/**
 * The text as JSON indented by two spaces: comments, trailing commas and typographic delimiters are
 * gone; keys keep their order, numbers and texts their spelling. A text with a syntax fault, or
 * without a value, is returned as it is. Formatting twice changes nothing.
 */
export function formatJson(text: string): string {
  const { strict, syntax, tree } = readDocument(text)
  return tree && syntax.length === 0 ? print(tree, strict, '') : text
}

function print(node: Node, strict: string, indent: string): string {
  const children = node.children ?? []
  if (node.type === 'object')
    return block('{}', children, (child) => member(child, strict, `${indent}  `), indent)
  if (node.type === 'array')
    return block('[]', children, (child) => print(child, strict, `${indent}  `), indent)
  return strict.slice(node.offset, node.offset + node.length)
}

function member({ children: [key, value] = [] }: Node, strict: string, indent: string): string {
  return key && value ? `${print(key, strict, indent)}: ${print(value, strict, indent)}` : ''
}

function block(
  brackets: string,
  children: Node[],
  line: (child: Node) => string,
  indent: string,
): string {
  if (children.length === 0) return brackets
  const lines = children.map((child) => `${indent}  ${line(child)}`).join(',\n')
  return `${brackets.charAt(0)}\n${lines}\n${indent}${brackets.charAt(1)}`
}
