import { parseTolerantJson } from '#lib/json/index.ts'
import { isObject } from '../found.ts'
import { roleOf } from './role-of.ts'
import { callOf, type Turn } from './turn.ts'

/** Whether a value is a list of turns of the form `{from, value}`. */
export function isShareGpt(turns: unknown): turns is Turn[] {
  if (!Array.isArray(turns) || turns.length === 0) return false
  return turns.every((one) => isObject(one) && typeof one.from === 'string' && 'value' in one)
}

/** Whether a value is a list of messages as LangChain writes them. */
export function isLangChain(turns: unknown): turns is Turn[] {
  if (!Array.isArray(turns) || turns.length === 0) return false
  return turns.every(
    (one) =>
      isObject(one) &&
      typeof one.type === 'string' &&
      roleOf(one.type) !== undefined &&
      ('content' in one || (isObject(one.data) && 'content' in one.data)),
  )
}

/** The turns of ShareGPT as messages in OpenAI’s form. */
export function fromShareGpt(turns: readonly Turn[], notes: string[]): Turn[] {
  let calls = 0
  let answered = 0
  const strange = new Set<string>()
  const messages = turns.map(({ from, value }) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const who = String(from).toLowerCase()
    const call = who === 'function_call' || who === 'tool_call' ? callIn(text) : undefined
    if (call) {
      calls += 1
      const made = callOf(`call_${calls}`, call.name, call.arguments)
      return { role: 'assistant', content: null, tool_calls: [made] }
    }
    const isResult = ['observation', 'tool', 'function_response', 'tool_response'].includes(who)
    if (isResult && answered < calls) {
      answered += 1
      return { role: 'tool', tool_call_id: `call_${answered}`, content: text }
    }
    const role = roleOf(who)
    if (!role) strange.add(String(from))
    return { role: role ?? 'user', content: text }
  })
  if (strange.size > 0) notes.push(strangeRoles([...strange]))
  return messages
}

/** LangChain’s messages in OpenAI’s form; their texts only. */
export function fromLangChain(turns: readonly Turn[], notes: string[]): Turn[] {
  return turns.map(({ type, data, content }) => {
    const inner = isObject(data) ? data : { content }
    const calls = Array.isArray(inner.tool_calls) ? inner.tool_calls.length : 0
    const note = 'Tool calls of LangChain’s messages were left out.'
    if (calls > 0 && !notes.includes(note)) notes.push(note)
    return { role: roleOf(String(type)) ?? 'user', content: inner.content }
  })
}

/** What to say of roles that nobody knows. */
export function strangeRoles(roles: readonly string[]): string {
  const names = roles.slice(0, 5).map((one) => `“${one.slice(0, 40)}”`)
  return `Turns of ${names.join(', ')} became the user’s.`
}

function callIn(text: string): { name: unknown; arguments: unknown } | undefined {
  const { value } = parseTolerantJson(text)
  return isObject(value) && typeof value.name === 'string'
    ? { name: value.name, arguments: value.arguments ?? value.parameters }
    : undefined
}
