'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import type { Drafts } from '#lib/request/drafts.ts'
import { messagesOfDraft, type Card } from '#lib/request/message-drafts.ts'
import { encodings, type Encoding } from '#lib/tokenizers/encoding.ts'
import { promptParts } from '#lib/tokenizers/prompt-parts.ts'
import { providerIn } from '#lib/request/check.ts'
import { CopyText } from '#components/inspector/copy-text.tsx'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Select } from '#components/ui/select.tsx'
import { mostAsked, tokenizer } from './client.ts'
import { countExactly } from './count-store.ts'
import { modelName, useNextModel } from './next-model.ts'
import { keepShown, lastShown } from './shown-text.ts'
import { TokenList } from './token-list.tsx'

/** Milliseconds without a keystroke before a text is split anew. */
const pause = 150

/** A text with the boundaries of its tokens: that of a message, or any that is typed or pasted. */
export function TokensDialog({ onClose }: { onClose(): void }) {
  const next = useNextModel()
  const [chosen, setChosen] = useState<Encoding>()
  const encoding = chosen ?? next.encoding
  const id = useId()
  const [text, setText] = useText()
  const settled = useSettled(text)
  useEffect(countExactly, [])
  const { data: split, refetch } = useQuery({
    queryKey: ['split', encoding, settled],
    queryFn: async ({ signal }) =>
      encoding ? await tokenizer.split(encoding, settled, signal) : undefined,
    enabled: encoding !== undefined,
    placeholderData: keepPreviousData,
    staleTime: (one) => (one.state.data?.ok ? Infinity : 0),
    gcTime: 0,
    // The worker is on this machine.
    networkMode: 'always',
  })
  const tokens = encoding && split?.ok ? split.value : undefined
  return (
    <Dialog open onClose={onClose} title="Tokens" width={760}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <label htmlFor={`${id}-encoding`} className="font-medium">
          Encoding
        </label>
        <Select
          id={`${id}-encoding`}
          value={encoding ?? ''}
          options={[
            ...(encoding ? [] : [{ value: '', title: 'unknown: choose one' }]),
            ...encodings.map((one) => ({ value: one, title: titleOf(one, next.encoding) })),
          ]}
          onChange={({ target }) => setChosen(encodings.find((one) => one === target.value))}
        />
        {next.encoding === undefined && (
          <span className="text-small text-ink-2">
            Which tokenizer {modelName(next)} uses is not known.
          </span>
        )}
      </div>
      <textarea
        aria-label="Text to split into tokens"
        value={text}
        rows={3}
        maxLength={mostAsked}
        placeholder="Type or paste any text"
        onChange={({ target }) => setText(target.value)}
        className="mt-3 field-sizing-content max-h-40 min-h-18 w-full resize-none rounded-[6px] border border-field bg-surface px-2 py-1.5"
      />
      {split?.ok === false && (
        <p role="alert" className="mt-2 text-small text-danger">
          {split.error.message} <Button onClick={() => void refetch()}>Try again</Button>
        </p>
      )}
      {encoding && !split && <p className="mt-2 text-small text-ink-3">Loading {encoding}…</p>}
      {tokens && (
        <>
          <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1" data-token-total>
            <b className="font-semibold">{countOf(tokens.length, 'token')}</b>
            <span className="text-ink-2">{countOf([...settled].length, 'character')}</span>
            {tokens.length > 0 && (
              <span className="ml-auto">
                <CopyText
                  label="Copy the ids"
                  text={() => JSON.stringify(tokens.map((one) => one.id))}
                />
              </span>
            )}
          </p>
          {tokens.length > 0 && <TokenList key={encoding} tokens={tokens} />}
        </>
      )}
    </Dialog>
  )
}

/** The text of the message that the view was opened with, or what was typed there last. */
function useText(): [text: string, setText: (text: string) => void] {
  const form = useParameterForm()
  const [text, setText] = useState(() => {
    const given = lastShown()
    return typeof given === 'string' ? given : textOf(given, form.getValues()).slice(0, mostAsked)
  })
  return [
    text,
    (next) => {
      keepShown(next)
      setText(next)
    },
  ]
}

/** What is counted of a message: its text with variables filled in, and its calls as a model reads them. */
function textOf(card: Card, drafts: Drafts): string {
  const read = messagesOfDraft({ mode: 'cards', cards: [card] })
  if (!read.ok) return card.content
  const settings = { messages: read.value, variables: drafts.variables ?? undefined }
  const [message] = promptParts(providerIn(drafts), settings).messages
  return message?.texts.join('') ?? ''
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

const families: Record<Encoding, string> = {
  o200k_base: 'GPT-4o and newer',
  o200k_harmony: 'gpt-oss',
  cl100k_base: 'GPT-4, GPT-3.5',
  p50k_base: 'text-davinci-003',
  p50k_edit: 'edit models of GPT-3',
  r50k_base: 'GPT-3',
  gpt2: 'GPT-2',
}

function titleOf(encoding: Encoding, own: Encoding | undefined): string {
  return `${encoding}: ${families[encoding]}${encoding === own ? ', the chosen model' : ''}`
}

function countOf(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
}
