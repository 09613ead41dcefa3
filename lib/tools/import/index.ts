import { parseTolerantJson } from '#lib/json/index.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { isObject, textOf, type DraftTool, type FoundTools } from './found-tool.ts'
import { freeName, legalName } from './legal-name.ts'
import { isOpenApi, toolsOfOpenApi } from './openapi.ts'
import { toolsOfEntry } from './other-forms.ts'

export type { FoundTools } from './found-tool.ts'

/** Most characters of a text that is read, and most tools of a request. */
const mostCharacters = 2_000_000
const mostTools = 128

/** Most things that are named as left out. */
const mostLeft = 20

const nothing =
  'No tool was found here. Paste an OpenAPI document or operation, an MCP tool or list of tools, tools of another API, or a JSON Schema.'

/**
 * The tools in a text of JSON: an OpenAPI document (3.x or 2), path or operation; an MCP tool, list or
 * `tools/list` result; tools of OpenAI (either API), Anthropic and Gemini; a JSON Schema. Names are made
 * legal and unique, also among `taken`. Credentials are no arguments, and example values are left out.
 * Fails with a sentence for a text that is none of these.
 */
export function readTools(text: string, taken: readonly string[] = []): Result<FoundTools, string> {
  if (text.trim() === '') return fail('Paste or type something first.')
  if (text.length > mostCharacters)
    return fail('This text is too long: at most 2,000,000 characters are read.')
  const { value, problems } = parseTolerantJson(text)
  const [problem] = problems
  if (problem) {
    const hint = looksLikeYaml(text) ? ' It looks like YAML; convert it to JSON first.' : ''
    return fail(`This is not JSON. Line ${problem.line}: ${problem.message}${hint}`)
  }
  const notes = new Set<string>()
  const left: FoundTools['left'] = []
  const drafts = draftsIn(value, notes, left)
  if (drafts.length === 0 && left.length === 0) return fail(nothing)
  const names = new Set(taken)
  const room = Math.max(0, mostTools - taken.length)
  const tools = drafts.slice(0, room).map(({ name, source, make }) => {
    const legal = freeName(name, names)
    return { name: legal, source, tool: make(legal) }
  })
  const more = drafts.length - tools.length
  if (more > 0) {
    const reason = `A request has at most ${mostTools} tools.`
    left.push({ name: `${more.toLocaleString('en')} more`, reason })
  }
  const renamed = drafts.slice(0, room).filter(({ name }) => legalName(name) !== name).length
  if (renamed > 0)
    notes.add('Names were made of letters, digits, _ and -, which is all a tool’s name may have.')
  return ok({ tools, left, notes: [...notes] })
}

function draftsIn(value: unknown, notes: Set<string>, left: FoundTools['left']): DraftTool[] {
  if (isObject(value) && isOpenApi(value)) return toolsOfOpenApi(value, notes)
  const entries = entriesIn(value)
  return entries.flatMap((entry, at) => {
    const found = isObject(entry) ? toolsOfEntry(entry) : []
    if (found.length === 0 && entries.length > 1 && left.length < mostLeft) {
      const name = (isObject(entry) ? textOf(entry.name) : undefined) ?? `Entry ${at + 1}`
      left.push({ name, reason: 'This is no tool that can be read.' })
    }
    return found
  })
}

/** The list of tools in a value: it itself, or what stands under `tools`, also of a JSON-RPC result. */
function entriesIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return []
  const held = isObject(value.result) ? value.result.tools : value.tools
  return Array.isArray(held) ? held : [value]
}

function looksLikeYaml(text: string): boolean {
  return /^\s*(?:openapi|swagger|info|paths)\s*:/m.test(text)
}
