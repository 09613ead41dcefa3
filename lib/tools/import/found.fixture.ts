import { readTools } from './index.ts'

/** What was found in a text or a value; throws where nothing was. */
export function found(value: unknown, taken?: string[]) {
  const read = readTools(typeof value === 'string' ? value : JSON.stringify(value), taken)
  if (!read.ok) throw new Error(read.error)
  return read.value
}
