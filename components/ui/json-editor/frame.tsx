'use client'

import { useState, type ReactNode } from 'react'
import type { LoadKnowledge } from '#lib/json/help.ts'
import type { JsonProblem } from '#lib/json/index.ts'
import { heights, type LineHint } from './area.ts'
import { EditArea } from './edit-area.tsx'
import { Foot } from './foot.tsx'
import { useDoubts } from './use-doubts.ts'

export interface FrameProps {
  id: string
  label: string
  value: string
  onChange(text: string): void
  onBlur?: (() => void) | undefined
  problems: readonly JsonProblem[]
  summary?: string | undefined
  placeholder?: string | undefined
  hints?: readonly LineHint[] | undefined
  knowledge?: LoadKnowledge | undefined
  describedBy?: string | undefined
  invalid?: boolean | undefined
  actions?: ReactNode
  /** The lowest and highest that the text gets, as CSS lengths. */
  lowest: string
  highest: string
  focusFirst?: boolean
  onEnlarge?: () => void
}

const noHints: readonly LineHint[] = []

/** A JSON text with its line numbers, what is wrong in it, and what can be done with it. */
export function Frame({
  id,
  problems,
  invalid = false,
  onBlur,
  lowest,
  highest,
  ...props
}: FrameProps) {
  const [awake, setAwake] = useState(false)
  const isSound = problems.length === 0 && props.value !== ''
  const doubts = useDoubts(props.value, awake && isSound ? props.knowledge : undefined)
  const faulty = invalid || problems.length > 0
  const description = [props.describedBy, problems.length + doubts.length > 0 && `${id}-problems`]
    .filter(Boolean)
    .join(' ')
  return (
    <div
      className={`group/json overflow-hidden rounded-[6px] border bg-surface outline-offset-2 outline-accent has-[.cm-focused,textarea:focus]:outline-2 ${faulty ? 'border-danger' : 'border-field'}`}
      style={heights(lowest, highest)}
      onFocus={() => setAwake(true)}
      onBlur={({ currentTarget, relatedTarget }) =>
        !currentTarget.contains(relatedTarget) && onBlur?.()
      }
    >
      <EditArea
        value={props.value}
        problems={problems}
        placeholder={props.placeholder ?? ''}
        hints={props.hints ?? noHints}
        knowledge={props.knowledge}
        doubts={doubts}
        onChange={props.onChange}
        focusFirst={props.focusFirst ?? false}
        attributes={{
          id,
          'aria-label': props.label,
          ...(faulty ? { 'aria-invalid': 'true' } : {}),
          ...(description ? { 'aria-describedby': description } : {}),
        }}
      />
      <Foot
        {...props}
        id={`${id}-problems`}
        problems={problems}
        doubts={doubts}
        onMend={(text) => {
          props.onChange(text)
          document.getElementById(id)?.focus()
        }}
      />
    </div>
  )
}
