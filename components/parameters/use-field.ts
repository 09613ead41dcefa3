'use client'

import { useCallback } from 'react'
import { useController, useWatch } from 'react-hook-form'
import type { Parameter } from '#lib/parameters/descriptor.ts'
import { draftOf, type Draft } from '#lib/parameters/draft.ts'
import type { ParameterName } from '#lib/parameters/index.ts'
import {
  availability,
  parameterAt,
  sentAnyway,
  unavailable,
  type Availability,
} from '#lib/providers/availability.ts'
import { providerIn } from '#lib/request/check.ts'
import type { Drafts } from '#lib/request/drafts.ts'
import { depsOf, useControl } from './form-context.tsx'

/** One parameter's state in the form, and the ways to change it. */
export interface Field {
  /** The parameter as the chosen provider takes it: with the provider's sharper schema, if it has one. */
  parameter: Parameter<ParameterName>
  availability: Availability
  draft: Draft
  /** Whether the parameter is set and would be sent. */
  isSet: boolean
  /** Why the provider is not sent it; what is set is then kept but not sent. */
  unavailable: string | undefined
  /** The wire name of the first parameter that it needs and that is not as it needs it. */
  lacks: string | undefined
  problem: string | undefined
  change(draft: Draft): void
  blur(): void
  /** Sets the parameter to where "Set" starts. */
  set(): void
  /** Unsets it, so that it is not sent. */
  reset(): void
}

/** Subscribes to one parameter only: a keystroke elsewhere does not re-render its field. */
export function useField(parameter: Parameter<ParameterName>): Field {
  const control = useControl()
  const { name, start } = parameter
  const { field, fieldState } = useController({ control, name, rules: { deps: depsOf(name) } })
  const provider = useWatch({ control, compute: providerIn })
  const isForced = useWatch({ control, compute: (drafts) => sentAnyway(drafts).includes(name) })
  const anyway = isForced ? [name] : []
  const reason = unavailable(provider, name, anyway)
  const lacks = useWatch({ control, compute: (drafts) => lackOf(parameter, drafts) })
  const { onChange, onBlur } = field
  const draft: Draft = field.value ?? null
  return {
    parameter: parameterAt(provider, parameter, anyway),
    availability: availability(provider, name, anyway),
    draft,
    isSet: draft !== null && reason === undefined,
    unavailable: reason,
    lacks,
    problem: reason === undefined ? fieldState.error?.message : undefined,
    change: onChange,
    blur: onBlur,
    set: useCallback(() => onChange(draftOf(parameter, start)), [onChange, parameter, start]),
    reset: useCallback(() => onChange(null), [onChange]),
  }
}

function lackOf({ needs = [] }: Parameter<ParameterName>, drafts: Drafts): string | undefined {
  const draftsByName: Readonly<Record<string, Draft>> = drafts
  return needs.find(({ parameter, equals }) => {
    const draft = draftsByName[parameter] ?? null
    return draft === null || (equals !== undefined && draft !== equals)
  })?.parameter
}
