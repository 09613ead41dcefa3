'use client'

import { useId, useState } from 'react'
import type { Question } from '#lib/lessons/lesson.ts'
import { blindLoss } from '#lib/lessons/score.ts'
import { Button } from '#components/ui/button.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { usePageKeys } from '#components/ui/page-keys.ts'
import { Prose } from './prose.tsx'
import type { LessonState } from './use-lesson.ts'

/** A question that is answered, with how sure one is, before its answer is shown and scored. */
export function LessonQuestion({ question, state }: { question: Question; state: LessonState }) {
  const { figures, answer, setAnswer, commit, isRevealed } = state
  const id = useId()
  const [hint, setHint] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const right = figures.right(question)
  const choose = (option: number) => {
    if (!isRevealed) setAnswer({ option })
  }
  usePageKeys(
    Object.fromEntries(question.options.map((_, at) => [String(at + 1), () => choose(at)])),
  )
  const submit = () => {
    if (answer.option === undefined) {
      setAsked(true)
      return announce('Choose an answer first.')
    }
    commit()
    announce(answer.option === right ? 'That is right.' : 'That is not it.')
  }
  return (
    <form
      data-question
      className="mt-6 rounded-[8px] border border-line bg-canvas p-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className="flex justify-between gap-3">
        <b className="font-semibold">Predict first</b>
        <span className="text-small text-ink-2">then it is revealed and scored</span>
      </p>
      <p id={`${id}-text`} className="mt-1 text-[15px]/6">
        <Prose>{question.text(figures)}</Prose>
      </p>
      <Options id={id} question={question} state={state} onChoose={choose} />
      <Sureness state={state} />
      {isRevealed ? (
        <Revealed question={question} state={state} isRight={answer.option === right} />
      ) : (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <Button
            look="primary"
            type="submit"
            className="h-8 px-3"
            aria-disabled={answer.option === undefined}
          >
            Commit my guess{' '}
            <kbd className="rounded-[4px] border border-current px-1 font-mono text-tiny">↵</kbd>
          </Button>
          <Button look="plain" aria-expanded={hint} onClick={() => setHint(true)}>
            Give me a hint
          </Button>
        </div>
      )}
      {isAsked && answer.option === undefined && (
        <p className="mt-2 text-danger">Choose an answer first.</p>
      )}
      {hint && !isRevealed && <p className="mt-2 text-ink-2">{question.hint(figures)}</p>}
    </form>
  )
}

function Options({
  id,
  question,
  state: { figures, answer, isRevealed },
  onChoose,
}: {
  id: string
  question: Question
  state: LessonState
  onChoose(option: number): void
}) {
  const right = figures.right(question)
  return (
    <div role="radiogroup" aria-labelledby={`${id}-text`} className="mt-3 flex flex-col gap-2">
      {question.options.map(({ text }, at) => (
        <label
          key={text}
          data-right={isRevealed && at === right ? true : undefined}
          className="flex cursor-pointer items-center gap-3 rounded-[6px] border border-control bg-surface px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft data-right:border-ok"
        >
          <input
            type="radio"
            name={id}
            checked={answer.option === at}
            disabled={isRevealed}
            onChange={() => onChoose(at)}
            className="accent-accent"
          />
          <span className="flex-1">
            {text}
            {isRevealed && at === right && <b className="font-semibold text-ok"> · right</b>}
          </span>
          <kbd className="rounded-[4px] border border-line-2 px-1 font-mono text-tiny text-ink-3 max-md:hidden">
            {at + 1}
          </kbd>
        </label>
      ))}
    </div>
  )
}

function Sureness({ state: { answer, setAnswer, isRevealed } }: { state: LessonState }) {
  return (
    <label className="mt-3 flex items-center gap-3">
      How sure?
      <input
        type="range"
        min={34}
        max={99}
        value={Math.round(answer.sureness * 100)}
        disabled={isRevealed}
        onChange={({ target }) => setAnswer({ sureness: Number(target.value) / 100 })}
        aria-valuetext={`${Math.round(answer.sureness * 100)} percent`}
        className="min-w-0 flex-1 accent-accent"
      />
      <output className="w-10 text-right font-mono text-small">
        {Math.round(answer.sureness * 100)} %
      </output>
    </label>
  )
}

function Revealed({
  question,
  state: { figures, answer },
  isRight,
}: {
  question: Question
  state: LessonState
  isRight: boolean
}) {
  const loss = answer.loss ?? 0
  const blind = blindLoss(question.options.length)
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p>
        <b className="font-semibold">{isRight ? 'Right.' : 'Not quite.'}</b>{' '}
        <Prose>{question.after(figures)}</Prose>
      </p>
      <p className="mt-2 text-small text-ink-2" data-loss={loss.toFixed(3)}>
        Log-loss: −log₂ of the {isRight ? 'share' : 'rest'} that you put on the right answer ={' '}
        <b className="font-semibold text-ink">{loss.toFixed(2)} bits</b>. Thinking all{' '}
        {question.options.length} equally likely costs {blind.toFixed(2)}; 0 is perfect.
      </p>
    </div>
  )
}
