'use client'

import { useMemo, useState } from 'react'
import { Heatmap } from '#components/reply/heatmap.tsx'
import { Legend } from '#components/reply/legend.tsx'
import { tokenSentence } from '#components/reply/token-sentence.ts'
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
          <Button key={size} onClick={() => setReply(madeUpReply(size, top))}>
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

function Shown({ reply }: { reply: MadeUpReply }) {
  const { tokens } = reply
  const [content, setContent] = useState(reply.content)
  const [selected, setSelected] = useState<number>()
  const write = useMemo(() => madeUpTokens(top, 11), [])
  const tint = useTint(tokens)
  return (
    <>
      <Legend />
      <div className="p-2">
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
