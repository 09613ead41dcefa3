'use client'

import { useWatch } from 'react-hook-form'
import { providerOf } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import { modelOf } from '#lib/request/parts.ts'
import { useControl } from '#components/parameters/form-context.tsx'

/** Whether the provider reads parts that are no text: what the catalogue knows, else that it depends. */
export function WhoReads({ parts }: { parts: readonly unknown[] }) {
  const provider = useWatch({ control: useControl(), compute: providerIn })
  const { textOnly, title } = providerOf(provider)
  const kinds = new Set(parts.map((part) => modelOf(part).kind))
  if (textOnly && [...kinds].some((kind) => kind !== 'text')) {
    return (
      <p className="px-1.5 pt-0.5 text-small text-warn">
        The {title.toLowerCase()} reads text only, and refuses a message with other parts. Choose
        another provider to send this one.
      </p>
    )
  }
  if (!kinds.has('file') && !kinds.has('audio')) return null
  return (
    <p className="px-1.5 pt-0.5 text-small text-ink-3">
      Files and sounds are read where the provider and the model take them.
    </p>
  )
}
