'use client'

import type { ReactNode } from 'react'
import type { Doubt, LoadKnowledge } from '#lib/json/help.ts'
import { formatJson, parseTolerantJson, type JsonProblem } from '#lib/json/index.ts'
import { IconButton } from '#components/ui/button.tsx'
import { ProblemList } from './problem-list.tsx'

interface FootProps {
  /** The id of the list of what is wrong. */
  id: string
  label: string
  value: string
  problems: readonly JsonProblem[]
  doubts: readonly Doubt[]
  summary?: string | undefined
  knowledge?: LoadKnowledge | undefined
  actions?: ReactNode
  onChange(text: string): void
  onMend(text: string): void
  onEnlarge?: () => void
}

/** Below the text: what is wrong or doubtful in it, or what it amounts to, and what can be done with it. */
export function Foot(props: FootProps) {
  const { problems, doubts } = props
  const isFaulty = problems.length > 0
  const listed = isFaulty ? problems : doubts
  return (
    <div
      className={`flex items-start gap-2 border-t pr-1 pl-2 ${isFaulty ? 'border-danger-line bg-danger-soft text-danger' : 'border-line text-ink-3'}`}
    >
      {listed.length > 0 ? (
        <ProblemList
          id={props.id}
          text={props.value}
          problems={listed}
          severity={isFaulty ? 'error' : 'warning'}
          knowledge={props.knowledge}
          onMend={props.onMend}
        />
      ) : (
        <span className="min-w-0 flex-1 truncate text-tiny leading-6">
          {props.summary}
          {props.knowledge && (
            <span className="hidden pl-2 group-has-[.cm-focused]/json:inline">
              Help: Ctrl+Space, F1
            </span>
          )}
        </span>
      )}
      <Tools {...props} />
    </div>
  )
}

function Tools({ label, value, problems, onChange, actions, onEnlarge }: FootProps) {
  return (
    <span className="flex min-h-6 flex-none items-center gap-1">
      {actions}
      {canFormat(value, problems) && (
        <IconButton
          icon="format"
          label={`Format ${label}`}
          className="size-5"
          onClick={() => onChange(formatJson(value))}
        />
      )}
      {onEnlarge && (
        <IconButton
          icon="expand"
          label={`Open ${label} large`}
          className="size-5"
          onClick={onEnlarge}
        />
      )}
    </span>
  )
}

/** JSON whose content is at fault can be formatted all the same; a broken text cannot. */
function canFormat(value: string, problems: readonly JsonProblem[]): boolean {
  if (value.trim() === '') return false
  return problems.length === 0 || parseTolerantJson(value).problems.length === 0
}
