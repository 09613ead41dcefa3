'use client'

import { useQuery } from '@tanstack/react-query'
import type { OfferedTool } from '#lib/tool-calls/offered-tools.ts'
import type { ReadArguments } from '#lib/tool-calls/read-arguments.ts'

/** What is to be said of the arguments of a call. */
export interface CallFaults {
  state: 'fits' | 'faulty' | 'unchecked'
  /** Whole sentences, each with its place where it has one. */
  faults: string[]
}

/** Holds the arguments of a call against the schema of its tool; nothing until that is done. */
export function useCallFaults(
  tool: OfferedTool | undefined,
  read: ReadArguments,
): CallFaults | undefined {
  const schema = tool?.parameters
  const value = read.kind === 'json' ? read.value : undefined
  const { data } = useQuery({
    queryKey: ['call faults', schema, value],
    queryFn: async ({ signal }) => {
      const { checkAgainst } = await import('#components/json-check/client.ts')
      return checkAgainst(schema, value, { signal })
    },
    enabled: schema !== undefined && read.kind === 'json',
  })
  if (read.kind === 'broken') return { state: 'faulty', faults: [`Not JSON. ${read.problem}`] }
  const notes = read.note ? [read.note] : []
  if (!schema) return { state: notes.length > 0 ? 'faulty' : 'unchecked', faults: notes }
  if (!data) return undefined
  if (!data.ok) return { state: 'unchecked', faults: [...notes, data.error.message] }
  const faults = data.value.map(({ path, message }) => placed(path, message))
  const all = [...notes, ...faults]
  return { state: all.length > 0 ? 'faulty' : 'fits', faults: all }
}

/** A message names the last key itself; what is further inside needs the way to it. */
function placed(path: readonly (string | number)[], message: string): string {
  if (path.length < 2) return message
  const place = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
  return `${place}: ${message}`
}
