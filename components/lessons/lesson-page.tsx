'use client'

import { useEffect, useRef } from 'react'
import { lessonOf, lessons } from '#lib/lessons/index.ts'
import type { Lesson } from '#lib/lessons/lesson.ts'
import { SiteBar } from '#components/shell/site-bar.tsx'
import { Announcer } from '#components/ui/announcer.tsx'
import { LessonSlice } from './lesson-slice.tsx'
import { LessonSteps } from './lesson-steps.tsx'
import { LessonText } from './lesson-text.tsx'
import { useLesson } from './use-lesson.ts'

/** A lesson: the text on the left, the recorded reply on the right. Works without a network. */
export function LessonPage({ slug }: { slug: string }) {
  const lesson = lessonOf(slug) ?? lessons[0]
  return lesson ? <Taught lesson={lesson} /> : null
}

function Taught({ lesson }: { lesson: Lesson }) {
  const state = useLesson(lesson)
  const text = useRef<HTMLDivElement>(null)
  const { at } = state
  const last = useRef(at)
  useEffect(() => {
    // A new step begins at its heading, for eyes and for a screen reader; not when the page opens.
    if (last.current === at) return
    last.current = at
    text.current?.querySelector('h2')?.focus()
  }, [at])
  return (
    <div className="grid h-dvh grid-rows-[48px_minmax(0,1fr)] max-md:h-auto max-md:min-h-dvh">
      <SiteBar page="/lessons" />
      <main className="grid min-h-0 grid-cols-[minmax(0,520px)_minmax(0,1fr)] max-md:block">
        <div
          ref={text}
          className="flex min-h-0 flex-col border-r border-line bg-surface max-md:border-0"
        >
          <div className="min-h-0 flex-1 overflow-y-auto px-10 py-6 max-md:px-4">
            <LessonText lesson={lesson} state={state} />
          </div>
          <LessonSteps lesson={lesson} state={state} />
        </div>
        <div className="min-h-0 overflow-y-auto bg-canvas px-6 py-5 max-md:px-4">
          <LessonSlice lesson={lesson} state={state} />
        </div>
      </main>
      <Announcer />
    </div>
  )
}
