'use client'

import { useEffect, useState } from 'react'
import type { Choice } from '#lib/reply/reply.ts'
import { PassageFigures } from './passage-figures.tsx'
import { select, useSelection } from './selection.ts'
import { standingsOf } from './strips/forks.ts'
import { Strips } from './strips/strips.tsx'
import { Timeline } from './timeline/timeline.tsx'

/** What is drawn and counted of the shown choice: timeline, strips of all choices, figures. */
export function ReplyGraphs({
  choices,
  shown,
  version,
  running,
  nameOf,
}: {
  choices: readonly Choice[]
  /** 0-based place of the shown choice. */
  shown: number
  version: number
  running: boolean
  /** The name of a 0-based choice. */
  nameOf(index: number): string
}) {
  const { token } = useSelection()
  const named = choices.map((choice, index) => ({ name: nameOf(index), tokens: tokensOf(choice) }))
  const tokens = named[shown]?.tokens
  const visible = useVisibleTokens(version)
  if (!tokens || tokens.length === 0) return null
  const { standings } = standingsOf(named, shown, running)
  const forks = standings.flatMap(({ fork }) => fork?.shown ?? [])
  return (
    <>
      <Timeline
        tokens={tokens}
        version={version}
        selected={token}
        visible={visible}
        forks={forks}
        onSelect={(next) => {
          select({ token: next })
          scrollTo(next)
        }}
        onScrollTo={scrollTo}
      />
      <Strips
        choices={named}
        version={version}
        running={running}
        shown={shown}
        selected={token}
        onShow={(choice, next) => select({ choice, token: next })}
      />
      <PassageFigures tokens={tokens} version={version} />
    </>
  )
}

/** A refusal's tokens where the choice is nothing else. */
function tokensOf({ content, refusal, tokens, refusalTokens }: Choice) {
  return content === '' && refusal !== '' ? refusalTokens : tokens
}

function scrollTo(token: number): void {
  document.querySelector(`[data-reply-text] [data-token="${token}"]`)?.scrollIntoView({
    block: 'nearest',
  })
}

/** The tokens of the reply that stand in the window, looked up after scrolling. */
function useVisibleTokens(version: number) {
  const [visible, setVisible] = useState<{ from: number; to: number }>()
  useEffect(() => {
    const look = () => setVisible((before) => same(before, visibleTokens()))
    let frame = requestAnimationFrame(look)
    const onScroll = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    addEventListener('scroll', onScroll, true)
    addEventListener('resize', onScroll)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', onScroll, true)
      removeEventListener('resize', onScroll)
    }
  }, [])
  // What has come since may be in view too.
  useEffect(() => {
    if (version > 0)
      requestAnimationFrame(() => setVisible((before) => same(before, visibleTokens())))
  }, [version])
  return visible
}

type Visible = { from: number; to: number } | undefined

function same(before: Visible, now: Visible): Visible {
  return before?.from === now?.from && before?.to === now?.to ? before : now
}

function visibleTokens(): Visible {
  const root = document.querySelector('[data-reply-text]')
  const box = root?.closest('.overflow-y-auto')?.getBoundingClientRect()
  const spans = root?.querySelectorAll<HTMLElement>('[data-token]')
  if (!spans || spans.length === 0) return undefined
  const [top, bottom] = [box?.top ?? 0, box?.bottom ?? innerHeight]
  const from = firstWhere(spans, (span) => span.getBoundingClientRect().bottom > top)
  const to = firstWhere(spans, (span) => span.getBoundingClientRect().top >= bottom)
  return { from, to }
}

/** The 0-based token of the first span for which a test holds that holds for all after it. */
function firstWhere(spans: NodeListOf<HTMLElement>, test: (span: HTMLElement) => boolean): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (span && test(span)) high = middle
    else low = middle + 1
  }
  return low
}
