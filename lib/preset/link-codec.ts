import { fail, ok, type Result } from '#lib/result.ts'
import { fromBase64Url, toBase64Url } from './codec/base64url.ts'
import { deflate, inflate } from './codec/deflate.ts'
import { dictionary2 } from './codec/dictionary-2.ts'
import { presetLimits } from './limits.ts'

/** The version that new links carry. A version is never changed, only followed by the next. */
const newest = 2

const encoder = new TextEncoder()
/** What each version is compressed against; the first had no dictionary. */
const dictionaries: Readonly<Record<string, Uint8Array>> = {
  1: new Uint8Array(),
  2: encoder.encode(dictionary2),
}

/** What a packed link carries: a JSON value, and bytes beside it. */
export interface PackedLink {
  version: number
  value: unknown
  beside: Uint8Array | undefined
}

/**
 * Packs a JSON value into a fragment (without `#`): version digit, then base64url of raw DEFLATE against
 * the dictionary of the version; bytes beside it follow after a point, as they are.
 */
export function packLink(value: unknown, beside?: Uint8Array): Result<string, string> {
  const json = encoder.encode(JSON.stringify(value))
  if (json.length > presetLimits.unpacked) return fail(tooLarge)
  const packed = deflate(json, dictionaries[newest] ?? new Uint8Array())
  const fragment = `${newest}${toBase64Url(packed)}${beside ? `.${toBase64Url(beside)}` : ''}`
  return fragment.length > presetLimits.fragment ? fail(tooLarge) : ok(fragment)
}

/** Whether a fragment (without `#`) claims to be a packed link of some version. */
export function isPackedLink(fragment: string): boolean {
  return /^\d/.test(fragment)
}

/** Unpacks a fragment into what it carries. Expansion stops at the limit, not after it. */
export function unpackLink(fragment: string): Result<PackedLink, string> {
  if (fragment.length > presetLimits.fragment)
    return fail('This link is too long to be one of ours.')
  const version = fragment.slice(0, 1)
  const dictionary = dictionaries[version]
  if (!dictionary) return fail('This link was made by a newer version of Nucleus.')
  const [packed = '', rest, ...others] = fragment.slice(1).split('.')
  const bytes = fromBase64Url(packed)
  const beside = rest === undefined ? undefined : fromBase64Url(rest)
  const json = bytes ? inflate(bytes, dictionary, presetLimits.unpacked) : 'damaged'
  if (json === 'large') return fail('This link unpacks to more than a preset can hold.')
  if (json === 'damaged' || others.length > 0 || (rest !== undefined && !beside))
    return fail(damaged)
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json))
    return ok({ version: Number(version), value, beside })
  } catch {
    return fail(damaged)
  }
}

const tooLarge = 'This preset is too large for a link. Save it as a file instead.'
const damaged = 'This link is damaged: part of it seems to be missing.'
