import type { Grammar } from './compile.ts'
import { encode } from '../tokens.ts'

/** Texts that structure is made of, as o200k_base cuts them. */
const punctuation =
  '{" ": "} "}, "}] "] "], { } }} }, }] [ ] ], ]} [" [{" [] {} "" , : true false null . - ." !" ?" \\ \\" \\n \\n\\n \\\\'.split(
    ' ',
  )
const spaced = [
  ' "',
  '": ',
  '", "',
  ' [',
  ' {',
  ' {"',
  ' ["',
  ' []',
  ' {}',
  ' true',
  ' false',
  ' null',
  ' -',
]

const singleDigits = Array.from({ length: 10 }, (_, digit) => `${digit}`)
const pairs = Array.from({ length: 100 }, (_, number) => `${number}`.padStart(2, '0'))
/** The first 256 ranks of o200k_base are the single bytes. */
const singleBytes = Array.from({ length: 256 }, (_, id) => id)

/**
 * The token ids that a request with this grammar must be able to draw beside the model's own: all 256
 * single bytes, so that something is always allowed, and the tokens of punctuation, digits, property
 * names and enum members. Ascending.
 */
export function structuralTokens({ nodes }: Grammar): number[] {
  const texts = nodes.flatMap((node) => {
    if (node.kind === 'literal')
      return node.texts.flatMap((text) => [text, ` ${text}`, inner(text)])
    if (node.kind === 'object') return node.fields.map(({ name }) => `{${JSON.stringify(name)}: `)
    return []
  })
  common ??= [...punctuation, ...spaced, ...singleDigits, ...pairs].flatMap((text) => encode(text))
  const ids = texts.flatMap((text) => encode(text))
  return [...new Set([...singleBytes, ...common, ...ids])].toSorted((a, b) => a - b)
}

/** The tokens that every grammar needs, once they have been looked up. */
let common: readonly number[] | undefined

/** A string without its quotes. */
function inner(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1) : text
}
