'use client'

import { useCallback } from 'react'
import { useWatch } from 'react-hook-form'
import { parameterOf, type Settings } from '#lib/parameters/index.ts'
import { useControl, useParameterForm } from '#components/parameters/form-context.tsx'

type Mocks = NonNullable<Settings['tool_mocks']>

const none: Mocks = { results: [], most_turns: 5 }

/** The mock results of the preset in the form, and the ways to change them. */
export function useMocks() {
  const form = useParameterForm()
  const draft = useWatch({ control: useControl(), name: 'tool_mocks' })
  const read = parameterOf('tool_mocks').schema.safeParse(draft)
  // What passes the schema has its shape.
  const mocks = read.success ? (read.data as Mocks) : none
  const put = useCallback(
    (next: Mocks) => {
      const value = next.results.length > 0 ? { ...next } : null
      form.setValue('tool_mocks', value, { shouldDirty: true })
      void form.trigger('tool_mocks')
    },
    [form],
  )
  return {
    mocks,
    mockOf: (tool: string) => mocks.results.find(({ name }) => name === tool)?.content,
    /** Gives a tool a mock result, or takes it away with undefined. */
    setMock: (tool: string, content: string | undefined) =>
      put({ ...mocks, results: withMock(mocks.results, tool, content) }),
    /** How many turns in a row the mock results answer; 1 to 20. */
    setMostTurns: (most_turns: number) => put({ ...mocks, most_turns }),
  }
}

function withMock(results: Mocks['results'], name: string, content: string | undefined) {
  const at = results.findIndex((one) => one.name === name)
  if (content === undefined) return results.filter((one) => one.name !== name)
  return at < 0 ? [...results, { name, content }] : results.with(at, { name, content })
}
