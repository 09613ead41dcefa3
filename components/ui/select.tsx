'use client'

import type { ComponentProps } from 'react'

/** A native select in the form's dress. */
export function Select({
  options,
  invalid = false,
  className = '',
  ...rest
}: ComponentProps<'select'> & {
  options: readonly { value: string; title: string }[]
  invalid?: boolean
}) {
  return (
    <select
      aria-invalid={invalid || undefined}
      className={`h-6 min-w-0 rounded-[4px] border bg-surface pr-1 pl-1.5 max-md:h-7 ${invalid ? 'border-danger' : 'border-field'} ${className}`}
      {...rest}
    >
      {options.map(({ value, title }) => (
        <option key={value} value={value}>
          {title}
        </option>
      ))}
    </select>
  )
}
