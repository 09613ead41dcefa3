'use client'

import { lazy, Suspense, useRef } from 'react'
import { mainBlock, type TextBlock } from '#lib/reply/blocks.ts'
import type { Choice } from '#lib/reply/reply.ts'
import { askedFormat, mayHoldJson } from '#lib/structured/asked-format.ts'
import { useLogprobBasis } from '#components/inspector/logprob-basis.ts'
import { useWhatIf } from '#components/inspector/what-if-store.ts'
import { branchPoint } from '#components/run/run-record.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { announce } from '#components/ui/announcer.tsx'
import { AddToConversation } from './add-to-conversation.tsx'
import { BlockText } from './block-text.tsx'
import { ChoiceBlocks } from './choice-blocks.tsx'
import { useComparable } from './comparable.ts'
import { Heatmap, type HeatmapHandle } from './heatmap.tsx'
import { Legend } from './legend.tsx'
import { useMetricSource } from './metric-source.ts'
import { setReading } from './reading.ts'
import { forksOf, ReplyGraphs } from './reply-graphs.tsx'
import { select, useSelection } from './selection.ts'
import { tokenSentence } from './token-sentence.ts'
import { useLevelSteps } from './use-steps.ts'
import { useTint } from './use-tint.ts'
import { useView } from './view.ts'

// Few replies call tools.
const ToolCalls = lazy(async () => ({
  default: (await import('#components/tool-calls/tool-calls.tsx')).ToolCalls,
}))

// Nor are many JSON.
const JsonReply = lazy(async () => ({
  default: (await import('#components/structured/reply/json-reply.tsx')).JsonReply,
}))

/** One choice: its blocks, its text with the legend of the tints, and what is drawn and counted of it. */
export function ChoiceView({
  choice,
  run,
  version,
  onInspect,
}: {
  choice: Choice
  run: RunRecord
  version: number
  onInspect(): void
}) {
  const text = useRef<HeatmapHandle>(null)
  const { choices } = run.reply
  const shown = choices.indexOf(choice)
  const block = mainBlock(choice)
  const { shape } = useView()
  const asked = askedFormat(run.settings)
  const isJson = block.kind === 'content' && mayHoldJson(block.text, asked)
  return (
    <div id="reply-choice" role={choices.length > 1 ? 'tabpanel' : undefined}>
      <ChoiceBlocks
        choice={choice}
        refused={block.kind === 'refusal'}
        {...(choice.toolCalls.length > 0 ? { calls: <Calls choice={choice} run={run} /> } : {})}
      >
        {(other) => <BlockText block={other} />}
      </ChoiceBlocks>
      {(isJson || (asked.kind !== 'any' && block.text !== '')) && (
        <Suspense>
          <JsonReply choice={choice} run={run} isTree={isJson} />
        </Suspense>
      )}
      <div hidden={isJson && shape === 'tree'}>
        <MainText handle={text} block={block} run={run} shown={shown} onInspect={onInspect} />
      </div>
      {!run.running && <AddToConversation choice={choice} />}
      <ReplyGraphs
        choices={choices}
        shown={shown}
        version={version}
        running={run.running}
        onReveal={(token) => text.current?.reveal(token)}
      />
    </div>
  )
}

function Calls(props: { choice: Choice; run: RunRecord }) {
  return (
    <Suspense>
      <ToolCalls {...props} />
    </Suspense>
  )
}

function MainText({
  handle,
  block: { text, tokens },
  run,
  shown,
  onInspect,
}: {
  handle: React.RefObject<HeatmapHandle | null>
  block: TextBlock
  run: RunRecord
  shown: number
  onInspect(): void
}) {
  const { token, block } = useSelection()
  const { metric, comparedWith } = useView()
  const { basis } = useLogprobBasis(run)
  const { changed } = useWhatIf(run)
  const comparable = useComparable(run, tokens)
  const other = comparable.find(({ id }) => id === comparedWith) ?? comparable[0]
  const source = useMetricSource(run, tokens, other)
  const { steps, counts, complete } = useLevelSteps(tokens, text, source)
  const tint = useTint(tokens, steps, source.metric === 'difference' ? 'difference' : 'heat')
  const mark = shown === 0 ? branchPoint(run) : undefined
  if (text === '') return null
  return (
    <>
      {tokens.length > 0 && (
        <Legend
          counts={counts}
          complete={complete}
          comparable={comparable}
          isWhatIf={changed || metric === 'what-if'}
          basis={basis}
        />
      )}
      <div onDoubleClick={onInspect}>
        <Heatmap
          handle={handle}
          tokens={tokens}
          content={text}
          tint={tint}
          selected={block ? undefined : token}
          onSelect={(next) => {
            select({ token: next })
            announce(tokenSentence(tokens, next))
          }}
          onPassage={(passage) => setReading({ passage })}
          onVisible={(visible) => setReading({ visible })}
          label={tokens.length > 0 ? 'Reply, token by token' : 'Reply'}
          begins={mark && [mark.character]}
          forks={() => forksOf(run.reply.choices, shown, run.running)}
          grows={run.running}
          describe={(at) => tokenSentence(tokens, at)}
        />
      </div>
    </>
  )
}
