'use client'

import { useMemo, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { replaceMatches, type Match, type Query } from '#lib/request/find.ts'
import { isMessagesDraft } from '#lib/request/message-drafts.ts'
import { textsIn, withTexts } from '#lib/request/message-texts.ts'
import { useParameterForm, type ParameterForm } from '#components/parameters/form-context.tsx'
import { announce } from '#components/ui/announcer.tsx'
import type { Replaced } from './find-question.ts'
import { patternWorker } from './pattern-worker.ts'
import { useMatches } from './use-matches.ts'

/** A place in the texts; the match there, or the next one, is the current one. */
interface Cursor {
  text: number
  start: number
}

const beginning: Cursor = { text: 0, start: 0 }
const nothing: Query = { text: '', matchCase: false, isPattern: false }

/** The search through the messages as it stands, and what can be done with its matches. */
export function useFind(first: string) {
  const form = useParameterForm()
  const draft = useWatch({ control: form.control, name: 'messages' })
  const texts = useMemo(() => (isMessagesDraft(draft) ? textsIn(draft) : []), [draft])
  const [query, setQuery] = useState<Query>({ ...nothing, text: first })
  const [cursor, setCursor] = useState(beginning)
  const [visits, setVisits] = useState(1)
  const [refused, setRefused] = useState<string>()
  const strings = useMemo(() => texts.map(({ text }) => text), [texts])
  const found = useMatches(strings, query)
  const matches = found?.ok ? found.value : []
  const at = indexFrom(matches, cursor)

  const visit = (next: Cursor) => {
    setCursor(next)
    setVisits((count) => count + 1)
  }
  const replace = async (replacement: string, only?: Match) => {
    const result = await replaced(strings, { query, replacement, ...(only && { only }) })
    if (!result) return
    setRefused(result.ok ? undefined : result.error)
    if (!result.ok || result.value.count === 0) return
    const { texts: next, count } = result.value
    if (!writeTexts(form, strings, next)) return
    announce(count === 1 ? 'One match was replaced.' : `${count} matches were replaced.`)
    if (only) visit({ text: only.text, start: endAfter(only, strings, next) })
  }
  return {
    texts,
    query,
    matches,
    /** The 0-based current match. */
    at,
    current: matches[at],
    isSearching: found === undefined,
    problem: refused ?? (found?.ok === false ? found.error : undefined),
    /** Grows whenever the current match is to be brought into view. */
    visits,
    look: (next: Query) => {
      setRefused(undefined)
      setQuery(next)
      setVisits((count) => count + 1)
    },
    step: (by: 1 | -1) => {
      const next = matches[(at + by + matches.length) % matches.length]
      if (next) visit(next)
    },
    replaceOne: (replacement: string) => {
      const current = matches[at]
      if (current) void replace(replacement, current)
    },
    replaceAll: (replacement: string) => {
      if (matches.length > 0) void replace(replacement)
    },
  }
}

export type Finder = ReturnType<typeof useFind>

/** The texts after a replacement; nothing where another question took its place. */
async function replaced(
  texts: readonly string[],
  { query, replacement, only }: { query: Query; replacement: string; only?: Match },
): Promise<Replaced | undefined> {
  if (!query.isPattern) return replaceMatches(texts, query, replacement, only)
  return patternWorker.replace({ texts, query, replacement, ...(only && { only }) })
}

/** Writes other texts into the messages, as one step; not where something was typed in the meantime. */
function writeTexts(
  form: ParameterForm,
  before: readonly string[],
  texts: readonly string[],
): boolean {
  const draft = form.getValues('messages')
  if (!isMessagesDraft(draft)) return false
  const now = textsIn(draft)
  if (now.length !== before.length || now.some(({ text }, at) => text !== before[at])) return false
  const next = texts[Symbol.iterator]()
  const value = withTexts(draft, ({ text }) => next.next().value ?? text)
  form.setValue('messages', value, { shouldDirty: true, shouldValidate: true })
  return true
}

/** Where what took the place of a match ends. */
function endAfter(
  { text, end }: Match,
  before: readonly string[],
  after: readonly string[],
): number {
  return end + (after[text] ?? '').length - (before[text] ?? '').length
}

/** The first match at or after a place; the first of all where there is none. */
function indexFrom(matches: readonly Match[], { text, start }: Cursor): number {
  const at = matches.findIndex(
    (one) => one.text > text || (one.text === text && one.start >= start),
  )
  return Math.max(0, at)
}
