'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { idLines } from '#lib/tokenizers/bias-ids.ts'
import type { BiasLabels } from '#lib/tokenizers/bias-labels.ts'
import type { Encoding } from '#lib/tokenizers/encoding.ts'
import { tokenizer } from '#components/tokenizer/client.ts'
import type { LineHint } from '#components/ui/json-editor/area.ts'

/** What ids stand for, by id: as the encoding has it, else as it was written down. */
export type BiasTexts = ReadonlyMap<string, string>

/** What the ids in a text stand for. The tokenizer is asked once the encoding is known. */
export function useBiasTexts(
  text: string,
  encoding: Encoding | undefined,
  { labels }: BiasLabels,
): BiasTexts {
  const ids = [...new Set(idLines(text).map(({ id }) => id))]
  const names = useQuery({
    queryKey: ['names of tokens', encoding, ids.join()],
    queryFn: async ({ signal }) => {
      const found = encoding
        ? await tokenizer.namesOf(encoding, ids.map(Number), signal)
        : undefined
      return found?.ok ? new Map(ids.map((id, at) => [id, found.value[at]])) : undefined
    },
    enabled: encoding !== undefined && ids.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
    // The worker is on this machine.
    networkMode: 'always',
  }).data
  const listed = ids.join()
  return useMemo(() => {
    const known = encoding === undefined ? undefined : names
    return new Map(
      listed.split(',').flatMap((id) => {
        const found = known?.get(id) ?? labels[id]
        return found === undefined ? [] : [[id, found]]
      }),
    )
  }, [encoding, names, listed, labels])
}

/** Most ids of one line that are told at its end, and most characters of it. */
const mostOnLine = 2
const longest = 24

/** Draws the texts of the ids at the right ends of their lines. */
export function useBiasHints(
  text: string,
  texts: BiasTexts,
  onHints: (hints: readonly LineHint[]) => void,
): void {
  const hints = useMemo(() => hintsFor(text, texts), [text, texts])
  const drawn = useRef('')
  useEffect(() => {
    const next = JSON.stringify(hints)
    if (next === drawn.current) return
    drawn.current = next
    onHints(hints)
  }, [hints, onHints])
}

function hintsFor(text: string, texts: BiasTexts): LineHint[] {
  const onLine = new Map<number, string[]>()
  for (const { id, line } of idLines(text)) {
    onLine.set(line, [...(onLine.get(line) ?? []), visibleToken(texts.get(id) ?? '')])
  }
  return [...onLine]
    .filter(([, words]) => words.length <= mostOnLine && words.some((word) => word !== ''))
    .map(([line, words]) => ({ line, text: shortened(words.join(' ')) }))
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}
