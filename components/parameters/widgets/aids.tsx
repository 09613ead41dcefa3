'use client'

import { lazy, Suspense, type ComponentType } from 'react'
import type { Widget } from '#lib/parameters/descriptor.ts'
import type { AidProps } from './aid.ts'

type AidName = NonNullable<Extract<Widget, { kind: 'json' }>['aid']>

// Each comes with its field, and few fields are set on a fresh page.
const aids: Record<AidName, ComponentType<AidProps>> = {
  tools: lazy(async () => ({
    default: (await import('#components/tools/tools-aid.tsx')).ToolsAid,
  })),
  'response-format': lazy(async () => ({
    default: (await import('#components/structured/response-format-aid.tsx')).ResponseFormatAid,
  })),
  'logit-bias': lazy(async () => ({
    default: (await import('#components/logit-bias/logit-bias-aid.tsx')).LogitBiasAid,
  })),
}

/** The part that helps to write a JSON field, where it has one. */
export function Aid(props: AidProps) {
  const { widget } = props.parameter
  const name = widget.kind === 'json' ? widget.aid : undefined
  if (!name) return null
  const Found = aids[name]
  return (
    <Suspense>
      <Found {...props} />
    </Suspense>
  )
}
