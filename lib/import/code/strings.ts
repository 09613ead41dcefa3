import { templateParts } from './templates.ts'
import type { Language, TemplatePart } from './token.ts'
import { unescape } from './unescape.ts'

/** How a string begins, and so how it is read. */
interface Opening {
  /** Where its content begins. */
  start: number
  /** What ends it. */
  close: string
  language: Language
  raw: boolean
  /** What opens an expression inside it, where it is a template. */
  template?: '{' | '${'
}

const curly: Readonly<Record<string, string>> = { '“': '”', '”': '”', '„': '“', '‘': '’', '’': '’' }
const prefix = /(?:[rRbBuUfFtT]|[rR][bBfFtT]|[bBfFtT][rR])?("""|'''|"|')/y

/** The string that begins at `at`, if one does. */
export function stringStart(text: string, at: number, language: Language): Opening | undefined {
  const first = text.charAt(at)
  const partner = Object.hasOwn(curly, first) ? curly[first] : undefined
  if (partner) return { start: at + 1, close: partner, language, raw: false }
  if (language === 'python') return pythonStart(text, at)
  if (!'"\'`'.includes(first) || first === '') return undefined
  const template = first === '`' ? ({ template: '${' } as const) : {}
  return { start: at + 1, close: first, language, raw: false, ...template }
}

function pythonStart(text: string, at: number): Opening | undefined {
  prefix.lastIndex = at
  const found = prefix.exec(text)
  if (!found) return undefined
  const close = found[1] ?? '"'
  const letters = found[0].slice(0, -close.length).toLowerCase()
  const template = /[ft]/.test(letters) ? ({ template: '{' } as const) : {}
  const raw = letters.includes('r')
  return { start: at + found[0].length, close, language: 'python', raw, ...template }
}

/** Reads a string to its end, or to the end of its line where it is never closed. */
export function readString(text: string, opening: Opening): { parts: TemplatePart[]; end: number } {
  const { start, close, language, raw, template } = opening
  const stop = closeOf(text, opening)
  const content = text.slice(start, stop)
  const end = Math.min(text.length, stop + (text.startsWith(close, stop) ? close.length : 0))
  if (template) return { parts: templateParts(content, template, raw, language), end }
  return { parts: [raw ? content : unescape(content, language)], end }
}

/** Where the closing quote stands. Only templates and triple quotes go over the end of a line. */
function closeOf(text: string, { start, close, template }: Opening): number {
  const spans = close.length === 3 || close === '`' || !/["']/.test(close)
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '\\') at += 1
    else if (text.startsWith(close, at)) return at
    else if (character === '\n' && !spans) return at
    else if (template === '${' && text.startsWith('${', at)) at = bracesEnd(text, at + 1)
  }
  return text.length
}

/** The place of the brace that ends the expression whose brace opens at `at`; quotes hide braces. */
function bracesEnd(text: string, at: number): number {
  let open = 0
  let quote = ''
  for (let place = at; place < text.length; place += 1) {
    const character = text.charAt(place)
    if (character === '\\') place += 1
    else if (quote !== '') quote = character === quote ? '' : quote
    else if ('"\'`'.includes(character)) quote = character
    else if (character === '{') open += 1
    else if (character === '}') open -= 1
    if (open === 0) return place
  }
  return text.length
}
