import { fail, ok, type Result } from '#lib/result.ts'
import type { Opened } from '#lib/preset/link.ts'
import { readFile } from '#lib/preset/file.ts'
import { readCode } from './code/read-code.ts'
import { languageOf } from './code/language.ts'
import type { FoundRequest } from './found.ts'
import { importLimits } from './limits.ts'
import { readLinkText } from './link-text.ts'
import { readData } from './read-data.ts'
import { readDataText } from './data-text.ts'
import { settle } from './settle.ts'
import { looksLikeCurl, readCurl } from './shell/read-curl.ts'
import { understoodOf, type ImportKind } from './understood.ts'
import { unwrap } from './unwrap.ts'

export type { ImportKind } from './understood.ts'

/** What a pasted text was understood as; nothing of it is applied yet, and no key is part of it. */
export interface Imported extends Opened {
  kind: ImportKind
  /** What it is, in a few words each: `a curl command for OpenAI`, `6 parameters`, `3 messages`. */
  understood: string[]
  /** Whole sentences about what could not be read or was changed. */
  notes: string[]
}

const nothing =
  'Nothing here can be read as a request. Paste a curl command, Python or TypeScript, JSON, an entry of a log, or a link or file of Nucleus.'

/**
 * Reads a pasted text: a curl command, code, JSON, an entry of a log, a link or a file. It is read as
 * data from left to right; nothing of it is run, nothing is asked of the network, and no credential
 * is kept. Fails with a sentence for texts that are none of these or have more than 2,000,000
 * characters (files: 20,000,000).
 */
export function readPaste(pasted: string): Result<Imported, string> {
  if (pasted.trim() === '') return fail('Paste or type something first.')
  if (isFile(pasted)) return fromOpened('file', readFile(pasted))
  if (pasted.length > importLimits.characters) {
    return fail('This text is too long: at most 2,000,000 characters are read.')
  }
  const link = readLinkText(pasted)
  if (link) return fromOpened('link', link)
  const text = unwrap(pasted)
  if (isFile(text)) return fromOpened('file', readFile(text))
  const [kind, found] = requestIn(text) ?? []
  if (!kind || !found) return fail(nothing)
  return fromRequest(kind, found)
}

/** The request in a text and what the text is. */
function requestIn(text: string): [ImportKind, FoundRequest] | undefined {
  if (looksLikeCurl(text)) return ['curl', readCurl(text)]
  const isCode = !/^[{[]/.test(text) && languageOf(text) !== undefined
  const data = isCode ? undefined : readDataText(text)
  if (data) {
    const found = readData(data.value)
    if (found) {
      const kind = found.isLog || data.around ? 'log' : 'json'
      return [kind, { ...found, notes: [...data.notes, ...found.notes] }]
    }
  }
  const language = languageOf(text)
  return language && [language, readCode(text, language)]
}

function fromRequest(kind: ImportKind, found: FoundRequest): Result<Imported, string> {
  const { settings, refused, notes } = settle(found)
  const isEmpty = Object.keys(settings).length === 0
  if (isEmpty && refused.length === 0) {
    return fail(notes[0] === undefined ? nothing : `There is nothing to take over. ${notes[0]}`)
  }
  return ok({
    kind,
    preset: { settings },
    refused,
    notes,
    understood: understoodOf(kind, settings),
    // A few parameters alone are no reason to unset the others.
    whole: settings.model !== undefined && settings.messages !== undefined,
  })
}

function fromOpened(kind: ImportKind, read: Result<Opened, string>): Result<Imported, string> {
  if (!read.ok) return read
  const understood = understoodOf(kind, read.value.preset.settings)
  if (read.value.run) understood.push('a recorded run')
  return ok({ ...read.value, kind, notes: [], understood })
}

/** Whether a text begins as the files of Nucleus do. */
function isFile(text: string): boolean {
  return /^\s{0,40}\{\s{0,40}"nucleus"\s{0,9}:/.test(text)
}
