'use client'

import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { Figures } from '#lib/lessons/figures.ts'
import { recordedRunFor } from '#lib/lessons/index.ts'
import type { Lesson, Step } from '#lib/lessons/lesson.ts'
import { logLoss } from '#lib/lessons/score.ts'

/** What was answered at a step. */
export interface Answer {
  option?: number
  /** 0 to 1. */
  sureness: number
  /** In bits, once the answer is committed. */
  loss?: number
}

const fresh: Answer = { sureness: 0.6 }

/** Where one is in a lesson, what was answered, and what the control is at. */
export function useLesson(lesson: Lesson) {
  const at = useStepInAddress(lesson.steps.length)
  const [answers, setAnswers] = useState<Readonly<Record<number, Answer>>>({})
  const [values, setValues] = useState<Readonly<Record<number, number>>>({})
  const figures = useMemo(() => new Figures(lesson, recordedRunFor(lesson)), [lesson])
  const step = lesson.steps[at] ?? (lesson.steps[0] as Step)
  const answer = answers[at] ?? fresh
  const { question } = step
  const isRevealed = question === undefined || answer.loss !== undefined
  const setAnswer = (change: Partial<Answer>) =>
    setAnswers({ ...answers, [at]: { ...answer, ...change } })
  const commit = useCallback(() => {
    if (!question || answer.option === undefined || answer.loss !== undefined) return
    const isRight = figures.right(question) === answer.option
    const loss = logLoss(answer.sureness, isRight, question.options.length)
    setAnswers((all) => ({ ...all, [at]: { ...answer, loss } }))
  }, [answer, at, figures, question])
  return {
    at,
    step,
    figures,
    answer,
    setAnswer,
    commit,
    isRevealed,
    /** Whether the control may be moved now. */
    isFree: step.free === true || (question !== undefined && isRevealed),
    value: values[at] ?? (isRevealed ? question?.value : undefined) ?? lesson.control.recorded,
    setValue: (value: number) => setValues({ ...values, [at]: value }),
    losses: Object.values(answers).flatMap(({ loss }) => (loss === undefined ? [] : [loss])),
  }
}

export type LessonState = ReturnType<typeof useLesson>

/** The step that the fragment names, 0-based; `#3` is the third. */
function useStepInAddress(count: number): number {
  const hash = useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => '',
  )
  const named = Number(hash.slice(1))
  return Number.isInteger(named) && named >= 1 && named <= count ? named - 1 : 0
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
