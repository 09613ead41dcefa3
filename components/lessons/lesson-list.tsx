import Link from 'next/link'
import { lessons } from '#lib/lessons/index.ts'
import { SiteBar } from '#components/shell/site-bar.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** All lessons, each with what it is about. */
export function LessonList() {
  return (
    <div className="grid min-h-dvh grid-rows-[48px_1fr]">
      <SiteBar page="/lessons" />
      <main className="mx-auto w-full max-w-[72ch] px-6 py-10 max-md:px-4">
        <h2 className="text-[24px]/8 font-semibold">Lessons</h2>
        <p className="mt-2 text-[15px]/6 text-ink-2">
          Short experiments with the one rule that makes them stick: say what you expect, and how
          sure you are, before you see it. They need no key, and once they are open no network.
        </p>
        <ol className="mt-6 flex flex-col gap-3">
          {lessons.map(({ slug, title, sentence, minutes, steps }) => (
            <li key={slug}>
              <Link
                href={`/lessons/${slug}`}
                className="flex items-center gap-4 rounded-[8px] border border-line bg-surface p-4 hover:bg-hover"
              >
                <span className="min-w-0 flex-1">
                  <b className="text-[16px]/6 font-semibold">{title}</b>
                  <span className="block text-ink-2">{sentence}</span>
                  <span className="block text-small text-ink-3">
                    {steps.length} steps, about {minutes} minutes
                  </span>
                </span>
                <Icon name="chevron-right" />
              </Link>
            </li>
          ))}
        </ol>
      </main>
    </div>
  )
}
