'use client'

import Link from 'next/link'
import { ThemeSwitch } from '#components/shell/theme-switch.tsx'
import { ChoicesSection, GrowingSection } from './live-sections.tsx'
import { StateSection } from './state-section.tsx'
import { galleryGroups } from './states/index.ts'

/** The viewer in every state, from data made in the browser: for development, and for its tests. */
export function Gallery() {
  return (
    <>
      <header className="flex items-center justify-between border-b border-line bg-surface px-6 py-2 max-md:px-4">
        <h1 className="text-title font-semibold">Gallery of the viewer</h1>
        <ThemeSwitch />
      </header>
      <main className="flex flex-col gap-8 px-6 py-4 pb-16 max-md:px-4">
        <nav aria-label="Groups" className="flex flex-wrap gap-x-4 gap-y-1">
          {[...galleryGroups, live].map(({ id, title }) => (
            <a key={id} href={`#${id}`} className="text-accent underline">
              {title}
            </a>
          ))}
          <Link href="/gallery/long" className="text-accent underline">
            A long reply
          </Link>
        </nav>
        {galleryGroups.map(({ id, title, states }) => (
          <div key={id} id={id} className="flex flex-col gap-4">
            <h2 className="text-[16px]/6 font-semibold">{title}</h2>
            {states.map((state) => (
              <StateSection key={state.id} state={state} />
            ))}
          </div>
        ))}
        <div id={live.id} className="flex flex-col gap-4">
          <h2 className="text-[16px]/6 font-semibold">{live.title}</h2>
          <ChoicesSection />
          <GrowingSection />
        </div>
      </main>
    </>
  )
}

const live = { id: 'live', title: 'Live' }
