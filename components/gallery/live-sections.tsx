'use client'

import { useRef, useState } from 'react'
import { surprisalBits } from '#lib/logprobs/index.ts'
import type { StepSource } from '#lib/logprobs/steps.ts'
import { mainBlock } from '#lib/reply/blocks.ts'
import { Compared } from '#lib/reply/compared.ts'
import { applyEvent } from '#lib/reply/reducer.ts'
import { createReply, emptyChoice, type Reply } from '#lib/reply/reply.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { choiceName } from '#components/reply/choice-name.ts'
import { Heatmap, type HeatmapHandle } from '#components/reply/heatmap.tsx'
import { Legend } from '#components/reply/legend.tsx'
import { setReading } from '#components/reply/reading.ts'
import { forksOf, ReplyGraphs } from '#components/reply/reply-graphs.tsx'
import { select, useSelection } from '#components/reply/selection.ts'
import { tokenSentence } from '#components/reply/token-sentence.ts'
import { useLevelSteps, useSteps } from '#components/reply/use-steps.ts'
import { useTint } from '#components/reply/use-tint.ts'
import { useView } from '#components/reply/view.ts'
import { Button } from '#components/ui/button.tsx'
import { Section } from './state-section.tsx'
import { choicesChunks, growingChunk } from './states/choices.ts'
import { replyFrom } from './states/wire.ts'

/** Several choices with the legend, the timeline, the strips and the figures of the playground. */
export function ChoicesSection() {
  const text = useRef<HeatmapHandle>(null)
  const [{ choices }] = useState(() => replyFrom(choicesChunks))
  const { choice: shown, token } = useSelection()
  const { text: content, tokens } = mainBlock(choices[shown] ?? emptyChoice(0))
  const other = choices.findIndex((choice) => mainBlock(choice).tokens !== tokens)
  const source = useSource(tokens, mainBlock(choices[other] ?? emptyChoice(0)).tokens)
  const { steps, counts, complete } = useLevelSteps(tokens, content, source)
  const tint = useTint(tokens, steps, source.metric === 'difference' ? 'difference' : 'heat')
  return (
    <Section
      id="choices"
      title="Several choices"
      look="B parts from A at its fifth token and C is the same as A: marks on strips and timeline; every control works."
    >
      <Legend
        counts={counts}
        complete={complete}
        comparable={[{ id: String(other), title: `Choice ${choiceName(other)}` }]}
        isWhatIf={false}
        basis="unknown"
      />
      <Heatmap
        handle={text}
        tokens={tokens}
        content={content}
        tint={tint}
        selected={token}
        onSelect={(next) => select({ token: next })}
        onPassage={(passage) => setReading({ passage })}
        onVisible={(visible) => setReading({ visible })}
        label="The shown choice"
        forks={() => forksOf(choices, shown, false)}
        describe={(at) => tokenSentence(tokens, at)}
      />
      <ReplyGraphs
        choices={choices}
        shown={shown}
        version={0}
        running={false}
        onReveal={(at) => text.current?.reveal(at)}
      />
    </Section>
  )
}

function useSource(tokens: TokenStore, other: TokenStore): StepSource {
  const { metric } = useView()
  const [sources] = useState(() => new WeakMap<TokenStore, Map<string, StepSource>>())
  const ofTokens = sources.get(tokens) ?? new Map<string, StepSource>()
  sources.set(tokens, ofTokens)
  const source = ofTokens.get(metric) ?? sourceOf(metric, tokens, other)
  ofTokens.set(metric, source)
  return source
}

function sourceOf(metric: StepSource['metric'], tokens: TokenStore, other: TokenStore): StepSource {
  if (metric === 'what-if') return { metric: 'likelihood' }
  if (metric !== 'difference') return { metric }
  const compared = new Compared(tokens, other)
  return { metric, otherSurprisal: (token) => surprisalBits(compared.logprob(token)) }
}

/** A reply that grows at each press, in a box that follows its end. */
export function GrowingSection() {
  const [{ reply, count }, setGrown] = useState(() => grown(createReply(), 0, 12))
  const [selected, setSelected] = useState<number>()
  const { text, tokens } = mainBlock(reply.choices[0] ?? emptyChoice(0))
  const { steps } = useSteps(tokens, likelihood)
  const tint = useTint(tokens, steps, 'heat')
  return (
    <Section
      id="growing"
      title="Growing text"
      look="New tokens come at the end; the box follows them while its end is in view, and stays where you are otherwise."
    >
      <div className="flex flex-wrap items-center gap-2 px-6 pt-2 max-md:px-4">
        <Button onClick={() => setGrown(grown(reply, count, 1))}>Add a token</Button>
        <Button onClick={() => setGrown(grown(reply, count, 70))}>Add 70 tokens</Button>
        <output>{tokens.length} tokens</output>
      </div>
      <div className="mx-6 mt-2 h-40 overflow-y-auto rounded-[6px] border border-line max-md:mx-4">
        <Heatmap
          tokens={tokens}
          content={text}
          tint={tint}
          selected={selected}
          onSelect={setSelected}
          grows
          label="Growing text"
          describe={(token) => tokenSentence(tokens, token)}
        />
      </div>
    </Section>
  )
}

const likelihood: StepSource = { metric: 'likelihood' }

/** Takes in more chunks. The reply changes in place; what is given is new, so that it is rendered. */
function grown(reply: Reply, count: number, more: number): { reply: Reply; count: number } {
  for (let at = count; at < count + more; at += 1)
    applyEvent(reply, { type: 'chunk', data: growingChunk(at), at })
  return { reply, count: count + more }
}
