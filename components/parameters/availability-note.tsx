'use client'

import { useState, type ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import type { ParameterName } from '#lib/parameters/index.ts'
import { isLiftable, type RuledOut } from '#lib/providers/availability.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import { SourceLink } from '#components/connection/source-link.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { useControl } from './form-context.tsx'
import type { Field } from './use-field.ts'
import { useSendAnyway } from './use-send-anyway.ts'

/**
 * What the chosen provider does with a parameter, where that is worth a line: with the source of a
 * refusal or a limit, and a button that sends the parameter all the same.
 */
export function AvailabilityNote({ field, help }: { field: Field; help: boolean }) {
  const [touched, setTouched] = useState(false)
  const provider = useWatch({ control: useControl(), compute: providerIn })
  const { availability, draft, parameter } = field
  const { title } = providerOf(provider)
  const wanted = draft !== null || help || touched
  if (availability.status === 'supported') return null
  if (availability.status === 'unverified') {
    return wanted ? <Line>{availability.rule.reason}; sent.</Line> : null
  }
  if (!isLiftable(availability.rule) || !(wanted || availability.lifted)) return null
  return (
    <Line>
      {sentenceOf(availability, title)} <SourceLink source={availability.rule.source} />{' '}
      <ForceButton
        name={parameter.name}
        title={parameter.title}
        lifted={availability.lifted}
        onPress={() => setTouched(true)}
      />
    </Line>
  )
}

function sentenceOf({ status, rule, lifted }: RuledOut, title: string): string {
  if (lifted) return `Sent anyway, against ${title}’s documentation: ${lowered(rule.reason)}.`
  return status === 'refused' ? `${rule.reason}.` : `${title}: ${lowered(rule.reason)}.`
}

/** A reason inside a sentence. */
function lowered(reason: string): string {
  return reason.slice(0, 1).toLowerCase() + reason.slice(1)
}

function ForceButton({
  name,
  title,
  lifted,
  onPress,
}: {
  name: ParameterName
  title: string
  lifted: boolean
  onPress(): void
}) {
  const force = useSendAnyway(name)
  const words = lifted ? 'Undo' : 'Send anyway'
  return (
    <button
      type="button"
      aria-label={`${words}: ${title}`}
      className="font-medium text-accent underline underline-offset-2 max-md:py-1"
      onClick={() => {
        onPress()
        force(!lifted)
        announce(lifted ? `${title} follows the documentation.` : `${title} is sent anyway.`)
      }}
    >
      {words}
    </button>
  )
}

function Line({ children }: { children: ReactNode }) {
  return (
    <p role="note" className="pb-1.5 text-small text-ink-2">
      {children}
    </p>
  )
}
