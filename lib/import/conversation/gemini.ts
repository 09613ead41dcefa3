import { isObject } from '../found.ts'
import { callOf, contentOf, imagePart, textPart, type Turn } from './turn.ts'

/** Whether a value is the conversation of a request to Gemini. */
export function isGemini(contents: unknown): contents is Turn[] {
  if (!Array.isArray(contents) || contents.length === 0) return false
  return contents.every((one) => isObject(one) && Array.isArray(one.parts))
}

/** Gemini’s contents, and the instructions beside them, as messages in OpenAI’s form. */
export function fromGemini(
  contents: readonly Turn[],
  instruction: unknown,
  notes: string[],
): Turn[] {
  const calls: Calls = { made: 0, byName: new Map() }
  const turns = contents.flatMap((one) => turnsOf(one, calls, notes))
  const parts = isObject(instruction) ? partsOf(instruction.parts, notes) : []
  const said = typeof instruction === 'string' ? instruction : contentOf(parts)
  return said === null ? turns : [{ role: 'system', content: said }, ...turns]
}

/** Calls have no id there: a result answers the oldest call of its name that has no answer yet. */
interface Calls {
  made: number
  byName: Map<string, { ids: string[]; answered: number }>
}

function turnsOf({ role, parts }: Turn, calls: Calls, notes: string[]): Turn[] {
  const given = Array.isArray(parts) ? parts.filter(isObject) : []
  const asked = given.flatMap((part) => callIn(part, calls))
  const results = given.flatMap((part) => resultIn(part, calls))
  const said = partsOf(parts, notes)
  const isModel = role === 'model' || asked.length > 0
  const rest = {
    role: isModel ? 'assistant' : 'user',
    content: contentOf(said),
    ...(asked.length > 0 ? { tool_calls: asked } : {}),
  }
  const isSilent = said.length === 0 && asked.length === 0
  return isSilent && results.length > 0 ? results : [...results, rest]
}

function callIn(part: Turn, calls: Calls): Record<string, unknown>[] {
  const call = part.functionCall ?? part.function_call
  if (!isObject(call)) return []
  calls.made += 1
  const id = typeof call.id === 'string' ? call.id : `call_${calls.made}`
  const name = String(call.name)
  const known = calls.byName.get(name) ?? { ids: [], answered: 0 }
  known.ids.push(id)
  calls.byName.set(name, known)
  return [callOf(id, name, call.args)]
}

function resultIn(part: Turn, calls: Calls): Turn[] {
  const result = part.functionResponse ?? part.function_response
  if (!isObject(result)) return []
  const known = calls.byName.get(String(result.name))
  const oldest = known?.ids[known.answered]
  if (known) known.answered += 1
  const id = typeof result.id === 'string' ? result.id : oldest
  return [
    { role: 'tool', tool_call_id: id ?? 'call_1', content: JSON.stringify(result.response ?? {}) },
  ]
}

function partsOf(parts: unknown, notes: string[]): Record<string, unknown>[] {
  if (!Array.isArray(parts)) return []
  return parts.filter(isObject).flatMap((part) => {
    if (part.thought === true) return []
    if (typeof part.text === 'string') return [textPart(part.text)]
    const inline = part.inlineData ?? part.inline_data
    const file = part.fileData ?? part.file_data
    if (isObject(inline)) {
      const media = String(inline.mimeType ?? inline.mime_type)
      return [imagePart(`data:${media};base64,${String(inline.data)}`)]
    }
    const isElsewhere = isObject(file)
    const note = 'A file that is kept elsewhere was left out.'
    if (isElsewhere && !notes.includes(note)) notes.push(note)
    return []
  })
}

const renamed: Readonly<Record<string, string>> = {
  topP: 'top_p',
  topK: 'top_k',
  maxOutputTokens: 'max_completion_tokens',
  stopSequences: 'stop',
  candidateCount: 'n',
  presencePenalty: 'presence_penalty',
  frequencyPenalty: 'frequency_penalty',
  temperature: 'temperature',
  seed: 'seed',
}

/** What Gemini’s `generationConfig` sets, by the names of the registry; the rest is told in `notes`. */
export function settingsOfGemini(config: unknown, notes: string[]): Record<string, unknown> {
  if (!isObject(config)) return {}
  const entries = Object.entries(config)
  const unknown = entries.filter(([key]) => !Object.hasOwn(renamed, key)).map(([key]) => key)
  if (unknown.length > 0) {
    notes.push(`Of generationConfig was left out: ${unknown.slice(0, 8).join(', ')}.`)
  }
  return Object.fromEntries(
    entries.flatMap(([key, value]) => {
      const name = Object.hasOwn(renamed, key) ? renamed[key] : undefined
      return name === undefined ? [] : [[name, value]]
    }),
  )
}
