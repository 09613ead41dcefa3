'use client'

import { useWatch } from 'react-hook-form'
import { infoOf, type ModelInfo } from '#lib/models/model-info.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import { contextWindow } from '#lib/teaching-model/wire/limits.ts'
import { useListed } from '#components/connection/use-model-list.ts'
import { useControl } from '#components/parameters/form-context.tsx'

/** What the target’s list says about the model that is asked next, as far as it was asked for. */
export function useNextInfo<Part>(part: (info: ModelInfo) => Part): Part | undefined {
  const control = useControl()
  const provider = useWatch({ control, compute: providerIn })
  const model = useWatch({ control, name: 'model' })
  return useListed((answer) => {
    if (!answer.ok || typeof model !== 'string') return undefined
    const info = infoOf(answer.value, model, providerOf(provider).prefixes)
    return info && part(info)
  })
}

/** The context window of the model that is asked next, in tokens; nothing where it is not known. */
export function useRoom(): number | undefined {
  const isTaught = useWatch({ control: useControl(), compute: providerIn }) === 'teaching'
  const listed = useNextInfo(({ contextTokens }) => contextTokens)
  return isTaught ? contextWindow : listed
}
