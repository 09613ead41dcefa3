'use client'

import { memo, useRef, useState, type KeyboardEvent } from 'react'
import { visibleToken } from '#lib/reply/visible-token.ts'
import type { SplitToken } from '#lib/tokenizers/vocabulary.ts'
import { Button } from '#components/ui/button.tsx'
import { stepFrom } from './token-steps.ts'

/** Tokens of one piece, which is drawn anew only when it changes. */
const pieceSize = 200

/** Tokens that are drawn at once. */
const drawnAtOnce = 10_000

/** Tokens in order, tinted in turn; one tab stop, arrow keys walk, and each tells its id. */
export function TokenList({ tokens }: { tokens: readonly SplitToken[] }) {
  const [most, setMost] = useState(drawnAtOnce)
  const [picked, setPicked] = useState(0)
  const [hovered, setHovered] = useState<number>()
  const list = useRef<HTMLDivElement>(null)
  const count = Math.min(tokens.length, most)
  const active = Math.min(picked, count - 1)
  const shown = hovered !== undefined && hovered < count ? hovered : active
  const onKeyDown = (event: KeyboardEvent) => {
    const next = list.current && stepFrom(list.current, active, count, event.key)
    if (next === undefined || next === null) return
    event.preventDefault()
    setPicked(next)
    setHovered(undefined)
    list.current?.querySelector(`[data-at="${next}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const starts = Array.from({ length: Math.ceil(count / pieceSize) }, (_, at) => at * pieceSize)
  return (
    <>
      <div
        ref={list}
        role="listbox"
        aria-label="Tokens"
        tabIndex={0}
        aria-activedescendant={`token-${active}`}
        onKeyDown={onKeyDown}
        onPointerOver={({ target }) => setHovered(placeOf(target))}
        onPointerLeave={() => setHovered(undefined)}
        onClick={({ target }) => setPicked(placeOf(target) ?? active)}
        className="group/tokens mt-2 max-h-[40vh] overflow-y-auto rounded-[6px] border border-line bg-surface px-2 py-1.5 font-mono text-[13px]/6 wrap-anywhere whitespace-pre-wrap"
      >
        {starts.map((from) => (
          <Piece
            key={from}
            tokens={tokens.slice(from, Math.min(count, from + pieceSize))}
            from={from}
            active={active >= from && active < from + pieceSize ? active - from : -1}
          />
        ))}
      </div>
      {count < tokens.length && (
        <p className="mt-1.5 flex items-center gap-2 text-small text-ink-2">
          The first {count.toLocaleString('en')} are drawn.
          <Button onClick={() => setMost(most + drawnAtOnce)}>Draw more</Button>
        </p>
      )}
      <Detail token={tokens[shown]} at={shown} count={tokens.length} />
    </>
  )
}

interface PieceProps {
  tokens: readonly SplitToken[]
  from: number
  active: number
}

const Piece = memo(
  function Piece({ tokens, from, active }: PieceProps) {
    return tokens.map((token, index) => (
      <span
        key={from + index}
        id={`token-${from + index}`}
        role="option"
        aria-selected={index === active}
        aria-label={index === active ? wordsOf(token) : undefined}
        data-at={from + index}
        className={`rounded-[2px] py-0.5 ${(from + index) % 2 === 0 ? 'bg-sunken' : 'bg-line'} ${token.partOf === undefined ? '' : 'text-[11px] underline decoration-dotted'} ${index === active ? 'group-focus-visible/tokens:outline-2 outline-accent' : ''}`}
      >
        {drawn(token)}
        <wbr />
      </span>
    ))
  },
  (one, other) =>
    one.active === other.active &&
    one.from === other.from &&
    one.tokens.length === other.tokens.length &&
    one.tokens.every(({ id }, at) => id === other.tokens[at]?.id),
)

/** A line break is drawn as its sign, and breaks the line as well. */
function drawn({ text }: SplitToken): string {
  return visibleToken(text).replaceAll('↵', '↵\n')
}

function Detail({
  token,
  at,
  count,
}: {
  token: SplitToken | undefined
  at: number
  count: number
}) {
  if (!token) return null
  return (
    <p data-token-detail className="mt-2 flex flex-wrap gap-x-3 text-small">
      <span className="font-mono wrap-anywhere">
        {visibleToken(token.text)} <span className="text-ink-3">id</span> {token.id}
      </span>
      {token.partOf !== undefined && (
        <span className="text-ink-2">part of {nameOfWhole(token)}, which is several tokens</span>
      )}
      <span className="ml-auto text-ink-3">
        {(at + 1).toLocaleString('en')} of {count.toLocaleString('en')}
      </span>
    </p>
  )
}

function wordsOf(token: SplitToken): string {
  const part = token.partOf === undefined ? '' : `, part of ${nameOfWhole(token)}`
  return `${visibleToken(token.text)}, id ${token.id}${part}`
}

function nameOfWhole({ partOf }: SplitToken): string {
  return partOf ? `“${visibleToken(partOf)}”` : 'a character'
}

function placeOf(target: EventTarget): number | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
  return element ? Number(element.dataset.at) : undefined
}
