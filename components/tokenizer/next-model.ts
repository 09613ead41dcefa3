'use client'

import { useSyncExternalStore } from 'react'
import { useWatch } from 'react-hook-form'
import { providerIds } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import type { Encoding } from '#lib/tokenizers/encoding.ts'
import { idSourceFor, type ModelPlace, type Writer } from '#lib/tokenizers/id-source.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { getRun, subscribeRun, type RunRecord } from '#components/run/run-store.ts'

/** The model that is asked next, with the encoding of its tokens where that is known. */
export interface NextModel extends ModelPlace {
  encoding: Encoding | undefined
}

/**
 * The model that the form asks next. What the reply in view called itself counts where the same model
 * wrote it: that tells an alias or a deployment.
 */
export function useNextModel(): NextModel {
  const control = useControl()
  const provider = useWatch({ control, compute: providerIn })
  const [model, address] = useWatch({ control, name: ['model', 'api_base'] })
  const next = { provider, model: textOf(model), address: addressOf(address) }
  const encoding = useSyncExternalStore(
    subscribeRun,
    () => encodingFor(next),
    () => encodingFor(next),
  )
  return { ...next, encoding }
}

/** The encoding of the model that is asked next, by the form and the reply in view. */
export function encodingFor(next: ModelPlace): Encoding | undefined {
  const run = getRun()
  return idSourceFor(undefined, run ? writerOf(run) : next, next).encoding
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

/** A model as it is called in a sentence. */
export function modelName({ model }: ModelPlace): string {
  return model === '' ? 'this model' : `“${model}”`
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function addressOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
