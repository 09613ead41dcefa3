'use client'

import { useWatch } from 'react-hook-form'
import { infoOf, type ModelInfo } from '#lib/models/model-info.ts'
import type { ParameterName } from '#lib/parameters/index.ts'
import type { Draft } from '#lib/parameters/draft.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { useListed } from './use-model-list.ts'

/**
 * What the target's list of models says against a parameter that is set, one sentence; for the model
 * itself, why there is no list. It warns only: what is set is sent.
 */
export function useModelNote(name: ParameterName, draft: Draft): string | undefined {
  const control = useControl()
  const provider = useWatch({ control, compute: providerIn })
  const model = useWatch({ control, name: 'model' })
  const { prefixes, kind } = providerOf(provider)
  return useListed((answer) => {
    if (!answer.ok) return name === 'model' ? noList(answer.error.message) : undefined
    const info = typeof model === 'string' ? infoOf(answer.value, model, prefixes) : undefined
    if (!info) return undefined
    if (name === 'model')
      return info.purpose && `The list says that this model is for: ${info.purpose}.`
    if (info.unlisted?.includes(name)) return unlistedNote(info, name, kind === 'gateway')
    return limitNote(info, name, draft)
  })
}

function noList(reason: string): string {
  return `No list of models: ${reason} Any id can be typed.`
}

function unlistedNote({ id }: ModelInfo, name: ParameterName, isGateway: boolean): string {
  return `${id} does not list ${name}${isGateway ? ' at this proxy' : ''}. It is sent all the same.`
}

const limits: ReadonlySet<string> = new Set(['max_tokens', 'max_completion_tokens'])

function limitNote(
  { id, outputTokens }: ModelInfo,
  name: string,
  draft: Draft,
): string | undefined {
  if (outputTokens === undefined || !limits.has(name)) return undefined
  if (!(Number(draft) > outputTokens)) return undefined
  return `${id} lists at most ${outputTokens.toLocaleString('en')} tokens for a reply.`
}
