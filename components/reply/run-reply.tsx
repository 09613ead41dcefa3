'use client'

import { auditReply } from '#lib/reply/audit/index.ts'
import { BranchKey } from '#components/inspector/branch-key.tsx'
import { providerOf } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import { Icon } from '#components/ui/icon.tsx'
import { askedOf, type RunRecord } from '#components/run/run-record.ts'
import type { Choice, Reply } from '#lib/reply/reply.ts'
import { usePageKeys } from '#components/ui/page-keys.ts'
import { Tabs } from '#components/ui/tabs.tsx'
import { IconButton } from '#components/ui/button.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { choiceName } from './choice-name.ts'
import { ChoiceView } from './choice-view.tsx'
import { FailureCard } from './failure-card.tsx'
import { RecordedBadge } from './recorded-badge.tsx'
import { ReplyFoot } from './reply-foot.tsx'
import { BranchLabel, RunTree } from './run-tree.tsx'
import { select, useSelection } from './selection.ts'

/** What can be done from the reply. */
export interface ReplyActions {
  onInspect(): void
  onRetry(): void
  onShowParameter(parameter: string): void
}

/** What came back: choices as tabs, the tinted text, and what is worth knowing about it. */
export function RunReply({
  run,
  version,
  onInspect,
  onShowParameter,
  onRetry,
}: ReplyActions & { run: RunRecord; version: number }) {
  const { choice: at } = useSelection()
  const { reply } = run
  const choice = reply.choices[at] ?? reply.choices[0]
  const notes = auditReply(askedOf(run), reply)
  const missing = notes.find(({ parameter }) => parameter === 'logprobs')
  return (
    <section
      aria-label="Reply"
      data-reply-status={reply.status}
      data-reply-run={run.id}
      className="flex min-h-0 flex-1 flex-col pb-6"
    >
      <div className="flex min-h-12 items-center gap-2 px-6 max-md:px-4">
        <h2 className="font-semibold">Reply</h2>
        <BranchLabel run={run} />
        <RecordedBadge run={run} />
        {reply.choices.length > 1 && <ChoiceTabs reply={reply} at={at} />}
        <div className="ml-auto flex gap-1">
          {choice && <CopyButton choice={choice} />}
          <IconButton icon="inspect" label="Inspect" className="xl:hidden" onClick={onInspect} />
        </div>
      </div>
      <RunTree />
      <BranchKey run={run} />
      {missing && <NoLogprobs message={missing.message} />}
      {choice && <ChoiceView choice={choice} run={run} version={version} onInspect={onInspect} />}
      {!choice && run.running && (
        <p className="px-6 text-ink-3 max-md:px-4">Waiting for the first token…</p>
      )}
      {reply.failure && (
        <FailureCard
          failure={reply.failure}
          run={run}
          provider={providerOf(providerIn(run.settings)).title}
          host={hostOf(reply)}
          onRetry={onRetry}
          onShowParameter={onShowParameter}
        />
      )}
      <ReplyFoot run={run} choice={choice} notes={notes.filter((note) => note !== missing)} />
    </section>
  )
}

/** Information, not an error: the text is there, only the heatmap cannot be drawn. */
function NoLogprobs({ message }: { message: string }) {
  return (
    <div
      role="note"
      className="mx-6 my-2 flex gap-3 rounded-[8px] border border-line-2 px-4 py-3 max-md:mx-4"
    >
      <span className="mt-0.5">
        <Icon name="info" />
      </span>
      <div>
        <h3 className="text-title font-semibold">No log probabilities came back</h3>
        <p className="text-ink-2">{message}</p>
      </div>
    </div>
  )
}

function hostOf(reply: Reply): string | undefined {
  const url = reply.attempts.at(-1)?.request.url
  return url && URL.canParse(url) ? new URL(url).host : undefined
}

function ChoiceTabs({ reply, at }: { reply: Reply; at: number }) {
  const show = (choice: number) => select({ choice, token: undefined })
  const digits = reply.choices.slice(0, 9).map((_, index) => [String(index + 1), () => show(index)])
  usePageKeys(Object.fromEntries(digits))
  const tabs = reply.choices.map((choice, index) => ({
    value: String(index),
    title: (
      <>
        {choiceName(index)}{' '}
        <span className="font-mono text-tiny text-ink-3">{choice.tokens.length || ''}</span>
      </>
    ),
  }))
  return (
    <Tabs
      label="Choices"
      tabs={tabs}
      value={String(at)}
      onChange={(value) => show(Number(value))}
      panelId="reply-choice"
      className="flex max-w-full gap-0.5 overflow-x-auto"
      tabClassName="flex h-7 items-center gap-1.5 rounded-[6px] px-2.5 text-ink-2 hover:bg-hover aria-selected:bg-accent-soft aria-selected:font-medium aria-selected:text-ink"
    />
  )
}

function CopyButton({ choice }: { choice: Choice }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(choice.content || choice.refusal)
      announce('Reply copied.')
    } catch {
      announce('The browser did not allow copying.')
    }
  }
  return <IconButton icon="copy" label="Copy the reply" onClick={() => void copy()} />
}
