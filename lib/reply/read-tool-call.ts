import type { Choice, ToolCall } from './reply.ts'
import { numberOf, objectOf, textOf, type Loose } from './wire.ts'

/**
 * Takes in a tool call, whole or a piece of one. Pieces belong together by index; `place` is the
 * 0-based place in the list, for providers that leave the index out.
 */
export function readToolCall(choice: Choice, wire: Loose, place: number): void {
  const detail = objectOf(wire.function ?? wire.custom)
  const call = callFor(choice, numberOf(wire.index) ?? place, textOf(wire.id), textOf(detail.name))
  call.type = textOf(wire.type) ?? (wire.custom ? 'custom' : call.type)
  call.arguments += argumentsOf(detail.arguments ?? detail.input)
}

function callFor(
  { toolCalls }: Choice,
  index: number,
  id: string | undefined,
  name: string | undefined,
): ToolCall {
  const known = toolCalls.findLast((call) => call.index === index)
  if (!known || isAnother(known, id, name)) {
    const free = known ? Math.max(...toolCalls.map((call) => call.index)) + 1 : index
    const made = { index: free, id: id ?? '', type: 'function', name: name ?? '', arguments: '' }
    toolCalls.push(made)
    return made
  }
  known.id ||= id ?? ''
  // Some providers repeat the name in every piece.
  if (name !== undefined && name !== known.name) known.name += name
  return known
}

/** Some providers number every call 0. A new id with a name begins another call. */
function isAnother(known: ToolCall, id: string | undefined, name: string | undefined): boolean {
  return id !== undefined && name !== undefined && known.id !== '' && known.id !== id
}

/** Arguments are a JSON text; a few providers send the object itself. */
function argumentsOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : ''
}
