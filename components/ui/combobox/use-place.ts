'use client'

import { useLayoutEffect, useState, type RefObject } from 'react'
import { placeAt, type Place } from './place.ts'

/** Where the list of an open combobox goes; follows scrolling, resizing and a phone's keyboard. */
export function usePlace(field: RefObject<HTMLElement | null>, open: boolean): Place | undefined {
  const [place, setPlace] = useState<Place>()
  useLayoutEffect(() => {
    if (!open) return
    const view = window.visualViewport
    const update = () => {
      const box = field.current?.getBoundingClientRect()
      const { innerWidth, innerHeight } = window
      const seen = { width: view?.width ?? innerWidth, height: view?.height ?? innerHeight }
      if (box) setPlace(placeAt(box, seen, innerHeight))
    }
    update()
    window.addEventListener('scroll', update, { capture: true, passive: true })
    window.addEventListener('resize', update)
    view?.addEventListener('resize', update)
    return () => {
      window.removeEventListener('scroll', update, { capture: true })
      window.removeEventListener('resize', update)
      view?.removeEventListener('resize', update)
    }
  }, [field, open])
  return open ? place : undefined
}
