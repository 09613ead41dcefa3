'use client'

import { useEffect, useRef, type RefObject } from 'react'
import { onThemeChange } from '#components/ui/theme-colours.ts'
import { readPalette, type Palette } from './palette.ts'

/** What a drawing is made on; all lengths are device pixels. */
export interface Sheet {
  context: CanvasRenderingContext2D
  width: number
  height: number
  /** Device pixels for each CSS pixel. */
  ratio: number
  palette: Palette
}

/**
 * A canvas that `draw` is called for after every render, resize and change of theme, at most once a
 * frame, with the sheet cleared.
 */
export function useCanvas(draw: (sheet: Sheet) => void): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null)
  const latest = useRef(draw)
  const request = useRef<() => void>(undefined)
  useEffect(() => {
    latest.current = draw
    request.current?.()
  })
  useEffect(() => {
    const element = canvas.current
    if (!element) return undefined
    const drawing = drawOn(element, (sheet) => latest.current(sheet))
    request.current = drawing.request
    drawing.request()
    return drawing.stop
  }, [])
  return canvas
}

/** Keeps one canvas drawn; the palette is read when the theme changes, not for every frame. */
function drawOn(canvas: HTMLCanvasElement, draw: (sheet: Sheet) => void) {
  const context = canvas.getContext('2d')
  let palette: Palette | undefined
  let frame = 0
  const paint = () => {
    frame = 0
    const ratio = devicePixelRatio
    const { width, height } = fit(canvas, ratio)
    if (!context || width === 0) return
    palette ??= readPalette(canvas.parentElement ?? document.body)
    context.clearRect(0, 0, width, height)
    draw({ context, width, height, ratio, palette })
  }
  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(paint)
  }
  const resize = new ResizeObserver(request)
  resize.observe(canvas)
  const resolution = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
  resolution.addEventListener('change', request)
  const stopTheme = onThemeChange(() => {
    palette = undefined
    request()
  })
  const stop = () => {
    cancelAnimationFrame(frame)
    resize.disconnect()
    resolution.removeEventListener('change', request)
    stopTheme()
  }
  return { request, stop }
}

/** Gives the canvas as many pixels as it covers on the screen. */
function fit(canvas: HTMLCanvasElement, ratio: number): { width: number; height: number } {
  const width = Math.round(canvas.clientWidth * ratio)
  const height = Math.round(canvas.clientHeight * ratio)
  // Setting a size clears the canvas, even to the same.
  if (canvas.width !== width) canvas.setAttribute('width', String(width))
  if (canvas.height !== height) canvas.setAttribute('height', String(height))
  return { width, height }
}
