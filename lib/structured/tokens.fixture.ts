import { TokenStore } from '#lib/reply/token-store.ts'
import { TokenText } from '#lib/reply/token-text.ts'
import { fieldTree, type Field } from './field-tree.ts'
import { replyJson } from './reply-json.ts'

/** A token by its text or bytes, its probability, and the others that were listed with theirs. */
export type MadeUp = readonly [
  token: string | readonly number[],
  p: number | null,
  others?: Readonly<Record<string, number>>,
]

const bytesOf = (token: MadeUp[0]) =>
  typeof token === 'string' ? [...new TextEncoder().encode(token)] : [...token]

/** A reply of made-up tokens; its content is theirs unless it is given. */
export function madeUpReply(made: readonly MadeUp[], given?: string) {
  const tokens = new TokenStore()
  for (const [token, p, others = {}] of made) {
    const bytes = bytesOf(token)
    const own = {
      token: typeof token === 'string' ? token : '\ufffd',
      bytes,
      logprob: p === null ? null : Math.log(p),
    }
    const listed = Object.entries(others).map(([text, share]) => ({
      token: text,
      bytes: bytesOf(text),
      logprob: Math.log(share),
    }))
    tokens.append({ ...own, alternatives: [own, ...listed] })
  }
  const all = made.flatMap(([token]) => bytesOf(token))
  const content = given ?? new TextDecoder().decode(Uint8Array.from(all))
  return { tokens, content, segments: new TokenText(tokens).segments(content) }
}

/** The fields of a reply that holds JSON. */
export function fieldsOf(content: string, isOver = true): Field {
  const json = replyJson(content, isOver)
  const root = json && fieldTree(json)
  if (!root) throw new Error(`No JSON in ${content}`)
  return root
}

/** The field at a path. */
export function fieldAt(root: Field, ...path: (string | number)[]): Field {
  return path.reduce((field, step) => {
    const found = field.children.find(({ path: own }) => own.at(-1) === step)
    if (!found) throw new Error(`No field ${step}`)
    return found
  }, root)
}
