'use client'

import { useImperativeHandle, useLayoutEffect, useRef, type KeyboardEvent, type Ref } from 'react'
import { nextStop } from '#lib/logprobs/peaks.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import type { Tint, TokenRange } from './island/frame.ts'
import { Island, type IslandState } from './island/island.ts'
import { wishInAddress, type PainterWish } from './island/painter-choice.ts'
import { laidText } from './laid-text.ts'
import { neighbour } from './token-keys.ts'

/** What others can ask of a heatmap. */
export interface HeatmapHandle {
  /** Brings a 0-based token into view. */
  reveal(token: number): void
}

/** What the heatmap needs: tokens, the text they make up, how they look, and which one is chosen. */
export interface HeatmapProps {
  tokens: TokenStore
  /** The text as the provider sent it; it wins where the tokens say otherwise. */
  content: string
  tint: Tint
  /** 0-based token. */
  selected: number | undefined
  onSelect(token: number): void
  /** The tokens that a selection of text touches. */
  onPassage?: (range: TokenRange | undefined) => void
  /** The tokens in view. */
  onVisible?: (range: TokenRange) => void
  label: string
  /** UTF-16 places that get a mark, such as where a branch begins. */
  begins?: readonly number[] | undefined
  /** The 0-based tokens at which other choices part from this one. */
  forks?: () => readonly number[]
  /** Whether text is still coming. */
  grows?: boolean
  /** Whether it stands within a block of its own, and not as the reply itself. */
  isQuiet?: boolean
  /** Which painter is wanted; the one that the page's address asks for where left out. */
  painter?: PainterWish | undefined
  handle?: Ref<HeatmapHandle>
  /** What is said of a token under the pointer, in a few words. */
  describe(token: number): string
}

const none: readonly number[] = []

/**
 * The reply's text with a tint per token. One tab stop; arrows move from token to token. React draws
 * the frame alone; the text is an island that it does not look into.
 */
export function Heatmap(props: HeatmapProps) {
  const { tokens, content, tint, selected, onSelect, label, isQuiet = false } = props
  const root = useRef<HTMLDivElement>(null)
  const tip = useRef<HTMLDivElement>(null)
  const island = useIsland(root, tip, props)
  useImperativeHandle(props.handle, () => ({ reveal: (token) => island.current?.reveal(token) }), [
    island,
  ])
  useLayoutEffect(() => {
    if (selected !== undefined && root.current?.contains(document.activeElement))
      island.current?.reveal(selected)
  }, [island, selected])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = neighbour(event, {
      from: selected,
      segments: laidText(tokens, content),
      onNextLine: (token, step) => island.current?.onNextLine(token, step) ?? token,
      onNextStop: (direction) => nextStop(tokens, props.forks?.() ?? [], selected, direction),
    })
    if (next === undefined) return
    event.preventDefault()
    onSelect(next)
  }
  return (
    <div className={isQuiet ? 'mt-1' : 'px-6 py-2 max-md:px-4'}>
      {/* The keyboard has the same way in as the mouse: one tab stop, and arrows from token to token. */}
      <div
        ref={root}
        role="group"
        tabIndex={0}
        aria-label={label}
        data-reply-text={isQuiet ? undefined : ''}
        data-block-text={isQuiet ? '' : undefined}
        data-selected={selected}
        data-tokens={tokens.length}
        data-scale={tint.scale}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          // A press of the mouse chooses its own token; the keyboard starts at the first.
          const byKeyboard = event.currentTarget.matches(':focus-visible')
          if (byKeyboard && selected === undefined && tokens.length > 0) onSelect(0)
        }}
        className={isQuiet ? 'reply-text reply-text-quiet' : 'reply-text'}
      />
      <Differences count={laidText(tokens, content).mismatches} />
      <div ref={tip} aria-hidden hidden className="reply-tip" />
    </div>
  )
}

function Differences({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <p role="note" className="pt-1 text-small text-ink-2">
      The tokens differ from the content in {count} {count === 1 ? 'place' : 'places'}, framed with
      dashes. The content is shown as the provider sent it.
    </p>
  )
}

/** The island lives as long as its tokens; every render tells it what to show. */
function useIsland(
  root: React.RefObject<HTMLDivElement | null>,
  tip: React.RefObject<HTMLDivElement | null>,
  props: HeatmapProps,
) {
  const island = useRef<Island>(undefined)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
    island.current?.update(stateOf(props))
  })
  const { tokens } = props
  useLayoutEffect(() => {
    if (!root.current) return undefined
    const made = new Island(root.current, stateOf({ ...latest.current, tokens }), {
      onChoose: (token) => latest.current.onSelect(token),
      onPassage: (range) => latest.current.onPassage?.(range),
      onVisible: (range) => latest.current.onVisible?.(range),
      onHover: (token, at) => showTip(tip.current, token, at, latest.current.describe),
    })
    island.current = made
    return () => {
      island.current = undefined
      made.destroy()
    }
  }, [root, tip, tokens])
  return island
}

function stateOf(props: HeatmapProps): IslandState {
  const { tokens, content, tint, selected, begins = none, grows = false, painter } = props
  return {
    content,
    segments: laidText(tokens, content),
    tint,
    begins,
    chosen: selected,
    grows,
    painter: painter ?? wishInAddress(),
  }
}

/** One element for all tokens; it is quiet for screen readers, which hear the chosen token instead. */
function showTip(
  tip: HTMLElement | null,
  token: number | undefined,
  { x, y }: { x: number; y: number },
  describe: (token: number) => string,
): void {
  if (!tip) return
  tip.hidden = token === undefined
  if (token === undefined) return
  tip.textContent = describe(token)
  const left = Math.min(x + 12, innerWidth - tip.offsetWidth - 8)
  tip.style.transform = `translate(${left}px, ${y + 20}px)`
}
