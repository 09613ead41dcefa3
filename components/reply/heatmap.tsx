'use client'

import { memo, useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { heatStep } from '#lib/logprobs/index.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { TokenText } from '#lib/reply/token-text.ts'
import { cutIntoBlocks, type Block, type Piece } from './heat-pieces.ts'
import { HeatToken } from './heat-token.tsx'
import { neighbour } from './token-keys.ts'

/** What the heatmap needs: tokens, the text they make up, and which one is chosen. */
export interface HeatmapProps {
  tokens: TokenStore
  /** The text as the provider sent it; it wins where the tokens say otherwise. */
  content: string
  /** 0-based token. */
  selected: number | undefined
  onSelect(token: number): void
  label: string
}

/**
 * The reply's text with a tint per token. One tab stop; arrows move from token to token. A growing
 * reply re-renders its last piece only.
 */
export function Heatmap({ tokens, content, selected, onSelect, label }: HeatmapProps) {
  const root = useRef<HTMLDivElement>(null)
  const blocks = useBlocks(tokens, content)
  useEffect(() => {
    if (selected === undefined || !root.current?.contains(document.activeElement)) return
    root.current.querySelector('.tok-on')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const onClick = (event: MouseEvent) => {
    const token = tokenAt(event.target)
    if (token !== undefined) onSelect(token)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = neighbour(event, selected, tokens.length)
    if (next === undefined) return
    event.preventDefault()
    onSelect(next)
  }
  return (
    // The keyboard has the same way in: one tab stop, and arrows from token to token.
    <div
      ref={root}
      role="group"
      tabIndex={0}
      aria-label={label}
      data-reply-text
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // A press of the mouse chooses its own token; the keyboard starts at the first.
        const byKeyboard = event.currentTarget.matches(':focus-visible')
        if (byKeyboard && selected === undefined && tokens.length > 0) onSelect(0)
      }}
      className="px-6 py-2 font-mono text-[14px]/[28px] wrap-anywhere whitespace-pre-wrap max-md:px-4"
    >
      {blocks.map((block) => (
        <div
          key={block.key}
          className="[contain-intrinsic-size:auto_560px] [content-visibility:auto]"
        >
          {block.pieces.map((piece) => (
            <HeatPiece
              key={piece.from}
              piece={piece}
              tokens={tokens}
              text={content}
              selected={selectedIn(piece, selected)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

/** Re-renders when its own segments or the selection inside it change, not when text follows it. */
const HeatPiece = memo(
  function HeatPiece({ piece, tokens, text, selected }: PieceProps) {
    return piece.segments.map((segment) => (
      <HeatToken
        key={`${segment.first}:${segment.start}`}
        segment={segment}
        text={text.slice(segment.start, segment.end)}
        step={segment.first < 0 ? undefined : heatStep(tokens.logprob(segment.first))}
        selected={selected !== undefined && segment.first <= selected && selected <= segment.last}
      />
    ))
  },
  (before, after) => before.piece === after.piece && before.selected === after.selected,
)

interface PieceProps {
  piece: Piece
  tokens: TokenStore
  text: string
  selected: number | undefined
}

/** The blocks of a text that mostly grows; the aligner starts over when the tokens are others. */
function useBlocks(tokens: TokenStore, content: string): readonly Block[] {
  const [aligner, setAligner] = useState(() => newAligner(tokens))
  if (aligner.tokens !== tokens) {
    const fresh = newAligner(tokens)
    setAligner(fresh)
    return fresh.blocks(content)
  }
  return aligner.blocks(content)
}

function newAligner(tokens: TokenStore) {
  const text = new TokenText(tokens)
  let before: Block[] = []
  return {
    tokens,
    blocks: (content: string) => {
      before = cutIntoBlocks(text.segments(content), content, before)
      return before
    },
  }
}

function selectedIn({ segments }: Piece, selected: number | undefined): number | undefined {
  if (selected === undefined) return undefined
  const first = segments.find((segment) => segment.first >= 0)?.first ?? Infinity
  const last = segments.findLast((segment) => segment.last >= 0)?.last ?? -1
  return first <= selected && selected <= last ? selected : undefined
}

function tokenAt(target: EventTarget): number | undefined {
  const element = target instanceof Element ? target.closest('[data-token]') : undefined
  return element ? Number(element.getAttribute('data-token')) : undefined
}
