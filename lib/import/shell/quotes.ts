import { take, takeUntil, type Scan } from './scan.ts'

const curlyDouble = '“”„‟'
const curlySingle = '‘’‚‛'

/** Whether a character is a typographic quote, which a shell does not know but a web page makes. */
export function isCurly(character: string): boolean {
  return character !== '' && (curlyDouble + curlySingle).includes(character)
}

/** Single quotes: all stands for itself; in PowerShell two of them are one. */
export function singleQuoted(scan: Scan): string {
  scan.at += 1
  let out = takeUntil(scan, "'")
  while (scan.dialect === 'powershell' && scan.text.charAt(scan.at) === "'") {
    scan.at += 1
    out += `'${takeUntil(scan, "'")}`
  }
  return out
}

/** Double quotes: variables are put in, and a few characters can be escaped. */
export function doubleQuoted(scan: Scan): string {
  scan.at += 1
  let out = ''
  while (scan.at < scan.text.length) {
    out += take(scan, /[^"\\$`]+/)
    const character = scan.text.charAt(scan.at)
    if (character === '"') {
      scan.at += 1
      return out
    }
    out += character === '$' ? dollar(scan) : escapeInDouble(scan)
  }
  return out
}

/** The text between typographic quotes; they end where a space or the end of the text follows. */
export function curlyQuoted(scan: Scan): string {
  const kind = curlyDouble.includes(scan.text.charAt(scan.at)) ? curlyDouble : curlySingle
  const start = scan.at + 1
  for (scan.at = start; scan.at < scan.text.length; scan.at += 1) {
    const after = scan.text.charAt(scan.at + 1)
    if (!kind.includes(scan.text.charAt(scan.at)) || after.trim() !== '') continue
    scan.at += 1
    return scan.text.slice(start, scan.at - 1)
  }
  return scan.text.slice(start)
}

function escapeInDouble(scan: Scan): string {
  const { text, at, dialect } = scan
  const next = text.charAt(at + 1)
  if (text.charAt(at) === '`' && dialect !== 'powershell') {
    scan.at += 1
    return '`'
  }
  scan.at += 2
  if (dialect === 'powershell' && text.charAt(at) === '`') return backtickEscapes[next] ?? next
  if (dialect !== 'cmd' && next === '\n') return ''
  return '"\\$`'.includes(next) ? next : `\\${next}`
}

const backtickEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' }

/** What follows a dollar: `$'…'`, `$(…)`, `${NAME}` or `$NAME`. What is not known stays as written. */
export function dollar(scan: Scan): string {
  const next = scan.text.charAt(scan.at + 1)
  const start = scan.at
  if (next === '(') {
    skipSubstitution(scan)
    scan.unread.add('$(…)')
    return scan.text.slice(start, scan.at)
  }
  const written = take(scan, /\$(?:\{[A-Za-z_]\w*(?::?-[^}"]{0,500})?\}|env:\w+|[A-Za-z_]\w*)/)
  if (written === '') {
    scan.at += 1
    return '$'
  }
  const [, name = '', fallback] =
    /^\$\{?((?:env:)?\w+)(?::?-([^}]*))?/.exec(written) ?? ([] as string[])
  const known = scan.variables.get(name) ?? fallback
  if (known === undefined) scan.unread.add(name.replace('env:', ''))
  return known ?? written
}

/** Passes over `$( … )` with what is nested in it. */
function skipSubstitution(scan: Scan): void {
  let open = 0
  for (; scan.at < scan.text.length; scan.at += 1) {
    const character = scan.text.charAt(scan.at)
    if (character === '(') open += 1
    if (character !== ')') continue
    open -= 1
    if (open > 0) continue
    scan.at += 1
    return
  }
}
