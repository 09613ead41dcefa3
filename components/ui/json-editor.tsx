'use client'

import type { JsonProblem } from '#lib/json/index.ts'

export function JsonEditor({
  id,
  label,
  value,
  onChange,
  onBlur,
  problems,
  summary,
  invalid,
  describedBy,
  placeholder,
}: {
  id: string
  label: string
  value: string
  onChange(text: string): void
  onBlur?(): void
  problems: readonly JsonProblem[]
  summary?: string
  placeholder?: string
  minLines?: number
  maxLines?: number
  describedBy?: string
  invalid?: boolean
}) {
  return (
    <div>
      <textarea
        id={id}
        aria-label={label}
        value={value}
        placeholder={placeholder}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        className="w-full rounded-[6px] border border-field bg-surface font-mono text-small"
        rows={5}
      />
      <p className="text-tiny text-ink-3">{problems[0]?.message ?? summary}</p>
    </div>
  )
}
