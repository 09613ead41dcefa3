'use client'

import { useId, useState, type ReactNode } from 'react'
import { auditReply } from '#lib/reply/audit/index.ts'
import { mainBlock, type TextBlock } from '#lib/reply/blocks.ts'
import { emptyChoice } from '#lib/reply/reply.ts'
import { BlockText } from '#components/reply/block-text.tsx'
import { ChoiceBlocks } from '#components/reply/choice-blocks.tsx'
import { Heatmap } from '#components/reply/heatmap.tsx'
import type { TokenRange } from '#components/reply/island/frame.ts'
import { LegendSteps } from '#components/reply/legend-steps.tsx'
import { tokenSentence } from '#components/reply/token-sentence.ts'
import { useView } from '#components/reply/view.ts'
import { StateFigures } from './state-figures.tsx'
import { tintOfState, type StateTint } from './state-tint.ts'
import type { GalleryState } from './states/state.ts'
import { replyFrom } from './states/wire.ts'

/** A section of the gallery: its title, what there is to see, and the thing itself. */
export function Section({
  id,
  title,
  look,
  text,
  children,
}: Pick<GalleryState, 'id' | 'title' | 'look'> & { text?: string; children: ReactNode }) {
  const heading = useId()
  return (
    <section
      id={id}
      aria-labelledby={heading}
      // As JSON, since an attribute keeps neither carriage returns nor control characters.
      data-text={text === undefined ? undefined : JSON.stringify(text)}
      className="min-w-0 rounded-[8px] border border-line bg-surface py-3"
    >
      <h3 id={heading} className="px-6 text-title font-semibold max-md:px-4">
        {title}
      </h3>
      <p className="px-6 text-ink-2 max-md:px-4">{look}</p>
      {children}
    </section>
  )
}

const painters = ['highlights', 'canvas'] as const

/** One state, drawn by both painters beside each other. */
export function StateSection({ state }: { state: GalleryState }) {
  const { floor } = useView()
  const [reply] = useState(() => replyFrom(state.chunks))
  const [passage, setPassage] = useState<TokenRange>()
  const choice = reply.choices[0] ?? emptyChoice(0)
  const block = mainBlock(choice)
  const tinted = tintOfState(state, block, state.legend ? floor : 0)
  const notes = state.asked ? auditReply(state.asked, reply) : []
  return (
    <Section {...state}>
      <ChoiceBlocks choice={choice} refused={block.kind === 'refusal'}>
        {(other) => <BlockText block={other} />}
      </ChoiceBlocks>
      {state.legend && (
        <div className="px-6 pt-2 max-md:px-4">
          <LegendSteps option={state.legend} counts={tinted.counts} complete />
        </div>
      )}
      <div className="grid items-start xl:grid-cols-2">
        {painters.map((painter) => (
          <StateText
            key={painter}
            painter={painter}
            state={state}
            block={block}
            tint={tinted.tint}
            onPassage={setPassage}
          />
        ))}
      </div>
      <StateFigures state={state} tokens={block.tokens} passage={passage} />
      {notes.map(({ kind, message }) => (
        <p key={kind} role="note" className="px-6 pt-1 text-small text-ink-2 max-md:px-4">
          {message}
        </p>
      ))}
    </Section>
  )
}

function StateText({
  painter,
  state,
  block: { text, tokens },
  tint,
  onPassage,
}: {
  painter: (typeof painters)[number]
  state: GalleryState
  block: TextBlock
  tint: StateTint['tint']
  onPassage(range: TokenRange | undefined): void
}) {
  const [selected, setSelected] = useState(state.selected)
  return (
    <div data-gallery-painter={painter} className="min-w-0">
      <p aria-hidden className="px-6 pt-2 font-mono text-tiny text-ink-3 max-md:px-4">
        {painter}
      </p>
      <Heatmap
        tokens={tokens}
        content={text}
        tint={tint}
        selected={selected}
        onSelect={setSelected}
        onPassage={onPassage}
        begins={state.begins}
        painter={painter}
        label={`${state.title}, ${painter}`}
        describe={(token) => tokenSentence(tokens, token)}
      />
    </div>
  )
}
