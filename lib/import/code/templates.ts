import type { Language, TemplatePart } from './token.ts'
import { unescape } from './unescape.ts'

const python = /\{\{|\}\}|\{([^{}]*)\}/g
const script = /\\[^]|\$\{([^{}]*)\}/g

/**
 * Splits a template into text and the expressions between its braces: `{name}` of an f-string,
 * `${name}` of JavaScript. An expression with braces of its own stays text.
 */
export function templateParts(
  content: string,
  opens: '{' | '${',
  raw: boolean,
  language: Language,
): TemplatePart[] {
  const parts: TemplatePart[] = []
  const add = (text: string) => {
    if (text !== '') parts.push(raw ? text : unescape(text, language))
  }
  let at = 0
  for (const found of content.matchAll(opens === '{' ? python : script)) {
    const [written, expression] = found
    // An f-string's format, as in `{price:.2f}`, is none of the expression's business.
    const format = opens === '{' ? /[:!][^:!]{0,20}$/ : /$^/
    const source = expression?.trim().replace(format, '')
    if (source === undefined && written.startsWith('\\')) continue
    add(content.slice(at, found.index))
    if (source === undefined) add(written.charAt(0))
    else parts.push({ source: source.slice(0, 200) })
    at = found.index + written.length
  }
  add(content.slice(at))
  return parts
}
