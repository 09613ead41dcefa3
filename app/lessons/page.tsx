import type { Metadata } from 'next'
import { LessonList } from '#components/lessons/lesson-list.tsx'

export const metadata: Metadata = { title: 'Lessons · Nucleus' }

/** The lessons. */
export default function Page() {
  return <LessonList />
}
