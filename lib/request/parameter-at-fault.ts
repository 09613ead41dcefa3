import { isParameterName } from '#lib/parameters/index.ts'

/** Words in quotes or in a list, of at most 64 characters: 'top_k', "stop[0]", `n`. */
const quoted = /['"`]([a-z_]{1,64})(?:[.[][^'"`]{0,100})?['"`]/g

/**
 * The parameter that an error answer blames: what it names as `param` (`messages[0].content` means
 * `messages`), else the first parameter that stands in quotes in its message. A `param` that no
 * field has is given as it was sent.
 */
export function parameterAtFault(param: string | undefined, message: string): string | undefined {
  if (param !== undefined) {
    const head = param.split(/[.[]/, 1)[0] ?? param
    return isParameterName(head) ? head : param
  }
  const names = [...message.matchAll(quoted)].map(([, name]) => name ?? '')
  return names.find(isParameterName)
}
