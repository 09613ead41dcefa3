'use client'

import { useEffect, useState } from 'react'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { openFile } from './open-file.ts'

/** A file that is dragged over the page is opened where it is let go; text fields keep their own drops. */
export function FileDrop() {
  const form = useParameterForm()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      // A message under it may take it.
      setOver(!event.defaultPrevented)
      // Or the browser would leave the page for the file.
      event.preventDefault()
    }
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = (event: DragEvent) => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      // A panel may have taken it.
      if (!file || event.defaultPrevented) return
      event.preventDefault()
      void openFile(form, file)
    }
    const listeners = { dragover: onOver, dragleave: onLeave, drop: onDrop }
    for (const [type, listener] of Object.entries(listeners)) {
      document.addEventListener(type, listener as EventListener)
    }
    return () => {
      for (const [type, listener] of Object.entries(listeners)) {
        document.removeEventListener(type, listener as EventListener)
      }
    }
  }, [form])
  if (!isOver) return null
  return (
    <div className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-[12px] border-2 border-dashed border-accent bg-accent-soft/90">
      <p className="flex items-center gap-2 text-title font-semibold text-accent">
        <Icon name="down" /> Drop the file to open it. Nothing is applied before you say so.
      </p>
    </div>
  )
}
