'use client'

import { useMemo } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { parseTolerantJson } from '#lib/json/index.ts'
import type { Draft } from '#lib/parameters/draft.ts'
import { parameterOf } from '#lib/parameters/index.ts'
import { problemsOf, type Problem } from '#lib/parameters/problems.ts'
import {
  isMessagesDraft,
  messagesOfDraft,
  type MessagesDraft,
} from '#lib/request/message-drafts.ts'
import { textsIn, withTexts } from '#lib/request/message-texts.ts'
import { withRenamed } from '#lib/request/variable-pieces.ts'
import { tooMuchFilled, valuesOf, variablesInText } from '#lib/request/variables.ts'
import {
  depsOf,
  useParameterForm,
  type ParameterForm,
} from '#components/parameters/form-context.tsx'

/** One name of the table. */
export interface VariableRow {
  name: string
  /** Undefined where it has none and is sent as written. */
  value: string | undefined
  isUsed: boolean
}

const parameter = parameterOf('variables')

/** The table of variables in the form, with the names that the messages hold. */
export function useVariables() {
  const form = useParameterForm()
  const { control } = form
  const { field } = useController({
    control,
    name: 'variables',
    rules: { deps: depsOf('variables') },
  })
  const messages = useWatch({ control, name: 'messages' })
  const names = useMemo(() => namesIn(messages), [messages])
  const values = useMemo(() => valuesOfDraft(field.value), [field.value])
  const isSet = (field.value ?? null) !== null
  const { onChange } = field
  const others = Object.keys(values).filter((name) => !names?.includes(name))
  return {
    isSet,
    values,
    /** Whether the messages can be read, so that the names in them are known. */
    isKnown: names !== undefined,
    rows: [...(names ?? []), ...others].map((name) => rowOf(name, values, names)),
    problems: useMemo(() => (isSet ? problemsIn(values, messages) : []), [isSet, values, messages]),
    /** Takes the table into use, with no values yet. */
    use: () => onChange({}),
    /** Unsets the table: braces are then sent as written. */
    unset: () => onChange(null),
    replace: (next: Record<string, string>) => onChange(next),
    set: (name: string, value: string) => onChange({ ...values, [name]: value }),
    /** Takes the value from a name; a table without values and names is not set. */
    remove: (name: string) => {
      const { [name]: _, ...rest } = values
      const isEmpty = Object.keys(rest).length === 0 && names?.length === 0
      onChange(isEmpty ? null : rest)
    },
    rename: (from: string, to: string) => rename(form, { values, from, to }),
  }
}

export type Variables = ReturnType<typeof useVariables>

function rowOf(
  name: string,
  values: Readonly<Record<string, string>>,
  names: readonly string[] | undefined,
): VariableRow {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  return { name, value, isUsed: names?.includes(name) ?? true }
}

/** The names in the messages, in their order; nothing where JSON cannot be read yet. */
function namesIn(draft: Draft): string[] | undefined {
  if (!isMessagesDraft(draft)) return []
  if (draft.mode === 'json' && !messagesOfDraft(draft).ok) return undefined
  const texts = textsIn(draft).filter(({ kind }) => kind !== 'arguments')
  return [...new Set(texts.flatMap(({ text }) => variablesInText(text)))]
}

/** A value that came as text is shown as what it says. */
function valuesOfDraft(draft: Draft): Record<string, string> {
  return valuesOf(typeof draft === 'string' ? parseTolerantJson(draft).value : draft)
}

function problemsIn(values: Record<string, string>, messages: Draft): Problem[] {
  const own = problemsOf(parameter, values)
  if (own.length > 0) return own
  const read = messagesOfDraft(messages)
  const much = read.ok ? tooMuchFilled(read.value, values) : undefined
  return much ? [{ message: much, path: [] }] : []
}

/** Renames in the table and in all messages, as one step. */
function rename(
  form: ParameterForm,
  { values, from, to }: { values: Record<string, string>; from: string; to: string },
): void {
  const drafts = form.getValues()
  const entries = Object.entries(values).map(([name, value]) => [name === from ? to : name, value])
  const messages: Draft = isMessagesDraft(drafts.messages)
    ? renamedIn(drafts.messages, from, to)
    : drafts.messages
  const variables: Draft = drafts.variables === null ? null : Object.fromEntries(entries)
  form.reset({ ...drafts, messages, variables }, { keepDefaultValues: true })
  void form.trigger()
}

function renamedIn(draft: MessagesDraft, from: string, to: string): MessagesDraft {
  return withTexts(draft, ({ kind, text }) =>
    kind === 'arguments' ? text : withRenamed(text, from, to),
  )
}
