'use client'

import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import type { OpenMenu } from './menu-button.tsx'

/** One thing that a menu does. */
export interface MenuItem {
  title: string
  /** Keys that do the same, or a word beside the title. */
  hint?: string | undefined
  /** Why it cannot be done now; it is then shown, and does nothing. */
  reason?: string | undefined
  /** Only on a phone, where wider pages have a button for it, or only on wider pages. */
  only?: 'phone' | 'wide'
  /** Whether something takes the menu's place, which then closes it. */
  opens?: boolean
  onSelect(): void
}

const shownOn = { phone: 'md:hidden', wide: 'max-md:hidden' } as const

const gap = 4
const margin = 8

/**
 * A menu under (or over) the button that opened it, in the top layer. Arrow keys, Home, End and first
 * letters move; Escape, Tab and a press elsewhere close it. The button has the focus when an item acts.
 */
export function Menu({
  label,
  groups,
  anchor,
  onClose,
}: OpenMenu & { label: string; groups: readonly (readonly MenuItem[])[] }) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  usePlace(box, anchor)
  useCloseOutside(box, anchor, onClose)
  const close = () => {
    anchor.focus()
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Nothing around the menu, nor the page itself, has a say in its keys.
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      event.nativeEvent.stopImmediatePropagation()
      close()
    } else if (event.key === 'Tab') close()
    else if (moveFocus(box.current, event)) event.preventDefault()
  }
  return (
    <div
      ref={box}
      popover="manual"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="fixed inset-auto m-0 max-h-[calc(100dvh-16px)] w-64 max-w-[calc(100vw-16px)] overflow-y-auto rounded-[8px] border border-line-2 bg-raised p-1 text-ink shadow-float"
    >
      {groups.map((items, group) => (
        <div
          key={items[0]?.title ?? group}
          role="group"
          className={`border-line py-0.5 not-first:border-t ${items.every(({ only }) => only === 'phone') ? 'border-b md:hidden' : ''}`}
        >
          {items.map((item, at) => (
            <Item
              key={item.title}
              item={item}
              id={`${id}-${group}-${at}`}
              onChoose={() => {
                anchor.focus()
                if (!item.opens) onClose()
                item.onSelect()
              }}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

function Item({ item, id, onChoose }: { item: MenuItem; id: string; onChoose(): void }) {
  const { title, hint, reason, only } = item
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={reason !== undefined}
      aria-label={title}
      aria-describedby={(reason ?? hint) === undefined ? undefined : id}
      onClick={() => reason === undefined && onChoose()}
      className={`flex min-h-8 w-full flex-wrap items-baseline gap-x-3 rounded-[6px] px-2.5 py-1.5 text-left outline-offset-[-2px] hover:bg-hover focus:bg-hover aria-disabled:cursor-default aria-disabled:text-ink-3 max-md:min-h-10 ${only === undefined ? '' : shownOn[only]}`}
    >
      <span className="flex-1">{title}</span>
      <span
        id={id}
        className={reason === undefined ? 'flex-none text-small text-ink-3' : 'w-full text-small'}
      >
        {reason ?? hint}
      </span>
    </button>
  )
}

/** Opens the menu beside its button, where there is more room, and moves the focus to its first item. */
function usePlace(box: RefObject<HTMLDivElement | null>, anchor: HTMLElement): void {
  useLayoutEffect(() => {
    const menu = box.current
    if (!menu) return
    menu.showPopover()
    const button = anchor.getBoundingClientRect()
    const { width, height } = menu.getBoundingClientRect()
    const isRight = button.left + button.right > innerWidth
    const left = isRight ? Math.min(button.right, innerWidth - margin) - width : button.left
    const below = button.bottom + gap
    const fits = below + height <= innerHeight - margin
    const top = fits ? below : button.top - gap - height
    menu.style.setProperty('left', `${Math.max(margin, left)}px`)
    menu.style.setProperty('top', `${Math.max(margin, top)}px`)
    itemsIn(menu)[0]?.focus({ preventScroll: true })
  }, [box, anchor])
}

function useCloseOutside(
  box: RefObject<HTMLDivElement | null>,
  anchor: HTMLElement,
  onClose: () => void,
): void {
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  })
  useEffect(() => {
    const isInside = ({ target }: Event) =>
      target instanceof Node && (box.current?.contains(target) || anchor.contains(target))
    const onEvent = (event: Event) => !isInside(event) && latest.current()
    const onResize = () => latest.current()
    document.addEventListener('pointerdown', onEvent, true)
    document.addEventListener('scroll', onEvent, true)
    window.addEventListener('resize', onResize)
    return () => {
      document.removeEventListener('pointerdown', onEvent, true)
      document.removeEventListener('scroll', onEvent, true)
      window.removeEventListener('resize', onResize)
    }
  }, [box, anchor])
}

function itemsIn(menu: HTMLElement): HTMLElement[] {
  const all = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')]
  return all.filter((item) => item.offsetParent !== null || item.getClientRects().length > 0)
}

/** Says whether the key was one that moves. */
function moveFocus(menu: HTMLElement | null, { key }: KeyboardEvent): boolean {
  const items = menu ? itemsIn(menu) : []
  const at = items.findIndex((item) => item === document.activeElement)
  const next = targetOf(key, at, items)
  next?.focus()
  return next !== undefined
}

function targetOf(key: string, at: number, items: readonly HTMLElement[]) {
  if (key === 'ArrowDown') return items[(at + 1) % items.length]
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)]
  return after.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()))
}
