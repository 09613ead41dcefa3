'use client'

import type { ComponentProps } from 'react'

/** A small box for one number. It is a text input, so that nothing typed is ever swallowed. */
export function NumberBox({
  invalid,
  className = '',
  ...rest
}: ComponentProps<'input'> & { invalid: boolean }) {
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      aria-invalid={invalid || undefined}
      className={`h-6 w-16 rounded-[4px] border bg-surface px-1.5 text-right font-mono text-small max-md:h-7 ${invalid ? 'border-danger' : 'border-field'} ${className}`}
      {...rest}
    />
  )
}
