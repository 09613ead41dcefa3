import { splitName } from './words.ts'

/** A named value of a result, both in plain words. */
export interface Finding {
  key: string
  value: string
}

/** What a tool sent back, made plain. */
export type Result =
  | { kind: 'values'; findings: Finding[] }
  | { kind: 'text' | 'list' | 'error'; text: string }
  | { kind: 'empty' | 'done' }

/** The most values of one result that are told, and the most characters of one text. */
const mostFindings = 12
const longestText = 1200

/**
 * Reads the content of a `tool` message: a JSON object by its values (those of objects inside it under
 * both keys), a JSON array as a list, anything else as a text. An object with `error`, and a text that
 * begins with that word, tell of a failure.
 */
export function readResult(content: string): Result {
  const text = content.trim()
  const json = parsed(text)
  if (json === undefined) return ofText(text)
  if (Array.isArray(json)) return json.length > 0 ? { kind: 'list', text: inWords(json) } : empty
  return isObject(json) ? ofObject(json) : ofText(inWords(json))
}

const empty: Result = { kind: 'empty' }

function ofText(text: string): Result {
  if (text === '' || text === 'null') return empty
  if (/^(?:ok|okay|done|success|true|sent|saved|created)[.!]?$/i.test(text)) return { kind: 'done' }
  const error = /^(?:error|failed|failure|exception)\b[:\s]*([\s\S]*)$/i.exec(text)?.[1]
  if (error !== undefined) return { kind: 'error', text: plain(error === '' ? text : error) }
  return { kind: 'text', text: plain(text) }
}

function ofObject(json: Readonly<Record<string, unknown>>): Result {
  const { error } = json
  if (error !== undefined && error !== null && error !== false) {
    return { kind: 'error', text: inWords(isObject(error) ? (error.message ?? error) : error) }
  }
  const findings = findingsIn(json, '')
  if (findings.length === 0) return empty
  const [only] = findings
  const worked = findings.length === 1 && /^(?:ok|success|status|done|sent)$/.test(only?.key ?? '')
  if (worked && /^(?:yes|ok|okay|done|success|sent)$/i.test(only?.value ?? ''))
    return { kind: 'done' }
  return { kind: 'values', findings: findings.slice(0, mostFindings) }
}

function findingsIn(json: Readonly<Record<string, unknown>>, above: string): Finding[] {
  return Object.entries(json).flatMap(([name, value]): Finding[] => {
    const key = `${above} ${splitName(name)}`.trim().toLowerCase()
    if (value === null || value === undefined || value === '') return []
    if (isObject(value) && above === '') return findingsIn(value, key)
    const said = inWords(value)
    return said === '' || key === '' ? [] : [{ key, value: said }]
  })
}

/** A JSON value in plain words: lists as "a, b and c", true and false as yes and no. */
function inWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return listed(value.map(inWords).filter((one) => one !== ''))
  if (isObject(value)) {
    return findingsIn(value, '.')
      .map(({ key, value: said }) => `${key.replace(/^\. /, '')} ${said}`)
      .join(', ')
  }
  return value === null || value === undefined ? '' : plain(String(value))
}

function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last
}

/** On one line, not too long, without a full stop at the end. */
function plain(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const cut = line.length > longestText ? `${line.slice(0, longestText)}…` : line
  return cut.replace(/(?<!\.)\.$/, '')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
