import 'server-only'
import { fail, ok, type Result } from '#lib/result.ts'

const longest = 2048

/**
 * Reads a base address: http or https, and nothing in it but host, port and path. The error is a
 * sentence for the person who typed it.
 */
export function parsePlainUrl(text: string): Result<URL, string> {
  const written = text.trim()
  if (written.length > longest) return fail(`An address has at most ${longest} characters.`)
  if (!/^https?:\/\//i.test(written)) return fail('An address begins with http:// or https://.')
  // The URL parser would silently drop or bend these, so that what is read is not what is meant.
  if (/[\s\\\u0000-\u001f\u007f]/.test(written)) {
    return fail('An address has no spaces, line breaks or backslashes in it.')
  }
  if (/^[^/]+\/\/[^/?#]*@/.test(written)) {
    return fail('An address carries no user name or password. Enter the key in its own field.')
  }
  if (/[?#]/.test(written)) return fail('An address has no ? and no # in it.')
  return URL.canParse(written) ? ok(new URL(written)) : fail('This is not a valid address.')
}
