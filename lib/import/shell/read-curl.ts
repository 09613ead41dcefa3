import { keyReason, nothingFound, type FoundRequest } from '../found.ts'
import { sortHeaders } from '../headers.ts'
import { readBody } from '../body-text.ts'
import { readOptions, type CurlCall } from './curl-options.ts'
import { readScript, type Command } from './words.ts'
import type { Dialect } from './scan.ts'

/** Where a command can begin, and what may stand before its name: assignments, `sudo` and the like. */
const curlCommand =
  /(?:^|\||;|&&)[ \t]{0,80}(?:\w{1,80}="?\$\([ \t]{0,20}|(?:\w{1,80}=(?!"?\$\()\S{0,500}[ \t]{1,20}){0,4}(?:(?:sudo|time|!)[ \t]{1,20}){0,2})curl(?:\.exe)?[ \t\\^`]/m

/** Whether a command of the text is curl. */
export function looksLikeCurl(text: string): boolean {
  return curlCommand.test(text)
}

/** Reads the first curl command of a script that sends something. */
export function readCurl(pasted: string): FoundRequest {
  const dialect = dialectOf(pasted)
  const text = plainText(pasted, dialect)
  const script = readScript(text, dialect)
  const calls = script.commands.flatMap((command) => callOf(command))
  const sent = calls.find(({ call }) => call.data.length > 0) ?? calls[0]
  const found = nothingFound()
  if (!sent) return found
  if (calls.length > 1) {
    found.notes.push(`The text has ${calls.length} curl commands; one of them was read.`)
  }
  const { call, command } = sent
  for (const name of [...script.credentials, ...call.credentials]) {
    found.refused.push({ name, reason: keyReason })
  }
  sortHeaders(call.headers.map(headerName), found.refused)
  const values = bodyOf(call, command, text, found.notes)
  for (const name of call.ignored) found.refused.push({ name, reason: 'It is not taken over.' })
  for (const name of script.unread.filter((one) => used(values, one)).slice(0, 20)) {
    found.notes.push(`${variable(name)} is not known here and stays as it is written.`)
  }
  const url = call.urls.find((one) => one.includes('/')) ?? call.urls[0]
  return {
    ...found,
    values,
    beside: patienceOf(call),
    ...(url === undefined ? {} : { url: withScheme(url) }),
  }
}

function patienceOf({ timeout, retry }: CurlCall): Record<string, unknown> {
  return {
    ...(timeout ? { timeout: Number(timeout) } : {}),
    ...(retry ? { num_retries: Number(retry) } : {}),
  }
}

/** curl takes addresses without a scheme, as http; a path alone is none. */
function withScheme(url: string): string {
  const isWhole = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) || url.startsWith('/')
  return isWhole ? url : `http://${url}`
}

function variable(name: string): string {
  return name.startsWith('$') ? name : `$${name}`
}

function used(values: unknown, name: string): boolean {
  const text = JSON.stringify(values)
  return name.startsWith('$(') ? text.includes('$(') : text.includes(name)
}

function callOf(command: Command): { call: CurlCall; command: Command }[] {
  const start = command.words.findIndex(({ text }) =>
    /^(?:.{0,200}[\\/])?curl(?:\.exe)?$/.test(text),
  )
  const before = command.words.slice(0, Math.max(0, start)).map(({ text }) => text)
  const isCall =
    start >= 0 && before.every((text) => /^(sudo|time|exec|nohup|!|command)$/.test(text))
  return isCall ? [{ call: readOptions(command.words.slice(start + 1)), command }] : []
}

function headerName(header: string): string {
  return (header.split(':')[0] ?? '').trim()
}

function bodyOf(
  { data }: CurlCall,
  command: Command,
  text: string,
  notes: string[],
): Record<string, unknown> {
  const pieces: string[] = []
  for (const { kind, word } of data) {
    const content = kind === 'encoded' ? word.text.replace(/^=/, '') : word.text
    if (!content.startsWith('@')) pieces.push(content)
    else if (/^@(-|\/dev\/stdin)$/.test(content) && command.input !== undefined)
      pieces.push(command.input)
    else notes.push(`The body is in ${fileName(content)}, which cannot be read from here.`)
  }
  if (pieces.length === 0) return {}
  const joint = data.some(({ kind }) => kind === 'json') ? '' : '&'
  return readBody(pieces.join(joint), notes, text.slice(data[0]?.word.offset ?? 0)) ?? {}
}

function fileName(argument: string): string {
  return argument === '@-' ? 'what is piped in' : `the file ${argument.slice(1, 81)}`
}

/** What the first line of the command ends with, and its first quote, tell the shell. */
function dialectOf(text: string): Dialect {
  if (hasQuotedCarets(text)) return 'cmd'
  const end = text.indexOf('\n', text.indexOf('curl'))
  const last = end < 0 ? '' : text.slice(0, end).trimEnd().at(-1)
  if (last === '^') return 'cmd'
  return last === '`' ? 'powershell' : 'posix'
}

/** Whether quotes are written as browsers copy them for the command prompt, with a caret before each. */
function hasQuotedCarets(text: string): boolean {
  return text.charAt(text.search(/["']/) - 1) === '^'
}

/** Carets that Windows' command prompt would take away, where quotes are written with them. */
function plainText(pasted: string, dialect: Dialect): string {
  // What a variable is filled with: the command itself is meant.
  const text = pasted.replace(/^([ \t]{0,20})\w{1,80}="?\$\([ \t]{0,20}(?=curl)/m, '$1')
  if (dialect !== 'cmd' || !hasQuotedCarets(text)) return text
  return text.replaceAll(/\^(\n?)([^])/g, (_, line: string, next: string) =>
    line === '' ? next : ` ${next}`,
  )
}
