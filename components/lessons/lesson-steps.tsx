'use client'

import Link from 'next/link'
import { lessons } from '#lib/lessons/index.ts'
import type { Lesson } from '#lib/lessons/lesson.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { LessonState } from './use-lesson.ts'

const look =
  'inline-flex h-8 items-center gap-1.5 rounded-[6px] border border-line-2 px-3 font-medium hover:bg-hover'

/** Back and next. One goes on once a guess is committed. */
export function LessonSteps({
  lesson,
  state: { at, isRevealed },
}: {
  lesson: Lesson
  state: LessonState
}) {
  const next = lesson.steps[at + 1]
  const following = lessons[lessons.indexOf(lesson) + 1]
  return (
    <nav
      aria-label="Steps"
      className="flex items-center gap-3 border-t border-line bg-surface px-10 py-3 max-md:px-4"
    >
      {at > 0 ? (
        <a href={`#${at}`} className={look}>
          Back
        </a>
      ) : (
        <Link href="/lessons" className={look}>
          All lessons
        </Link>
      )}
      <span className="ml-auto" />
      {!isRevealed && <span className="text-ink-2">Commit a guess to go on</span>}
      {isRevealed && next && (
        <a href={`#${at + 2}`} className={look}>
          Next: {next.title} <Icon name="chevron-right" size={14} />
        </a>
      )}
      {!next && (
        <Link href="/lessons" className={look}>
          All lessons
        </Link>
      )}
      {isRevealed && !next && following && (
        <Link href={`/lessons/${following.slug}`} className={look}>
          {following.title} <Icon name="chevron-right" size={14} />
        </Link>
      )}
    </nav>
  )
}
