'use client'

import type { TextBlock } from '#lib/reply/blocks.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Heatmap } from './heatmap.tsx'
import { select, useSelection } from './selection.ts'
import { tokenSentence } from './token-sentence.ts'
import { useSteps } from './use-steps.ts'
import { useTint } from './use-tint.ts'

const likelihood = { metric: 'likelihood' } as const
const labels = { reasoning: 'Reasoning', refusal: 'Refusal', content: 'Reply' }

/** The text of a block beside the reply, tinted by likelihood where its tokens came with it. */
export function BlockText({ block: { kind, text, tokens } }: { block: TextBlock }) {
  const { token, block } = useSelection()
  const { steps } = useSteps(tokens, likelihood)
  const tint = useTint(tokens, steps, 'heat')
  const all = Array.from({ length: text === '' ? tokens.length : 0 }, (_, at) => tokens.text(at))
  return (
    <Heatmap
      isQuiet
      tokens={tokens}
      content={text || all.join('')}
      tint={tint}
      selected={block === kind ? token : undefined}
      onSelect={(next) => {
        select({ token: next, block: kind })
        announce(tokenSentence(tokens, next))
      }}
      label={`${labels[kind]}, token by token`}
      describe={(at) => tokenSentence(tokens, at)}
    />
  )
}
