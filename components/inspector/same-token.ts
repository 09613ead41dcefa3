/** Whether two entries are the same token: by bytes where both have them, else by text. */
export function isSame(
  a: { token: string; bytes?: number[] | undefined },
  b: { token: string; bytes?: number[] | undefined },
): boolean {
  return a.bytes && b.bytes ? a.bytes.join() === b.bytes.join() : a.token === b.token
}
