import { boxesOf } from './boxes-of.ts'
import type { PagePlace } from './place-of.ts'

/** Selects a match where it is written and scrolls it into view; the focus stays where it is. */
export function goTo(place: PagePlace): void {
  if (place.kind === 'message') return place.element.scrollIntoView({ block: 'nearest' })
  if (place.kind === 'editor') return goInEditor(place)
  const { box, from, to } = place
  box.setSelectionRange(from, to)
  const [first] = boxesOf(box, from, to)
  if (first) scrollInside(box, first)
  box.scrollIntoView({ block: 'nearest' })
}

/** Moves the focus to a match, which is selected there; without one to where it was before. */
export function focusAt(place: PagePlace | undefined, before: Element | null): void {
  if (place?.kind === 'editor') return place.view.focus()
  if (place?.kind === 'box') {
    place.box.focus({ preventScroll: true })
    place.box.setSelectionRange(place.from, place.to)
  } else if (before instanceof HTMLElement) before.focus()
}

function goInEditor({ view, from, to }: Extract<PagePlace, { kind: 'editor' }>): void {
  view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true })
  view.dom.scrollIntoView({ block: 'nearest' })
}

/** Scrolls a text box so that a place of its text is in view, in its middle where it was not. */
function scrollInside(
  box: HTMLTextAreaElement,
  { left, top, height }: { left: number; top: number; height: number },
): void {
  if (top < box.scrollTop || top + height > box.scrollTop + box.clientHeight) {
    box.scrollTop = top - box.clientHeight / 2
  }
  if (left < box.scrollLeft || left > box.scrollLeft + box.clientWidth) {
    box.scrollLeft = left - box.clientWidth / 2
  }
}
