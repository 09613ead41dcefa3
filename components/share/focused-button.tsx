'use client'

import { useEffect, useRef, type ComponentProps } from 'react'
import { Button } from '#components/ui/button.tsx'

/** A button that has the focus from when it appears in a dialog, so that Enter presses it. */
export function FocusedButton(props: ComponentProps<typeof Button>) {
  const button = useRef<HTMLButtonElement>(null)
  // A dialog gives the focus to its first control when it opens, so this comes after.
  useEffect(() => button.current?.focus({ preventScroll: true }), [])
  return <Button ref={button} {...props} />
}
