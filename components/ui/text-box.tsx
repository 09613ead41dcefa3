'use client'

import type { ComponentProps } from 'react'

/** A one-line text input. */
export function TextBox({
  invalid = false,
  className = '',
  ...rest
}: ComponentProps<'input'> & { invalid?: boolean }) {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      aria-invalid={invalid || undefined}
      className={`h-7 w-full min-w-0 rounded-[6px] border bg-surface px-2 font-mono text-small ${invalid ? 'border-danger' : 'border-field'} ${className}`}
      {...rest}
    />
  )
}
