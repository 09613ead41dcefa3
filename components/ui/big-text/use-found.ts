'use client'

import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type RefObject,
} from 'react'
import { TextSearch } from './text-search.ts'
import type { TextPieces } from './text-pieces.ts'

/** A search of a text, with the current match brought into view. */
export function useFound(
  text: TextPieces,
  length: number,
  scroller: RefObject<HTMLElement | null>,
  jump: (offset: number) => void,
) {
  const [search] = useState(() => new TextSearch(text))
  const state = useSyncExternalStore(search.subscribe, search.state, search.state)
  const seen = useRef(0)

  useEffect(() => () => search.leave(), [search])
  useEffect(() => {
    if (length > 0) search.goOn()
  }, [search, length])
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box || seen.current === state.visits) return
    // Drawn only after the window has moved to it: then once more.
    if (bringIntoView(box)) seen.current = state.visits
    else jump(state.starts[state.current] ?? 0)
  })

  return { search, state }
}

/** Scrolls to the current match, unless it is well in view. Says whether it is in the page. */
function bringIntoView(box: HTMLElement): boolean {
  const mark = box.querySelector('mark[data-current]')?.getBoundingClientRect()
  if (!mark) return false
  const { top, bottom, height } = box.getBoundingClientRect()
  if (mark.top < top || mark.bottom > bottom) box.scrollBy(0, mark.top - top - height / 3)
  return true
}
