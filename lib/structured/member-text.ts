const encoder = new TextEncoder()

/** The UTF-8 bytes of a text as a string with one character, U+0000 to U+00FF, for each. */
export function utf8(text: string): string {
  let bytes = ''
  for (const byte of encoder.encode(text)) bytes += String.fromCharCode(byte)
  return bytes
}

/** The ways in which JSON writes a value that models use: as it is, and with escapes for all but ASCII. */
export function spellingsOf(value: unknown): string[] {
  const plain = JSON.stringify(value)
  const escaped = plain.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return [...new Set([utf8(plain), escaped])]
}

/** Whether a text can go on to be a member, or is one and what follows a value. */
export function continues(member: string, text: string): boolean {
  if (member.startsWith(text)) return true
  return text.startsWith(member) && /^[\s,\]}`]/.test(text.slice(member.length))
}
