'use client'

import type { ReactNode } from 'react'
import keyVariables from '#lib/providers/key-variables.json'
import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import type { Provider } from '#lib/providers/provider.ts'
import { Icon } from '#components/ui/icon.tsx'
import { SourceLink } from './source-link.tsx'

/** What is known of a provider, and where it was read: closed until it is asked for. */
export function AboutProvider({ provider }: { provider: ProviderId }) {
  const row = providerOf(provider)
  const variables = keyVariables.find((one) => one.provider === provider)
  return (
    <>
      {row.notice && <Notice row={row} />}
      <details className="group/about text-small" data-about={provider}>
        <summary className="flex cursor-pointer list-none items-center gap-1 text-ink-2 hover:text-ink max-md:min-h-8">
          <span className="transition-transform group-open/about:rotate-90">
            <Icon name="chevron-right" size={12} />
          </span>
          About {row.title}
        </summary>
        <p className="mt-1 text-ink-2">{row.summary}</p>
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
          <Fact name="Address">{row.endpoint ?? row.endpointExample ?? 'yours'}</Fact>
          <Fact name="Key travels in">{keyHeaders[row.auth]}</Fact>
          {variables && (
            <Fact name="Server variables">
              {variables.key}, {variables.base}
            </Fact>
          )}
          <Fact name="Log probabilities">{logprobsOf(row)}</Fact>
          <Fact name="Prefill">{prefillOf(row)}</Fact>
          <Fact name="Models">{row.modelsPath === null ? 'no list' : 'listed'}</Fact>
        </dl>
        <p className="mt-1 text-ink-3">
          <SourceLink source={row.source} />
        </p>
      </details>
    </>
  )
}

function Notice({ row }: { row: Provider }) {
  return (
    <p role="note" className="rounded-[4px] bg-warn-soft p-1.5 text-small text-warn">
      {row.notice?.reason} <SourceLink source={row.notice?.source} />
    </p>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="wrap-anywhere text-ink-2">{children}</dd>
    </>
  )
}

const keyHeaders: Record<Provider['auth'], string> = {
  bearer: 'Authorization: Bearer …',
  'api-key': 'api-key: …',
  none: 'no header',
}

const shapes: Record<NonNullable<Provider['logprobsShape']>, string> = {
  content: 'as OpenAI’s, token by token',
  legacy: 'in the older form of four lists',
  none: 'not returned',
}

function logprobsOf({ logprobsRequest, logprobsShape }: Provider): string {
  const shape = logprobsShape ? shapes[logprobsShape] : 'form not known'
  return logprobsRequest === 'integer' ? `${shape}; asked for with a number` : shape
}

const styles = {
  continues: 'goes on with a last assistant message',
  answers: 'takes a last assistant message for a turn',
  refuses: 'refuses a last assistant message',
}

function prefillOf({ prefill }: Provider): string {
  if (!prefill) return 'not known'
  const keys = Object.keys({ ...prefill.body, ...prefill.message })
  return styles[prefill.style] + (keys.length > 0 ? `; ${keys.join(', ')} added` : '')
}
