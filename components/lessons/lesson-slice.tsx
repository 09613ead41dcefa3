'use client'

import { useState } from 'react'
import type { Lesson } from '#lib/lessons/lesson.ts'
import { linkForLesson, runLive, type LiveReply } from './lesson-run.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { Button } from '#components/ui/button.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { Bars } from './bars.tsx'
import { ControlPanel } from './control-panel.tsx'
import { Draws } from './draws.tsx'
import { TintedText } from './tinted-text.tsx'
import type { LessonState } from './use-lesson.ts'

/** The recorded reply up to the place in question, the control, and what it makes of the odds. */
export function LessonSlice({ lesson, state }: { lesson: Lesson; state: LessonState }) {
  const { figures, step, isRevealed, isFree, value, setValue } = state
  const { control, position } = lesson
  const [live, setLive] = useState<LiveReply>()
  const shown = isFree || isRevealed
  const run = async () => {
    announce('Running.')
    const reply = await runLive(lesson, isFree ? value : control.recorded)
    setLive(reply)
    announce(reply.ok ? 'The reply is complete.' : reply.error)
  }
  return (
    <div className="mx-auto flex max-w-[860px] flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">Recorded run</h3>
        <span className="rounded-[4px] bg-sunken px-1.5 text-small text-ink-2">
          works offline, no key
        </span>
        <span className="ml-auto flex gap-1">
          <Button look="plain" icon="play" onClick={() => void run()}>
            Run live
          </Button>
          <Button
            look="plain"
            onClick={() => void openInPlayground(lesson, isFree ? value : undefined)}
          >
            Open in playground
          </Button>
        </span>
      </div>
      <section
        aria-label="Recorded reply"
        className="rounded-[8px] border border-line bg-surface p-4"
      >
        <TintedText tokens={figures.tokens} to={position} />
        <p className="mt-2 text-small text-ink-2">
          Recorded with {lesson.preset.settings.model}
          {control.name === 'temperature' && ` at temperature ${control.recorded}`}, raw log
          probabilities, 20 alternatives per token. The question is what stands in place of the box.
        </p>
      </section>
      {live && <Live live={live} recorded={figures.tokens} position={position} />}
      <ControlPanel
        lesson={lesson}
        value={value}
        isFree={isFree}
        isAsked={step.question !== undefined}
        onValue={setValue}
      />
      <div className="grid grid-cols-2 gap-3 max-lg:grid-cols-1">
        <Bars
          title={`Position ${position + 1} as recorded`}
          figures={figures}
          value={control.recorded}
        />
        <Bars
          title={`Position ${position + 1} at ${shown ? format(value) : format(step.question?.value ?? value)}`}
          figures={figures}
          value={value}
          isHidden={!shown}
        />
      </div>
      <Draws key={`${state.at}`} figures={figures} value={value} isHidden={!shown} />
    </div>
  )
}

function Live({
  live,
  recorded,
  position,
}: {
  live: LiveReply
  recorded: TokenStore
  position: number
}) {
  const alike = live.ok ? alikeFor(live.value, recorded) : 0
  return (
    <section
      aria-label="Live reply"
      data-live
      className="rounded-[8px] border border-line bg-surface p-4"
    >
      <h3 className="mb-1 font-semibold">Run live</h3>
      {live.ok ? (
        <>
          <TintedText tokens={live.value} outlined={Math.min(alike, position)} />
          <p className="mt-2 text-small text-ink-2">
            Drawn just now by the teaching model, without a seed.{' '}
            {alike >= position
              ? 'It came to the same place: the outlined token was drawn where the box is.'
              : `It left the recorded reply at its token ${alike + 1}, which is outlined.`}
          </p>
        </>
      ) : (
        <p className="text-ink-2">{live.error}</p>
      )}
    </section>
  )
}

/** How many tokens both begin with. */
function alikeFor(one: TokenStore, other: TokenStore): number {
  let at = 0
  while (at < one.length && at < other.length && one.text(at) === other.text(at)) at += 1
  return at
}

async function openInPlayground(lesson: Lesson, value: number | undefined): Promise<void> {
  const fragment = await linkForLesson(lesson, value)
  if (fragment.ok) location.assign(`/#${fragment.value}`)
  else announce(fragment.error)
}

function format(value: number): string {
  return value.toFixed(2).replace('-', '−')
}
