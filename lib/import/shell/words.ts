import { isCredentialName, wordsOf } from '#lib/request/forbidden-names.ts'
import { ansiQuoted } from './ansi.ts'
import { curlyQuoted, dollar, doubleQuoted, isCurly, singleQuoted } from './quotes.ts'
import { take, takeUntil, type Dialect, type Scan } from './scan.ts'

/** One word of a command, its quotes undone. */
export interface Word {
  text: string
  /** Where it begins in the script, in UTF-16 units. */
  offset: number
}

/** One command of a script. */
export interface Command {
  words: Word[]
  /** What it gets to read: a here-document, a here-string, or what `echo` wrote before it. */
  input?: string
}

/** The commands of a script, and what was met on the way. */
export interface Script {
  commands: Command[]
  /** Variables that are used and not assigned in the script. */
  unread: string[]
  /** Names of variables that were assigned a credential. */
  credentials: string[]
}

interface Reading extends Scan {
  commands: Command[]
  open: Command
  /** Delimiters of here-documents that begin on the next line, with the commands that read them. */
  documents: { end: string; indented: boolean; command: Command }[]
  credentials: string[]
}

/** Reads a script into its commands. One pass from left to right; nothing in it is run. */
export function readScript(text: string, dialect: Dialect): Script {
  const reading: Reading = {
    text,
    dialect,
    variables: new Map(),
    unread: new Set(),
    at: 0,
    commands: [],
    open: { words: [] },
    documents: [],
    credentials: [],
  }
  while (reading.at < text.length) step(reading)
  finish(reading, false)
  return {
    commands: reading.commands,
    unread: [...reading.unread],
    credentials: reading.credentials,
  }
}

function step(reading: Reading): void {
  const character = reading.text.charAt(reading.at)
  if (isContinuation(reading)) reading.at += 2
  else if (character === '\n') endLine(reading)
  else if (character.trim() === '') reading.at += 1
  else if (character === '#') take(reading, /[^\n]+/)
  else if (character === '<' || character === '>') redirect(reading)
  else if (';|&()'.includes(character)) separate(reading)
  else word(reading)
}

/** A backslash at the end of a line, or what other shells have in its place. */
function isContinuation({ text, at, dialect }: Scan): boolean {
  if (text.charAt(at + 1) !== '\n') return false
  const character = text.charAt(at)
  if (character === '\\') return true
  return character === (dialect === 'cmd' ? '^' : '`') && dialect !== 'posix'
}

function separate(reading: Reading): void {
  const pipe =
    reading.text.charAt(reading.at) === '|' && reading.text.charAt(reading.at + 1) !== '|'
  finish(reading, pipe)
  reading.at += 1
}

function finish(reading: Reading, pipes: boolean): void {
  const { open, commands } = reading
  if (open.words.length > 0) commands.push(open)
  const output = pipes ? outputOf(open) : undefined
  reading.open = { words: [], ...(output === undefined ? {} : { input: output }) }
}

/** What a command writes, where that is plain to see. */
function outputOf({ words, input }: Command): string | undefined {
  const [name, ...rest] = words.map(({ text }) => text)
  if (name === 'cat') return rest.length === 0 ? input : undefined
  if (name !== 'echo' && name !== 'printf') return undefined
  return rest.filter((one, index) => index > 0 || !/^-[neE]+$|^%s(\\n)?$/.test(one)).join(' ')
}

function endLine(reading: Reading): void {
  reading.at += 1
  for (const { end, indented, command } of reading.documents.splice(0)) {
    command.input = document(reading, end, indented)
  }
  finish(reading, false)
}

function document(reading: Reading, end: string, indented: boolean): string {
  const lines: string[] = []
  while (reading.at < reading.text.length) {
    const line = takeUntil(reading, '\n')
    const bare = indented ? line.replace(/^\t+/, '') : line
    if (bare.trimEnd() === end) break
    lines.push(bare)
  }
  return lines.join('\n')
}

function redirect(reading: Reading): void {
  const operator = take(reading, /<<<|<<-?|[<>]+&?\d?/)
  take(reading, /[ \t]+/)
  if (reading.text.charAt(reading.at) === '\n' || reading.at >= reading.text.length) return
  const text = wordText(reading)
  if (operator === '<<<') reading.open.input = text
  else if (operator.startsWith('<<')) {
    reading.documents.push({ end: text, indented: operator === '<<-', command: reading.open })
  }
}

function word(reading: Reading): void {
  const offset = reading.at
  const text = wordText(reading)
  const [, name, value = ''] = /^([A-Za-z_]\w*)=([^]*)$/.exec(text) ?? []
  const { words } = reading.open
  const begins = words.every((one) => one.text === 'export')
  if (!begins || name === undefined) words.push({ text, offset })
  else if (isCredentialName(wordsOf(name), value)) reading.credentials.push(name)
  else reading.variables.set(name, value)
}

/** One word, made of adjacent pieces, each quoted in its own way. */
function wordText(scan: Scan): string {
  let out = ''
  for (let start = -1; scan.at < scan.text.length && scan.at !== start;) {
    start = scan.at
    // The end of a subshell, where quotes end just before it.
    if (scan.text.charAt(scan.at) === ')') break
    // An ampersand or a bracket inside a word belongs to an address more often than to the shell.
    out += take(scan, /[^\s'"\\$`;|<>“”„‟‘’‚‛]+/)
    out += piece(scan)
  }
  return out
}

function piece(scan: Scan): string {
  const character = scan.text.charAt(scan.at)
  if (character === "'") return singleQuoted(scan)
  if (character === '"') return doubleQuoted(scan)
  if (isCurly(character)) return curlyQuoted(scan)
  if (character === '$') return dollarPiece(scan)
  if (character === '\\' || character === '`') return escaped(scan)
  return ''
}

function dollarPiece(scan: Scan): string {
  const next = scan.text.charAt(scan.at + 1)
  if (next === "'") return ansiQuoted(scan)
  if (next !== '"') return dollar(scan)
  scan.at += 1
  return doubleQuoted(scan)
}

function escaped(scan: Scan): string {
  if (isContinuation(scan)) {
    // A word goes on in the next line only where that line begins with the rest of it.
    scan.at += 2
    return ''
  }
  const next = scan.text.charAt(scan.at + 1)
  const isEscape = scan.dialect === 'posix' || '"\\`'.includes(next)
  scan.at += isEscape ? 2 : 1
  return isEscape ? next : '\\'
}
