import { take, type Scan } from './scan.ts'

const simple: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** `$'…'`: the escapes of C, as bash reads them. Bytes that are written one by one are read as UTF-8. */
export function ansiQuoted(scan: Scan): string {
  scan.at += 2
  let out = ''
  while (scan.at < scan.text.length) {
    out += take(scan, /[^'\\]+/)
    if (scan.text.charAt(scan.at) !== '\\') {
      scan.at += 1
      return out
    }
    out += escape(scan)
  }
  return out
}

function escape(scan: Scan): string {
  const bytes = take(scan, /(?:\\x[0-9A-Fa-f]{1,2}|\\[0-7]{1,3})+/)
  if (bytes !== '') return textOfBytes(bytes)
  const unit = take(scan, /\\u[0-9A-Fa-f]{1,4}|\\U[0-9A-Fa-f]{1,8}/)
  if (unit !== '') return characterOf(Number.parseInt(unit.slice(2), 16))
  const next = scan.text.charAt(scan.at + 1)
  scan.at += 2
  if (next === 'c') {
    const control = scan.text.charCodeAt(scan.at) & 31
    scan.at += 1
    return String.fromCharCode(control)
  }
  return simple[next] ?? ('\'"\\?'.includes(next) ? next : `\\${next}`)
}

function textOfBytes(written: string): string {
  const values = [...written.matchAll(/\\x([0-9A-Fa-f]{1,2})|\\([0-7]{1,3})/g)].map(
    ([, hex, octal = '']) => Number.parseInt(hex ?? octal, hex ? 16 : 8) & 255,
  )
  return new TextDecoder().decode(Uint8Array.from(values))
}

/** A code point; halves of a pair, as some programs write them, meet again in the text. */
function characterOf(code: number): string {
  if (code <= 0xffff) return String.fromCharCode(code)
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}
