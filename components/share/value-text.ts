import { visibleText } from '#lib/preset/visible.ts'

/** A value of a preset in a few words, and as the whole text where that says more. */
export interface ShownValue {
  short: string
  whole?: string
}

/** Most characters of a value that stand in a row. */
const mostShort = 60

/** How a value is shown to somebody who has to decide about it; nothing in it can hide. */
export function shownValue(name: string, value: unknown): ShownValue {
  if (value === undefined) return { short: 'not sent' }
  if (name === 'messages' && Array.isArray(value)) {
    return { short: count(value.length, 'message'), whole: value.map(messageText).join('\n\n') }
  }
  if (typeof value === 'string') return cut(visibleText(value))
  if (name === 'stop' && Array.isArray(value)) {
    return cut(visibleText(value.map((stop) => JSON.stringify(stop).slice(1, -1)).join(', ')))
  }
  if (typeof value !== 'object' || value === null) return { short: String(value) }
  const whole = visibleText(JSON.stringify(value, null, 2))
  const line = visibleText(JSON.stringify(value))
  if (line.length <= mostShort) return { short: line }
  const entries = Array.isArray(value) ? value.length : Object.keys(value).length
  return { short: count(entries, 'entry', 'entries'), whole }
}

function messageText(message: unknown): string {
  const { role, content, ...rest } = message as Record<string, unknown>
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2)
  const others = Object.keys(rest).length > 0 ? `\n${JSON.stringify(rest, null, 2)}` : ''
  return visibleText(`${String(role)}: ${text}${others}`)
}

function cut(text: string): ShownValue {
  return text.length <= mostShort && !text.includes('\n')
    ? { short: text }
    : { short: `${text.slice(0, mostShort).split('\n')[0]}…`, whole: text }
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}
