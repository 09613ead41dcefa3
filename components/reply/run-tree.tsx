'use client'

import { useEffect, useRef } from 'react'
import { visibleToken } from '#lib/reply/token-text.ts'
import { treeOf, type RunLine } from '#components/run/run-list.ts'
import type { RunParent, RunRecord } from '#components/run/run-record.ts'
import { showRun, useRuns } from '#components/run/run-store.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { choiceName } from './choice-name.ts'

/** The runs of this session as a tree; the one in view is marked. Nothing while there are fewer than two. */
export function RunTree() {
  const { runs, shown } = useRuns()
  if (runs.length < 2) return null
  return (
    <nav
      aria-label="Runs"
      className="relative max-h-[calc(5*24px+8px)] flex-none overflow-y-auto border-b border-line px-6 pb-2 text-small max-md:max-h-[calc(4*36px+8px)] max-md:px-4"
    >
      <ul>
        {treeOf(runs).map((line) => (
          <Line key={line.run.id} line={line} isShown={line.run.id === shown} />
        ))}
      </ul>
    </nav>
  )
}

/** Scrolls the list alone; the reader's place in the page stays. */
function bringIntoView(line: HTMLElement): void {
  const list = line.closest('nav')
  if (!list) return
  const { offsetTop: top, offsetHeight: height } = line
  const least = top + height - list.clientHeight
  if (list.scrollTop > top) list.scrollTop = top
  else if (list.scrollTop < least) list.scrollTop = least
}

/** Deeper branches are not indented any further, so that their words stay readable. */
const deepest = 6

function Line({ line, isShown }: { line: RunLine; isShown: boolean }) {
  const { run, depth } = line
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isShown && button.current) bringIntoView(button.current)
  }, [isShown])
  const show = () => {
    showRun(run.id)
    announce(`Run ${run.number} is shown.`)
  }
  return (
    <li style={{ paddingLeft: `${16 * Math.min(depth, deepest)}px` }}>
      <button
        ref={button}
        type="button"
        aria-current={isShown || undefined}
        className="flex h-6 w-full min-w-0 items-center gap-1.5 rounded-[4px] px-1.5 text-left text-ink-2 hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-ink max-md:h-9"
        onClick={show}
      >
        {run.parent && <Icon name="branch" size={12} />}
        <span className="truncate">
          Run {run.number}
          {run.parent && <Origin parent={run.parent} orphan={line.orphan} />}
          {run.running && ' · running'}
        </span>
      </button>
    </li>
  )
}

/** “ · from Run 1 at 12 ·Porto · native”; positions are 1-based. */
function Origin({ parent, orphan }: { parent: RunParent; orphan: boolean }) {
  const { number, choice, tokensKept, alternative, how } = parent
  return (
    <>
      {` · from Run ${number}${choice > 0 ? ` ${choiceName(choice)}` : ''} at ${tokensKept + 1} `}
      {alternative && <span className="font-mono">{visibleToken(alternative.token)}</span>}
      {alternative ? ' · ' : '· '}
      {how}
      {orphan && ' · parent no longer kept'}
    </>
  )
}

/** For the head of the reply: that the run in view is a branch, of what, and how it was continued. */
export function BranchLabel({ run: { id, parent } }: { run: RunRecord }) {
  const { runs } = useRuns()
  const line = treeOf(runs).find(({ run }) => run.id === id)
  if (!parent) return null
  return (
    <span data-branch-label className="min-w-0 truncate text-small text-ink-2">
      Branch
      <Origin parent={parent} orphan={line?.orphan ?? false} />
    </span>
  )
}
