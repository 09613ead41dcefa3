import { isParameterName } from '#lib/parameters/index.ts'
import { isPackedLink } from '#lib/preset/link-codec.ts'
import { readLink, type Opened } from '#lib/preset/link.ts'
import type { Result } from '#lib/result.ts'

/** Longest text in which a link is looked for. */
const longest = 200_000

/**
 * Reads a text that is nothing but a link of Nucleus, whole or the part after `#`; nothing for any
 * other text.
 */
export function readLinkText(pasted: string): Result<Opened, string> | undefined {
  if (pasted.length > longest) return undefined
  const text = pasted.trim().replace(/^[<("'`]{1,3}|[>)"'`]{1,3}$/g, '')
  if (/\s/.test(text)) return undefined
  const isAddress = /^https?:\/\//.test(text)
  const hash = text.indexOf('#')
  if (isAddress && hash < 0) return undefined
  const fragment = isAddress || hash === 0 ? text.slice(hash + 1) : text
  return isPreset(fragment, isAddress || hash === 0) ? readLink(fragment) : undefined
}

/** The least length of a packed link that stands alone; shorter words of that form are not rare. */
const leastAlone = 24

/** Whether a fragment is a packed preset, or sets a parameter by its name. */
function isPreset(fragment: string, isMarked: boolean): boolean {
  if (isPackedLink(fragment)) return isMarked || fragment.length >= leastAlone
  const [name = ''] = fragment.split('=')
  return isMarked && fragment.includes('=') && isParameterName(name)
}
