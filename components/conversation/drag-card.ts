import { announce } from '#components/ui/announcer.tsx'
import type { Messages } from './use-messages.ts'

/** Pixels from an edge of the column within which it scrolls, and most pixels of one step. */
const edge = 48
const fastest = 14

interface Drag {
  name: string
  /** Where the card is, 0-based, and how many there are. */
  index: number
  count: number
  messages: Messages
  list: HTMLElement
  scroller: HTMLElement
  line: HTMLElement
  /** Where the pointer is, in pixels from the top of the window. */
  y: number
  /** The gap that the card would go into: 0 before the first, up to the count. */
  gap: number
}

/**
 * Drags a message by its grip until it is let go, Escape is pressed or the system takes the pointer away.
 * The message moves only when it is let go at another place.
 */
export function dragCard(grip: HTMLElement, down: PointerEvent, messages: Messages): void {
  const { pointerId, clientY: y } = down
  const item = grip.closest('li')
  const list = item?.parentElement
  const index = Number(item?.dataset.message)
  const card = messages.now()[index]
  if (!item || !list || !card || !capture(grip, pointerId)) return
  // Selects no text on the way.
  down.preventDefault()
  const name = `${card.role} message ${index + 1}`
  const count = list.children.length
  const scroller = scrollerOf(list)
  const drag = { name, index, count, messages, list, scroller, line: newLine(), y, gap: index }
  item.style.opacity = '0.5'
  announce(`Moving ${name}. Let go to drop it, Escape cancels.`)
  const stop = new AbortController()
  const frame = scrolling(drag, stop.signal)
  const end = (isDropped: boolean) => {
    stop.abort()
    cancelAnimationFrame(frame.id)
    item.style.opacity = ''
    drag.line.remove()
    finish(drag, isDropped)
  }
  const on = { signal: stop.signal, capture: true }
  grip.addEventListener('pointermove', (event) => follow(drag, event.clientY), on)
  grip.addEventListener('pointerup', () => end(true), on)
  grip.addEventListener('pointercancel', () => end(false), on)
  grip.addEventListener('lostpointercapture', () => end(false), on)
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      // It cancels this, and does not stop a run.
      event.preventDefault()
      event.stopImmediatePropagation()
      end(false)
      grip.releasePointerCapture(pointerId)
    },
    on,
  )
}

/** It may have been let go while this was being loaded. */
function capture(grip: HTMLElement, pointerId: number): boolean {
  try {
    grip.setPointerCapture(pointerId)
    return true
  } catch {
    return false
  }
}

function finish({ name, index, count, gap, messages }: Drag, isDropped: boolean): void {
  const to = isDropped ? placeOf(index, gap) : index
  if (to === index) return announce(`${name} stays where it was.`)
  messages.moveTo(index, to)
  announce(`${name} is now message ${to + 1} of ${count}.`)
}

/** Where a card that is taken out of `index` and put into a gap ends up; 0-based. */
function placeOf(index: number, gap: number): number {
  return gap > index ? gap - 1 : gap
}

function follow(drag: Drag, y: number): void {
  drag.y = y
  const cards = [...drag.list.children]
  const boxes = cards.map((one) => one.getBoundingClientRect())
  const gap = boxes.filter(({ top, height }) => y > top + height / 2).length
  draw(drag, boxes, gap)
  if (gap === drag.gap) return
  drag.gap = gap
  const to = placeOf(drag.index, gap)
  announce(to === drag.index ? 'Its own place.' : `Place ${to + 1} of ${drag.count}.`)
}

/** The line stands in the gap, and is not there where the card would stay. */
function draw({ line, index }: Drag, boxes: readonly DOMRect[], gap: number): void {
  const before = boxes[gap - 1]
  const after = boxes[gap]
  const box = before ?? after
  line.hidden = placeOf(index, gap) === index
  if (!box) return
  const middle = before && after ? (before.bottom + after.top) / 2 : undefined
  const y = middle ?? (before ? before.bottom + 2 : box.top - 2)
  Object.assign(line.style, { left: `${box.left}px`, width: `${box.width}px`, top: `${y - 1}px` })
}

/** Scrolls the column while the pointer is near one of its edges. */
function scrolling(drag: Drag, signal: AbortSignal): { id: number } {
  const frame = { id: 0 }
  const step = () => {
    if (signal.aborted) return
    const { top, bottom } = drag.scroller.getBoundingClientRect()
    const by = speed(drag.y - top) * -1 + speed(bottom - drag.y)
    if (by !== 0) {
      const before = drag.scroller.scrollTop
      drag.scroller.scrollTop += by
      if (drag.scroller.scrollTop !== before) follow(drag, drag.y)
    }
    frame.id = requestAnimationFrame(step)
  }
  frame.id = requestAnimationFrame(step)
  return frame
}

function speed(distance: number): number {
  return distance >= edge ? 0 : Math.min(fastest, Math.ceil(((edge - distance) / edge) * fastest))
}

function newLine(): HTMLElement {
  const line = document.createElement('div')
  line.dataset.dropLine = ''
  line.className =
    'pointer-events-none fixed z-50 h-0.5 rounded-full bg-accent forced-colors:bg-[Highlight]'
  line.hidden = true
  document.body.append(line)
  return line
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let one = element.parentElement; one; one = one.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one
  }
  return document.documentElement
}
