import { keyMask, type SentRequest } from '#lib/reply/run-events.ts'

/**
 * The shell command that sends the very request that was sent. A credential is never part of it: the
 * header takes it from the environment variable `keyVariable`.
 */
export function curlFor(request: SentRequest, keyVariable: string): string {
  const lines = [`curl ${quote(request.url)}`]
  for (const [name, value] of Object.entries(request.headers)) {
    if (!value.endsWith(keyMask)) lines.push(`-H ${quote(`${name}: ${value}`)}`)
    else lines.push(`-H "${name}: ${value.replace(keyMask, `$${keyVariable}`)}"`)
  }
  return [...lines, `--data-raw ${quote(request.body)}`].join(' \\\n  ')
}

/** One word for a POSIX shell: everything inside single quotes stands for itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
