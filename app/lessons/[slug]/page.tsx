import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { lessonOf, lessons } from '#lib/lessons/index.ts'
import { LessonPage } from '#components/lessons/lesson-page.tsx'

interface Props {
  params: Promise<{ slug: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return lessons.map(({ slug }) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = lessonOf((await params).slug)
  return { title: `${lesson?.title ?? 'Lesson'} · Nucleus`, description: lesson?.sentence ?? '' }
}

/** One lesson. */
export default async function Page({ params }: Props) {
  const { slug } = await params
  if (!lessonOf(slug)) notFound()
  return <LessonPage slug={slug} />
}
