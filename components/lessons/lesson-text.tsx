'use client'

import type { Lesson } from '#lib/lessons/lesson.ts'
import { blindLoss } from '#lib/lessons/score.ts'
import { LessonQuestion } from './lesson-question.tsx'
import { Prose } from './prose.tsx'
import type { LessonState } from './use-lesson.ts'

/** Where one is, the text of the step, and its question. */
export function LessonText({ lesson, state }: { lesson: Lesson; state: LessonState }) {
  const { at, step, figures, losses } = state
  const isLast = at === lesson.steps.length - 1
  return (
    <>
      <Progress at={at} count={lesson.steps.length} minutes={lesson.minutes} />
      <p className="mt-5 text-small text-ink-3">{lesson.title}</p>
      <h2 tabIndex={-1} className="text-[24px]/8 font-semibold outline-none">
        {step.title}
      </h2>
      {step.text(figures).map((paragraph) => (
        <p key={paragraph} className="mt-3 text-[15px]/6">
          <Prose>{paragraph}</Prose>
        </p>
      ))}
      {step.question && <LessonQuestion key={at} question={step.question} state={state} />}
      {isLast && losses.length > 0 && <Result losses={losses} />}
    </>
  )
}

function Progress({ at, count, minutes }: { at: number; count: number; minutes: number }) {
  const left = Math.max(1, Math.round((minutes * (count - at)) / count))
  return (
    <div className="flex items-center gap-3 text-small text-ink-2">
      <span aria-hidden className="flex gap-1">
        {Array.from({ length: count }, (_, index) => (
          <i
            key={index}
            className={`h-1 w-7 rounded-[2px] ${index <= at ? 'bg-accent' : 'bg-line-2'}`}
          />
        ))}
      </span>
      Step {at + 1} of {count}
      <span className="ml-auto">
        {at === count - 1 ? 'the last step' : `about ${left} min left`}
      </span>
    </div>
  )
}

function Result({ losses }: { losses: readonly number[] }) {
  const total = losses.reduce((sum, one) => sum + one, 0)
  const blind = blindLoss(3) * losses.length
  return (
    <p className="mt-5 rounded-[8px] border border-line bg-sunken p-4" data-result>
      Your answers cost <b className="font-semibold">{total.toFixed(2)} bits</b> in all. Whoever had
      thought all options equally likely would have paid {blind.toFixed(2)}; knowing everything
      costs 0.
    </p>
  )
}
