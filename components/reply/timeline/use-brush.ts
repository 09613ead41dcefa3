'use client'

import { useRef, useState, type PointerEvent } from 'react'
import { tokensUnder } from './geometry.ts'
import type { ReplySeries } from './series.ts'

/** How far a press has to move before it is a drag, in CSS pixels. */
const slack = 3

/**
 * A pointer over a timeline: `hovered` is the 0-based token under it, a click selects it, and a drag
 * scrolls to what it passes.
 */
export function useBrush(
  series: ReplySeries,
  onSelect: (token: number) => void,
  onScrollTo: (token: number) => void,
) {
  const [hovered, setHovered] = useState<number>()
  const press = useRef<{ x: number; dragged: boolean }>(undefined)
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    press.current = { x: event.clientX, dragged: false }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    const token = tokenUnder(event, series)
    setHovered(token)
    const pressed = press.current
    if (!pressed || token === undefined) return
    pressed.dragged ||= Math.abs(event.clientX - pressed.x) > slack
    if (pressed.dragged) onScrollTo(token)
  }
  const onPointerUp = (event: PointerEvent) => {
    const token = tokenUnder(event, series)
    const clicked = press.current?.dragged === false
    press.current = undefined
    if (clicked && token !== undefined) onSelect(token)
  }
  const onPointerCancel = () => {
    press.current = undefined
    setHovered(undefined)
  }
  const onPointerLeave = () => setHovered(undefined)
  const handlers = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onPointerLeave }
  return { hovered, handlers }
}

/** Of several tokens on one pixel the least likely, which is the one that is drawn. */
function tokenUnder(event: PointerEvent, series: ReplySeries): number | undefined {
  if (series.length === 0) return undefined
  const { left, width } = event.currentTarget.getBoundingClientRect()
  const { from, to } = tokensUnder(event.clientX - left, series.length, width)
  const least = series.logprobs.least(from, to)
  for (let token = from; token < to; token += 1)
    if (series.tokens.logprob(token) === least) return token
  return from
}
