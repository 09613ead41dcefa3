'use client'

import type { ReactNode } from 'react'
import type { LoadKnowledge } from '#lib/json/help.ts'
import { formatJson, parseTolerantJson, type JsonProblem } from '#lib/json/index.ts'
import { IconButton } from '#components/ui/button.tsx'
import { heights, type LineHint } from './area.ts'
import { EditArea } from './edit-area.tsx'
import { ProblemList } from './problem-list.tsx'

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
  const faulty = invalid || problems.length > 0
  const description = [props.describedBy, problems.length > 0 && `${id}-problems`]
    .filter(Boolean)
    .join(' ')
  return (
    <div
      className={`overflow-hidden rounded-[6px] border bg-surface outline-offset-2 outline-accent has-[.cm-focused,textarea:focus]:outline-2 ${faulty ? 'border-danger' : 'border-field'}`}
      style={heights(lowest, highest)}
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
        onChange={props.onChange}
        focusFirst={props.focusFirst ?? false}
        attributes={{
          id,
          'aria-label': props.label,
          ...(faulty ? { 'aria-invalid': 'true' } : {}),
          ...(description ? { 'aria-describedby': description } : {}),
        }}
      />
      <div
        className={`flex items-start gap-2 border-t pr-1 pl-2 ${problems.length > 0 ? 'border-danger-line bg-danger-soft text-danger' : 'border-line text-ink-3'}`}
      >
        {problems.length > 0 ? (
          <ProblemList
            id={`${id}-problems`}
            text={props.value}
            problems={problems}
            knowledge={props.knowledge}
            onMend={(text) => {
              props.onChange(text)
              document.getElementById(id)?.focus()
            }}
          />
        ) : (
          <span className="min-w-0 flex-1 truncate text-tiny leading-6">{props.summary}</span>
        )}
        <Tools {...props} problems={problems} />
      </div>
    </div>
  )
}

type ToolsProps = Pick<
  FrameProps,
  'label' | 'value' | 'problems' | 'onChange' | 'actions' | 'onEnlarge'
>

function Tools({ label, value, problems, onChange, actions, onEnlarge }: ToolsProps) {
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
