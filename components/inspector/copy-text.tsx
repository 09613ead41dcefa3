'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { copyAll } from '#components/ui/big-text/copy-all.ts'
import { TextPieces } from '#components/ui/big-text/text-pieces.ts'

/** From this many characters on the button says how many were copied. */
const long = 100_000

/** Copies a text, made when it is wanted, and says on the button what came of it. */
export function CopyText({
  label,
  text,
}: {
  label: string
  text: string | TextPieces | (() => string)
}) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    const whole = piecesOf(text)
    const length = whole.grow()
    try {
      // A very long text takes the browser seconds.
      if (length >= long) setSaid('Copying…')
      await copyAll(whole)
      setSaid(length < long ? 'Copied' : `Copied ${length.toLocaleString('en')} characters`)
    } catch {
      setSaid('The browser did not allow copying')
    }
  }
  return (
    <Button icon="copy" onClick={() => void copy()} onBlur={() => afterRelease(() => setSaid(''))}>
      <span aria-live="polite">{said || label}</span>
    </Button>
  )
}

/** A button that shrinks under a press would move its neighbours away from the pointer. */
function afterRelease(act: () => void): void {
  const done = new AbortController()
  for (const kind of ['pointerup', 'keyup'] as const) {
    const released = () => {
      done.abort()
      act()
    }
    addEventListener(kind, released, { signal: done.signal })
  }
}

function piecesOf(text: string | TextPieces | (() => string)): TextPieces {
  if (text instanceof TextPieces) return text
  return new TextPieces([typeof text === 'string' ? text : text()])
}
