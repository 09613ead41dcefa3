'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

const pages = [{ href: '/', title: 'Playground' }] as const

/** The address of a page that the bar leads to. */
export type PageAddress = (typeof pages)[number]['href']

/** The bar on top of every page: the name, the pages, and what the page itself adds. */
export function SiteBar({
  page,
  beside,
  children,
}: {
  page: PageAddress
  /** Stands beside the name. */
  beside?: ReactNode
  /** Stands at the end. */
  children?: ReactNode
}) {
  return (
    <header className="flex min-w-0 items-center gap-4 border-b border-line bg-surface pr-3 pl-4 max-md:gap-2">
      <h1 className="flex items-center gap-2 text-title font-[650] tracking-[-.01em]">
        <span className="text-accent">
          <Icon name="nucleus" size={18} />
        </span>
        <span className="max-md:sr-only">Nucleus</span>
      </h1>
      {beside}
      <nav aria-label="Pages" className="flex gap-4 self-stretch max-md:hidden">
        {pages.map(({ href, title }) => (
          <Link
            key={href}
            href={href}
            aria-current={href === page ? 'page' : undefined}
            className="flex items-center border-b-2 border-transparent text-ink-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {title}
          </Link>
        ))}
      </nav>
      <div className="ml-auto flex items-center gap-1">
        {children}
        <ThemeSwitch />
      </div>
    </header>
  )
}
