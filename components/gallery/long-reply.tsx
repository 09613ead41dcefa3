'use client'

import { useMemo, useState } from 'react'
import type { StepSource } from '#lib/logprobs/steps.ts'
import { Heatmap } from '#components/reply/heatmap.tsx'
import { laidText } from '#components/reply/laid-text.ts'
import { tokenSentence } from '#components/reply/token-sentence.ts'
import { useSteps } from '#components/reply/use-steps.ts'
import { useTint } from '#components/reply/use-tint.ts'
import { Button } from '#components/ui/button.tsx'
import { madeUpReply, madeUpTokens, type MadeUpReply } from './made-up-reply.ts'

const sizes = [1000, 10_000, 100_000]
const top = 20

/** A reply of up to 100,000 tokens with 20 alternatives, to be mounted, tinted anew and extended. */
export function LongReply() {
  const [reply, setReply] = useState<MadeUpReply>()
  const [isShown, setShown] = useState(false)
  return (
    <main className="flex h-dvh flex-col bg-surface">
      <div className="flex flex-wrap items-center gap-2 border-b border-line p-2">
        <h1 className="font-semibold">A long reply</h1>
        {sizes.map((size) => (
          <Button key={size} onClick={() => setReply(laid(madeUpReply(size, top)))}>
            Make {size.toLocaleString('en')} tokens
          </Button>
        ))}
        {reply && (
          <Button onClick={() => setShown(!isShown)}>{isShown ? 'Take it away' : 'Show it'}</Button>
        )}
        <output>{reply ? `${reply.tokens.length} tokens are ready` : 'Nothing is made'}</output>
      </div>
      {reply && isShown && <Shown reply={reply} />}
    </main>
  )
}

/** The tokens of a stream are laid as they come, so that showing finds them laid. */
function laid(reply: MadeUpReply): MadeUpReply {
  laidText(reply.tokens, reply.content)
  return reply
}

function Shown({ reply }: { reply: MadeUpReply }) {
  const { tokens } = reply
  const [content, setContent] = useState(reply.content)
  const [selected, setSelected] = useState<number>()
  const [metric, setMetric] = useState<'likelihood' | 'entropy'>('likelihood')
  const write = useMemo(() => madeUpTokens(top, 11), [])
  const source = useMemo<StepSource>(() => ({ metric }), [metric])
  const { steps, counts } = useSteps(tokens, source)
  const tint = useTint(tokens, steps, 'heat')
  return (
    <>
      <div className="flex items-center gap-2 p-2">
        <Button onClick={() => setMetric(metric === 'entropy' ? 'likelihood' : 'entropy')}>
          {metric === 'entropy' ? 'Tint by likelihood' : 'Tint by entropy'}
        </Button>
        <span>{counts.reduce((sum, count) => sum + count, 0)} counted</span>
        <Button onClick={() => setContent(content + write(tokens))}>Add a token</Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto" data-scroller>
        <Heatmap
          tokens={tokens}
          content={content}
          tint={tint}
          selected={selected}
          onSelect={setSelected}
          label="A long reply"
          describe={(token) => tokenSentence(tokens, token)}
        />
      </div>
    </>
  )
}
