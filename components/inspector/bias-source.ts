'use client'

import { useWatch } from 'react-hook-form'
import { providerIds } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import {
  idSourceFor,
  type IdSource,
  type ModelPlace,
  type Writer,
} from '#lib/tokenizers/id-source.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import type { RunRecord } from '#components/run/run-store.ts'

/** Where the ids come from that the form’s next request needs, for a token of a run. */
export function useIdSource(run: RunRecord, id: number | undefined): IdSource {
  return idSourceFor(id, writerOf(run), useNextModel())
}

/** The model that wrote a run’s reply, after fallbacks. */
export function writerOf({ settings, reply }: RunRecord): Writer {
  const last = reply.attempts.at(-1)
  return {
    provider: providerIds.find((one) => one === last?.provider) ?? providerIn(settings),
    model: last?.model ?? textOf(settings.model),
    address: addressOf(settings.api_base),
    answered: reply.model,
  }
}

function useNextModel(): ModelPlace {
  const control = useControl()
  const provider = useWatch({ control, compute: providerIn })
  const [model, address] = useWatch({ control, name: ['model', 'api_base'] })
  return { provider, model: textOf(model), address: addressOf(address) }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function addressOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
