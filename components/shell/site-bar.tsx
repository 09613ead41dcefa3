'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

/** The pages that the bar leads to, in its order. */
export const pages = [
  { href: '/', title: 'Playground' },
  { href: '/compare', title: 'Compare' },
  { href: '/lessons', title: 'Lessons' },
] as const

/** The address of a page that the bar leads to. */
export type PageAddress = (typeof pages)[number]['href']

/** The bar on top of every page: the name, the pages, and what the page itself adds. */
export function SiteBar({
  page,
  beside,
  children,
  after,
}: {
  page: PageAddress
  /** Stands beside the name. */
  beside?: ReactNode
  /** Stands before the theme. */
  children?: ReactNode
  /** Stands at the very end. */
  after?: ReactNode
}) {
  return (
    <header className="flex min-w-0 items-center gap-4 border-b border-line bg-surface pr-3 pl-4 max-xl:gap-3 max-md:gap-2 max-md:pr-2">
      <h1 className="flex flex-none items-center gap-2 text-title font-[650] tracking-[-.01em]">
        <span className="text-accent">
          <Icon name="nucleus" size={18} />
        </span>
        <span className="max-lg:sr-only">Nucleus</span>
      </h1>
      {beside && (
        <div className="flex min-w-0 items-center self-stretch max-md:flex-1 md:max-w-72 md:min-w-24 md:border-x md:border-line md:px-2 md:[block-size:20px] md:self-center">
          {beside}
        </div>
      )}
      <nav
        aria-label="Pages"
        className={`flex flex-none gap-4 self-stretch max-xl:gap-3 ${after ? 'max-md:hidden' : ''}`}
      >
        {pages.map(({ href, title }) => (
          <Link
            key={href}
            href={href}
            // Or every page would bring the code of all others with it.
            prefetch={false}
            aria-current={href === page ? 'page' : undefined}
            className="flex items-center border-y-2 border-transparent text-ink-2 hover:text-ink aria-[current]:border-b-accent aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {title}
          </Link>
        ))}
      </nav>
      <div className="ml-auto flex flex-none items-center gap-1">
        {children}
        <span className="contents max-md:*:-order-1">
          <ThemeSwitch />
        </span>
        {after}
      </div>
    </header>
  )
}
