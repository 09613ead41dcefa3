'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

const looks = {
  primary: 'border-accent bg-accent font-semibold text-on-accent hover:bg-accent-hover',
  normal: 'border-line-2 bg-surface font-medium hover:bg-hover',
  plain: 'border-transparent font-medium text-ink-2 hover:bg-hover hover:text-ink',
}

/** A button with words. */
export function Button({
  look = 'normal',
  icon,
  children,
  className = '',
  ...rest
}: ComponentProps<'button'> & { look?: keyof typeof looks; icon?: IconName; children: ReactNode }) {
  return (
    <button
      type="button"
      className={`inline-flex h-7 items-center gap-1.5 rounded-[6px] border px-2.5 whitespace-nowrap disabled:text-ink-3 ${looks[look]} ${className}`}
      {...rest}
    >
      {icon && <Icon name={icon} size={14} />}
      {children}
    </button>
  )
}

/** A button with an icon only; `label` is its name and its tooltip. */
export function IconButton({
  icon,
  label,
  className = '',
  ...rest
}: Omit<ComponentProps<'button'>, 'children'> & { icon: IconName; label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-grid size-6 flex-none place-items-center rounded-[4px] text-ink-3 hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-40 max-md:size-8 ${className}`}
      {...rest}
    >
      <Icon name={icon} size={14} />
    </button>
  )
}
