import { isParameterName, type Settings } from '#lib/parameters/index.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import type { Opened } from '#lib/preset/link.ts'
import { readFile } from '#lib/preset/file.ts'
import { readCode } from './code/read-code.ts'
import { languageOf } from './code/language.ts'
import { conversationIn, conversationInText } from './conversation/read-conversation.ts'
import { nothingFound, type FoundRequest } from './found.ts'
import { wireName } from './keys.ts'
import { importLimits } from './limits.ts'
import { readLinkText } from './link-text.ts'
import { readData } from './read-data.ts'
import { readDataText, type DataInText } from './data-text.ts'
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
  /** How many requests or conversations the text holds, of which this is one; only where it is several. */
  entries?: number
}

const nothing =
  'Nothing here can be read as a request. Paste a curl command, Python or TypeScript, JSON, a conversation, an entry of a log, or a link or file of Nucleus.'

/**
 * Reads a pasted text: a curl command, code, JSON, a conversation, an entry of a log, a link or a file.
 * It is read as data from left to right; nothing of it is run, nothing is asked of the network, and no
 * credential is kept. Where it holds several, as lines of JSON, the 0-based `entry` is read. Fails with
 * a sentence for texts that are none of these or have more than 2,000,000 characters (files: 20,000,000).
 */
export function readPaste(pasted: string, entry = 0): Result<Imported, string> {
  if (pasted.trim() === '') return fail('Paste or type something first.')
  if (isFile(pasted)) return fromOpened('file', readFile(pasted))
  if (pasted.length > importLimits.characters) {
    return fail('This text is too long: at most 2,000,000 characters are read.')
  }
  const link = readLinkText(pasted)
  if (link) return fromOpened('link', link)
  const text = unwrap(pasted)
  if (isFile(text)) return fromOpened('file', readFile(text))
  // What was said may quote a command or a program, and hold a fence.
  const said = conversationInText(pasted) ?? conversationInText(text)
  if (said) return fromRequest('conversation', said)
  const read = requestIn(text, entry)
  return read ? fromRequest(read.kind, read.found, read.entries) : fail(nothing)
}

interface Read {
  kind: ImportKind
  found: FoundRequest
  entries?: number | undefined
}

/** The request in a text and what the text is. */
function requestIn(text: string, entry: number): Read | undefined {
  if (looksLikeCurl(text)) return { kind: 'curl', found: readCurl(text) }
  const isCode = !/^[{[]/.test(text) && languageOf(text) !== undefined
  const data = isCode ? undefined : readDataText(text, entry)
  const read = data && readValue(data)
  if (read) return read
  const language = languageOf(text)
  return language && { kind: language, found: readCode(text, language) }
}

function readValue({ value, around, notes, entries }: DataInText): Read | undefined {
  const conversation = conversationIn(value)
  const found = conversation ?? readData(value)
  // One of several that says nothing is still one of several.
  if (!found)
    return entries === undefined
      ? undefined
      : { kind: 'json', found: { ...nothingFound(), notes }, entries }
  const isLog = found.isLog === true || around
  const plain = isLog ? 'log' : 'json'
  return {
    kind: conversation && !around ? 'conversation' : plain,
    found: { ...found, notes: [...notes, ...found.notes] },
    entries,
  }
}

function fromRequest(
  as: ImportKind,
  found: FoundRequest,
  entries?: number,
): Result<Imported, string> {
  const { settings, refused, notes } = settle(found)
  const kind = as === 'json' && isConversationAlone(settings) ? 'conversation' : as
  const isEmpty =
    Object.keys(settings).length === 0 || (isProgram(as) && isForeign(settings, found))
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
    ...(entries === undefined ? {} : { entries }),
  })
}

function isProgram(kind: ImportKind): boolean {
  return kind === 'python' || kind === 'typescript'
}

/** Whether nothing that is known was found, as in a note that says “Answer: 42”. */
function isForeign(settings: Settings, { values }: FoundRequest): boolean {
  const named = Object.keys(settings).some((name) => name !== 'extra_body')
  return !named && !Object.keys(values).some((key) => isParameterName(wireName(key)))
}

/** Whether there are messages, and at most the tools that they use. */
function isConversationAlone(settings: Settings): boolean {
  const others = new Set(['messages', 'tools', 'tool_choice', 'parallel_tool_calls'])
  return settings.messages !== undefined && Object.keys(settings).every((name) => others.has(name))
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
