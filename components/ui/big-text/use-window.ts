'use client'

import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { blockAt, blockCount, blockStart } from './blocks.ts'
import type { TextPieces } from './text-pieces.ts'

/** How many blocks are drawn at once. */
const drawn = 12

/** How many blocks come and go at a time. */
const step = 4

/** Most blocks that are drawn while a selection keeps the window from letting go of any. */
const mostDrawn = 240

/** The drawn blocks: from `first` up to `end`, 0-based. */
interface Range {
  first: number
  end: number
}

/** What must stay, or get, where it is when the blocks have changed. */
type Wanted = { block: number; top: number } | { offset: number }

/**
 * The window of a long text that is drawn, in blocks that move on when its scroller comes near an
 * end. The text in view stays where it is on the screen.
 */
export function useWindow(text: TextPieces, scroller: RefObject<HTMLElement | null>) {
  const [range, setRange] = useState<Range>({ first: 0, end: drawn })
  const wanted = useRef<Wanted>(undefined)
  const count = blockCount(text)
  const first = Math.min(range.first, Math.max(0, count - drawn))
  const end = Math.min(range.end, count)

  useLayoutEffect(() => {
    const box = scroller.current
    const what = wanted.current
    wanted.current = undefined
    if (!box || !what) return
    if ('offset' in what) showOffset(box, what.offset)
    else box.scrollBy(0, topOf(box, what.block) - what.top)
  })

  const move = (next: Range, what: Wanted) => {
    wanted.current = what
    setRange(next)
  }

  /** Moves the window on where the scroller is near one of its ends. */
  const follow = () => {
    const box = scroller.current
    if (!box || wanted.current) return
    const near = 1.5 * box.clientHeight
    const held = isSelecting(box) && end - first < mostDrawn
    const above = box.scrollTop < near && first > 0
    const below = box.scrollHeight - box.scrollTop - box.clientHeight < near && end < count
    if (!above && !below) return
    const next = above
      ? { first: Math.max(0, first - step), end: held ? end : Math.min(end, first - step + drawn) }
      : {
          first: held ? first : Math.max(first, end + step - drawn),
          end: Math.min(count, end + step),
        }
    const stays = above ? first : Math.max(next.first, end - step)
    move(
      { first: next.first, end: Math.max(next.end, next.first + drawn) },
      { block: stays, top: topOf(box, stays) },
    )
  }

  /** Brings an offset to the top of the view. */
  const jump = (offset: number) => {
    const start = Math.max(0, Math.min(blockAt(text, offset) - step, count - drawn))
    move({ first: start, end: start + drawn }, { offset })
  }

  const starts = Array.from({ length: end - first + 1 }, (_, at) => blockStart(text, first + at))
  return { first, starts, follow, jump, isWhole: count <= drawn }
}

function blockIn(box: HTMLElement, block: number): HTMLElement | null {
  return box.querySelector(`[data-block="${block}"]`)
}

function topOf(box: HTMLElement, block: number): number {
  const element = blockIn(box, block)
  return element ? element.getBoundingClientRect().top : 0
}

/** Scrolls so that an offset is at the top, as far as the length of its block tells. */
function showOffset(box: HTMLElement, offset: number): void {
  const blocks = [...box.querySelectorAll<HTMLElement>('[data-from]')]
  const holds = blocks.findLast((block) => Number(block.dataset.from) <= offset)
  if (!holds) return
  const { top, height } = holds.getBoundingClientRect()
  const length = Math.max(1, Number(holds.dataset.length))
  const within = (height * (offset - Number(holds.dataset.from))) / length
  box.scrollBy(0, top - box.getBoundingClientRect().top + within)
}

/** The offset at the top of the view, as far as the length of its block tells. */
export function offsetInView(box: HTMLElement): number {
  const view = box.getBoundingClientRect().top
  const blocks = [...box.querySelectorAll<HTMLElement>('[data-from]')]
  const block = blocks.find((one) => one.getBoundingClientRect().bottom > view + 1)
  if (!block) return 0
  const { top, height } = block.getBoundingClientRect()
  const share = height > 0 ? Math.max(0, view - top) / height : 0
  return Number(block.dataset.from) + Math.round(share * Number(block.dataset.length))
}

function isSelecting(box: HTMLElement): boolean {
  const selection = getSelection()
  return selection !== null && !selection.isCollapsed && box.contains(selection.anchorNode)
}
