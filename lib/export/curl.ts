import { keyMask } from '#lib/reply/attempt.ts'
import { isStreamed, isTeaching, keyVariableOf, teachingRemark } from './parts.ts'
import { jsonForTerminal, word, wordWithVariable } from './quote/posix.ts'
import type { ExportRequest } from './request.ts'

/** The most characters that one argument of a program may have on every system, with some to spare. */
const mostInArgument = 30_000

/**
 * The shell command that sends the request. A credential is never part of it: the header takes it
 * from the environment variable of the provider.
 */
export function writeCurl(request: ExportRequest): string {
  const { url, headers, timeout, numRetries } = request
  const flags = [isStreamed(request) ? ' -N' : '', /[[\]{}]/.test(url) ? ' -g' : ''].join('')
  const lines = [
    `curl${flags} ${word(url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${header(name, value, request)}`),
    ...(timeout === undefined ? [] : [`--max-time ${seconds(timeout)}`]),
    ...(numRetries ? [`--retry ${numRetries}`] : []),
  ]
  const remark = isTeaching(request) ? `# ${teachingRemark}\n` : ''
  return remark + withBody(lines, jsonForTerminal(JSON.stringify(request.body)))
}

function header(name: string, value: string, request: ExportRequest): string {
  const before = `${name}: ${value}`
  return value.endsWith(keyMask)
    ? wordWithVariable(before.slice(0, -keyMask.length), keyVariableOf(request))
    : word(before)
}

/** A long body comes from a here-document, which has no limit; JSON may end with a line break. */
function withBody(lines: readonly string[], body: string): string {
  const isLong = body.length > mostInArgument
  const last = isLong ? "--data-binary @- <<'NUCLEUS'" : `--data-raw ${word(body)}`
  return [...lines, last].join(' \\\n  ') + (isLong ? `\n${body}\nNUCLEUS\n` : '\n')
}

/** curl reads no powers of ten, and nothing below a thousandth. */
function seconds(value: number): string {
  return String(Number(Math.max(0.001, value).toFixed(3)))
}
