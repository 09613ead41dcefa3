/**
 * What a token is known by, as a text: its text, or its bytes where they are another text's, as those
 * of a part of a character are. The same with and without bytes, so that both are one token.
 */
export function tokenKey(named: { token: string; bytes?: ArrayLike<number> | undefined }): string {
  const { token, bytes } = named
  if (!bytes || isText(bytes, token)) return `t${token}`
  return `b${Array.from(bytes).join(',')}`
}

function isText(bytes: ArrayLike<number>, text: string): boolean {
  const encoded = new TextEncoder().encode(text)
  return encoded.length === bytes.length && encoded.every((byte, at) => byte === bytes[at])
}
