'use client'

import { useState } from 'react'
import { formatPercent, isUnknown, probability } from '#lib/logprobs/index.ts'
import { isSameToken } from '#lib/reply/same-token.ts'
import type { TokenEntry } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/token-text.ts'
import { branchNotice } from '#lib/request/branch.ts'
import { providerIn } from '#lib/request/check.ts'
import { Button } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import { useRunner } from '#components/run/runner.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { useChosenToken } from './chosen-token.ts'
import { useBranching, type Branching } from './use-branching.ts'

/**
 * Leaves the reply at the chosen token and runs on from there, or from another token in its place.
 * `alternative` is the 0-based place of the one that was picked; where none was, a menu picks one.
 */
export function BranchActions({ run, alternative }: { run: RunRecord; alternative?: number }) {
  const chosen = useChosenToken(run)
  const here = useBranching(run)
  if (!chosen) return null
  const others = othersOf(chosen.entry)
  return (
    <section aria-label="Branch" className="border-t border-line p-4 text-small" data-branch>
      <div className="flex flex-wrap items-center gap-2">
        <BranchButton planned={here} shortcut>
          Branch from here
        </BranchButton>
        {others.length > 0 && (
          // Another token has other alternatives, so the menu starts over.
          <WithAlternative
            key={`${run.id}:${chosen.index}`}
            run={run}
            entry={chosen.entry}
            others={others}
            picked={alternative}
          />
        )}
      </div>
      {!here.ok && <Reason>{here.error}</Reason>}
      <p className="mt-2 text-ink-2">{branchNotice(providerIn(run.settings))}</p>
      {run.parent && (
        <p className="mt-1 text-ink-2">
          This reply is itself a branch of Run {run.parent.number}:{' '}
          {run.parent.how === 'simulated'
            ? 'simulated, so its text is not what the model would have written by itself.'
            : 'native, so the model went on from the text itself.'}
        </p>
      )}
    </section>
  )
}

function WithAlternative({
  run,
  entry,
  others,
  picked,
}: {
  run: RunRecord
  entry: TokenEntry
  others: number[]
  picked: number | undefined
}) {
  const [menu, setMenu] = useState(others[0])
  const place = picked ?? menu
  const planned = useBranching(run, place)
  const token = entry.alternatives[place ?? -1]
  if (!token) return null
  return (
    <>
      <BranchButton planned={planned}>
        Branch with <span className="font-mono">{visibleToken(token.token)}</span>
      </BranchButton>
      {picked === undefined && (
        <Select
          aria-label="Token to branch with"
          className="h-7 max-w-full font-mono max-md:h-9"
          value={String(place)}
          onChange={({ target }) => setMenu(Number(target.value))}
          options={others.map((other) => ({ value: String(other), title: titleOf(entry, other) }))}
        />
      )}
      {!planned.ok && <Reason>{planned.error}</Reason>}
    </>
  )
}

/** The places of the alternatives that are not the chosen token itself. */
function othersOf(entry: TokenEntry): number[] {
  return [...entry.alternatives.keys()].filter((place) => {
    const other = entry.alternatives[place]
    return other !== undefined && !isSameToken(other, entry)
  })
}

function titleOf({ alternatives }: TokenEntry, place: number): string {
  const { token = '', logprob = null } = alternatives[place] ?? {}
  const chance = isUnknown(logprob) ? '' : `  ${formatPercent(probability(logprob))}`
  return visibleToken(token) + chance
}

/** Where it cannot be pressed the reason stands beside it, and it says so when it has the focus. */
function BranchButton({
  planned,
  shortcut = false,
  children,
}: {
  planned: Branching
  shortcut?: boolean
  children: React.ReactNode
}) {
  const { branch } = useRunner()
  return (
    <Button
      icon="branch"
      className="max-w-full aria-disabled:text-ink-3 max-md:h-9"
      aria-disabled={!planned.ok}
      aria-keyshortcuts={shortcut ? 'b' : undefined}
      title={planned.ok ? undefined : planned.error}
      onClick={() => planned.ok && branch(planned.value())}
    >
      {children}
      {shortcut && (
        <kbd className="rounded-[4px] border border-current px-1 font-mono text-tiny max-md:hidden">
          B
        </kbd>
      )}
    </Button>
  )
}

function Reason({ children }: { children: string }) {
  return <p className="mt-1 basis-full text-ink-2">{children}</p>
}
