'use client'

import type { ComponentProps } from 'react'

interface Option {
  value: string
  title: string
}

/** Options under a heading. */
interface OptionGroup {
  title: string
  options: readonly Option[]
}

/** A native select in the form's dress; its options can stand in groups. */
export function Select({
  options,
  invalid = false,
  className = '',
  ...rest
}: ComponentProps<'select'> & {
  options: readonly (Option | OptionGroup)[]
  invalid?: boolean
}) {
  return (
    <select
      aria-invalid={invalid || undefined}
      className={`h-6 min-w-0 rounded-[4px] border bg-surface pr-1 pl-1.5 max-md:h-7 ${invalid ? 'border-danger' : 'border-field'} ${className}`}
      {...rest}
    >
      {options.map((one) =>
        'options' in one ? (
          <optgroup key={one.title} label={one.title}>
            {one.options.map((option) => (
              <OptionItem key={option.value} {...option} />
            ))}
          </optgroup>
        ) : (
          <OptionItem key={one.value} {...one} />
        ),
      )}
    </select>
  )
}

function OptionItem({ value, title }: Option) {
  return <option value={value}>{title}</option>
}
