'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, type ReactNode, type RefObject } from 'react'
import { useWatch } from 'react-hook-form'
import { availability, sentAnyway } from '#lib/providers/availability.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { providerIn } from '#lib/request/check.ts'
import { biasChoices } from '#lib/tokenizers/bias-choices.ts'
import type { IdSource } from '#lib/tokenizers/id-source.ts'
import { SourceLink } from '#components/connection/source-link.tsx'
import { useControl } from '#components/parameters/form-context.tsx'
import { useLock } from '#components/parameters/lock.ts'
import { tokenizer } from '#components/tokenizer/client.ts'
import { Button, IconButton } from '#components/ui/button.tsx'
import type { BiasProps } from './bias-actions.tsx'
import { BiasForm } from './bias-form.tsx'
import { useIdSource } from './bias-source.ts'
import { takesFocus, type BiasKind } from './bias-store.ts'
import type { WrittenBias } from './bias-written.tsx'

interface PanelProps extends BiasProps {
  kind: BiasKind
  /** Grows with every opening. */
  round: number
  onWritten(written: WrittenBias): void
  onClose(): void
}

/** The panel under Ban and Boost: which spellings, how much, and what will be written. */
export function BiasPanel({ round, onClose, ...props }: PanelProps) {
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  useFocusWhenOpened(panel, round)
  useEscape(panel, onClose)
  const name = props.kind === 'ban' ? 'Ban' : 'Boost'
  return (
    <section
      ref={panel}
      aria-labelledby={id}
      tabIndex={-1}
      data-bias-panel={props.kind}
      className="mt-3 rounded-[8px] border border-line bg-surface p-3"
    >
      <div className="mb-2 flex items-center gap-2">
        <h3 id={id} className="min-w-0 flex-1 text-small font-semibold">
          {name} <span className="font-mono wrap-anywhere">{visibleToken(props.token.token)}</span>
        </h3>
        <IconButton icon="close" label={`Close ${name}`} onClick={onClose} />
      </div>
      <ProviderNote />
      <PanelBody {...props} />
    </section>
  )
}

function PanelBody(props: Omit<PanelProps, 'round' | 'onClose'>) {
  return useLock('logit_bias') ? (
    <p className="text-small text-ink-2">Logit bias is locked by the author of this preset.</p>
  ) : (
    <OpenBody {...props} />
  )
}

function OpenBody(props: Omit<PanelProps, 'round' | 'onClose'>) {
  const { run, token, onShowParameter } = props
  const source = useIdSource(run, token.id)
  const { encoding, told } = source
  const query = useQuery({
    queryKey: ['variants', encoding, token.token, token.bytes],
    queryFn: async ({ signal }) =>
      encoding ? await tokenizer.variantsOf(encoding, token, signal) : undefined,
    enabled: encoding !== undefined,
    staleTime: (one) => (one.state.data?.ok ? Infinity : 0),
    gcTime: 60_000,
    networkMode: 'always',
  })
  if (encoding === undefined && told === undefined) {
    return <Unknown source={source} onShowParameter={onShowParameter} />
  }
  if (encoding !== undefined && query.isFetching) {
    return <Words>Loading the tokens of {encoding}…</Words>
  }
  const found = query.data
  if (found?.ok === false && told === undefined) {
    return (
      <Words role="alert">
        {found.error.message}{' '}
        <Button className="mt-2" onClick={() => void query.refetch()}>
          Try again
        </Button>
      </Words>
    )
  }
  const choices = biasChoices(token, source, found?.ok ? found.value : undefined)
  // Other ids start afresh: what is one token here can be several there.
  return <BiasForm key={`${encoding} ${told}`} {...props} choices={choices} encoding={encoding} />
}

/** What the provider that is asked next makes of logit_bias, where that is worth a line. */
function ProviderNote() {
  const control = useControl()
  const provider = useWatch({ control, compute: providerIn })
  const anyway = useWatch({ control, compute: (drafts) => sentAnyway(drafts).join() }).split(',')
  const found = availability(provider, 'logit_bias', anyway)
  const { title } = providerOf(provider)
  if (found.status === 'supported') return null
  if (found.status === 'refused' && !found.lifted) {
    return (
      <Words role="note">
        {title} does not take logit_bias ({lowered(found.rule.reason)}). What is written is kept in
        the form but not sent. <SourceLink source={found.rule.source} />
      </Words>
    )
  }
  return <Words role="note">{found.rule.reason}; sent.</Words>
}

function lowered(reason: string): string {
  return reason.slice(0, 1).toLowerCase() + reason.slice(1)
}

/** Why no id is known, and what to do. */
function Unknown({
  source,
  onShowParameter,
}: {
  source: IdSource
  onShowParameter(parameter: string): void
}) {
  const [model, provider] = useWatch({ control: useControl(), name: ['model', 'provider'] })
  const name = typeof model === 'string' && model !== '' ? `“${model}”` : 'this model'
  return (
    <div data-bias-unknown>
      <Words>
        logit_bias takes token ids. Which tokenizer {name} uses is not known
        {source.isOfAnother
          ? ', and the ids in this reply are of another model. Run once with the model that you will ask, and ban or boost in its reply.'
          : ', and the reply carries no ids, so there is nothing to write.'}
      </Words>
      {!source.isOfAnother && (
        <Words>
          Ask the model’s server for the id,{' '}
          {provider === 'llamacpp' || provider === 'vllm'
            ? 'with POST /tokenize'
            : 'on vLLM and llama.cpp with POST /tokenize'}
          , and write it into Logit bias by hand.
        </Words>
      )}
      <Button onClick={() => onShowParameter('logit_bias')}>Go to Logit bias</Button>
    </div>
  )
}

function Words({ role, children }: { role?: 'alert' | 'note'; children: ReactNode }) {
  return (
    <div role={role} className="mb-2 text-small text-ink-2">
      {children}
    </div>
  )
}

/** Once for each opening: walking on to another token leaves the focus in the reply. */
function useFocusWhenOpened(panel: RefObject<HTMLElement | null>, round: number): void {
  useEffect(() => {
    if (takesFocus(round)) panel.current?.focus()
  }, [panel, round])
}

/** Escape closes the panel, and does not reach the page, where it would stop a run. */
function useEscape(panel: RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    const element = panel.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onClose()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  })
}
