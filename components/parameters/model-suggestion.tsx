'use client'

import { useWatch } from 'react-hook-form'
import { providerOf } from '#lib/providers/catalogue.ts'
import { providerForModel } from '#lib/providers/model-ids.ts'
import { providerIn } from '#lib/request/check.ts'
import { Button } from '#components/ui/button.tsx'
import { focusParameter } from './focus-parameter.ts'
import { useControl, useParameterForm } from './form-context.tsx'

/** Offers to send an id such as `anthropic/claude-opus-4` to the provider that it names. */
export function ModelSuggestion() {
  const control = useControl()
  const form = useParameterForm()
  const provider = useWatch({ control, compute: providerIn })
  const typed = useWatch({ control, name: 'model' })
  const named = typeof typed === 'string' ? providerForModel(typed, provider) : undefined
  if (!named) return null
  const follow = () => {
    form.setValue('provider', named.provider, { shouldDirty: true })
    form.setValue('model', named.model, { shouldDirty: true })
    void form.trigger()
    focusParameter('model')
  }
  return (
    <p className="pb-2 text-small">
      <Button className="h-auto! min-h-7 max-w-full text-left whitespace-normal!" onClick={follow}>
        <span className="min-w-0 wrap-anywhere">
          {named.provider === provider
            ? `Write it as ${named.model}`
            : `Send to ${providerOf(named.provider).title} as ${named.model}`}
        </span>
      </Button>
    </p>
  )
}
