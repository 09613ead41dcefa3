import { isObject, isScalar } from './layout.ts'
import { quoted } from './text.ts'

/** Words that YAML 1.1, which Python reads, takes for something else than text. */
const taken = /^(?:true|false|null|yes|no|on|off|y|n)$/i

/** The most characters of a key that stands before its colon on one line. */
const longestKey = 500

/** A key with its value as lines of YAML's block form, indented by `indent` spaces. */
export function yamlEntry(name: string, value: unknown, indent: number): string[] {
  const key = yamlText(name)
  const pad = ' '.repeat(indent)
  if (key.length > longestKey) {
    return [`${pad}? ${key}`, ...after(`${pad}:`, value, indent)]
  }
  return after(`${pad}${key}:`, value, indent)
}

/** One text of YAML: plain where it can be, else in double quotes. */
export function yamlText(text: string): string {
  return /^[A-Za-z_][\w./-]*$/.test(text) && !taken.test(text) ? text : quoted(text)
}

function after(head: string, value: unknown, indent: number): string[] {
  if (isScalar(value)) return [`${head} ${yamlScalar(value)}`]
  const lines = yamlLines(value, indent + 2)
  return lines.length > 0 ? [head, ...lines] : [`${head} ${Array.isArray(value) ? '[]' : '{}'}`]
}

function yamlLines(value: unknown, indent: number): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => yamlItem(item, indent))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, item]) => yamlEntry(name, item, indent))
}

function yamlItem(value: unknown, indent: number): string[] {
  const pad = ' '.repeat(indent)
  if (isScalar(value)) return [`${pad}- ${yamlScalar(value)}`]
  const [first, ...rest] = yamlLines(value, indent + 2)
  if (first === undefined) return [`${pad}- ${Array.isArray(value) ? '[]' : '{}'}`]
  return [`${pad}- ${first.slice(indent + 2)}`, ...rest]
}

function yamlScalar(value: string | number | boolean | null): string {
  if (typeof value === 'string') return yamlText(value)
  const text = JSON.stringify(value)
  // YAML 1.1 takes a power of ten for a number only where there is a point before it.
  return typeof value === 'number' && /^-?\d+e/.test(text) ? text.replace('e', '.0e') : text
}
