interface Named {
  token: string
  bytes?: readonly number[] | undefined
}

/** Whether two entries are the same token: by bytes where both have them, else by text. */
export function isSameToken(a: Named, b: Named): boolean {
  if (!a.bytes || !b.bytes) return a.token === b.token
  const { bytes } = b
  return a.bytes.length === bytes.length && a.bytes.every((byte, at) => byte === bytes[at])
}
