'use client'

import { mainBlock } from '#lib/reply/blocks.ts'
import type { Choice } from '#lib/reply/reply.ts'
import { choiceName } from './choice-name.ts'
import { PassageFigures } from './passage-figures.tsx'
import { useReading } from './reading.ts'
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
  onReveal,
}: {
  choices: readonly Choice[]
  /** 0-based place of the shown choice. */
  shown: number
  version: number
  running: boolean
  /** Brings a 0-based token of the text into view. */
  onReveal(token: number): void
}) {
  const { token } = useSelection()
  const { visible, passage } = useReading()
  const named = namedTokens(choices)
  const tokens = named[shown]?.tokens
  if (!tokens || tokens.length === 0) return null
  return (
    <>
      <Timeline
        tokens={tokens}
        version={version}
        selected={token}
        visible={visible}
        forks={forksOf(choices, shown, running)}
        onSelect={(next) => {
          select({ token: next })
          onReveal(next)
        }}
        onScrollTo={onReveal}
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
      {passage && <PassageFigures tokens={tokens} version={version} range={passage} />}
    </>
  )
}

/** The 0-based tokens of the shown choice at which others part from it. */
export function forksOf(choices: readonly Choice[], shown: number, running: boolean): number[] {
  const { standings } = standingsOf(namedTokens(choices), shown, running)
  return standings.flatMap(({ fork }) => fork?.shown ?? [])
}

function namedTokens(choices: readonly Choice[]) {
  return choices.map((choice, index) => ({
    name: choiceName(index),
    tokens: mainBlock(choice).tokens,
  }))
}
