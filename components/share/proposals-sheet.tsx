'use client'

import { useState } from 'react'
import { proposalsFor, type Proposal } from '#lib/preset/proposals.ts'
import { visibleText } from '#lib/preset/visible.ts'
import { parseDrafts } from '#lib/request/drafts.ts'
import type { Result } from '#lib/result.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { openPreset } from '#components/presets/open-preset.ts'
import { applyChanges, tellOpened } from './apply.ts'
import { FocusedButton } from './focused-button.tsx'
import { propose, type Incoming } from './incoming.ts'
import { ProposalNotes, Refused } from './proposal-notes.tsx'
import { ProposalTable } from './proposal-table.tsx'
import { nameOf } from './receive.ts'

const close = () => propose(undefined)

/** What a link, a file or a pasted text proposes, before anything of it is applied. It never runs. */
export function ProposalsSheet({ incoming }: { incoming: Result<Incoming, string> }) {
  if (incoming.ok) return <Proposals incoming={incoming.value} />
  return (
    <Dialog open title="This cannot be opened" onClose={close} width={480}>
      <p>{incoming.error}</p>
      <p className="mt-1 text-ink-2">Nothing was changed.</p>
    </Dialog>
  )
}

function Proposals({ incoming }: { incoming: Incoming }) {
  const form = useParameterForm()
  const [now] = useState(() => parseDrafts(form.getValues()).settings)
  const { changes, same } = proposalsFor(now, incoming)
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set(['api_base']))
  const taken = changes.filter(({ name }) => !unticked.has(name))
  const source = incoming.from === 'paste' ? 'text' : incoming.from
  const finish = () => {
    close()
    tellOpened(form, nameOf(incoming))
  }
  const apply = () => {
    if (taken.length === 0) return
    applyChanges(form, incoming, taken)
    finish()
  }
  const toggle = (name: string) => {
    const next = new Set(unticked)
    if (!next.delete(name)) next.add(name)
    setUnticked(next)
  }
  const openCopy = () => {
    const named = Object.entries(incoming.preset.settings)
    const settings = Object.fromEntries(named.filter(([name]) => !unticked.has(name)))
    openPreset(form, { ...incoming.preset, settings })
    finish()
  }
  return (
    <Dialog open title={titleOf(source, changes.length)} onClose={close} width={720}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <ProposalNotes incoming={incoming} changes={changes.length} />
        {changes.length > 0 && (
          <ProposalTable
            changes={changes}
            source={source}
            isTaken={({ name }) => !unticked.has(name)}
            onToggle={({ name }) => toggle(name)}
          />
        )}
        {same > 0 && changes.length > 0 && (
          <p className="mt-2 text-small text-ink-3">
            {same === 1 ? 'One more is' : `${same} more are`} as they are now.
          </p>
        )}
        <AddressNote changes={changes} />
        <Refused refused={incoming.refused} />
        <div className="sticky -bottom-5 -mx-6 mt-4 -mb-5 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas px-6 py-3">
          {changes.length > 0 && (
            <span className="mr-auto text-small text-ink-2">
              Undo with{' '}
              <kbd className="rounded-[4px] border border-line-2 px-1 font-mono text-tiny">
                Ctrl Z
              </kbd>
            </span>
          )}
          <Button onClick={close}>{changes.length > 0 ? `Ignore ${source}` : 'Close'}</Button>
          {changes.length > 0 && (
            <Button
              title={`Only what the ${source} names is set; all else is unset.`}
              onClick={openCopy}
            >
              Open as copy
            </Button>
          )}
          {changes.length > 0 && <ApplyButton count={taken.length} />}
        </div>
      </form>
    </Dialog>
  )
}

function titleOf(source: string, changes: number): string {
  if (changes === 0) return `This ${source} changes nothing`
  return `This ${source} proposes ${changes === 1 ? 'one change' : `${changes} changes`}`
}

/** Has the focus from the start, so that Enter applies. */
function ApplyButton({ count }: { count: number }) {
  const title = count === 1 ? 'Apply 1 change' : `Apply ${count} changes`
  return (
    <FocusedButton look="primary" type="submit" aria-disabled={count === 0}>
      {count === 0 ? 'Nothing is ticked' : title}
      <kbd aria-hidden className="rounded-[4px] border border-current px-1 font-mono text-tiny">
        ↵
      </kbd>
    </FocusedButton>
  )
}

/** Where requests would go. A link that changes that is how keys and prompts could be stolen. */
function AddressNote({ changes }: { changes: readonly Proposal[] }) {
  const address = changes.find(({ name }) => name === 'api_base')?.next
  if (typeof address !== 'string') return null
  return (
    <div className="mt-4 flex gap-2.5 rounded-[6px] border border-warn-line bg-warn-soft px-3 py-2">
      <span className="mt-0.5 text-warn">
        <Icon name="warning" />
      </span>
      <div className="min-w-0">
        <p className="font-semibold">
          API base is off, because it would send your requests elsewhere
        </p>
        <p className="break-words text-ink-2">
          Prompts would go to <code className="font-mono text-small">{hostOf(address)}</code>. Your
          key would not: a key is only ever used with the host it was entered for.
        </p>
      </div>
    </div>
  )
}

function hostOf(address: string): string {
  return URL.canParse(address) ? visibleText(new URL(address).host) : visibleText(address)
}
