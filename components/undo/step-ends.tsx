'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { endStep } from './undo-store.ts'

/**
 * Lets every press in it be a step of Undo by itself: a button, a tick, a choice, a key that moves or
 * adds. What is typed in one field goes on as one step until it pauses or the field is left.
 */
export function StepEnds({ children }: { children: ReactNode }) {
  return (
    <div
      role="presentation"
      onClickCapture={endStep}
      onClick={endStep}
      onChangeCapture={({ target }) => isChosen(target) && endStep()}
      onChange={({ target }) => isChosen(target) && endStep()}
      onKeyDownCapture={(event) => isPress(event) && endStep()}
      onKeyDown={(event) => isPress(event) && endStep()}
      onBlurCapture={endStep}
      onBlur={endStep}
    >
      {children}
    </div>
  )
}

function isPress({ key, altKey }: KeyboardEvent): boolean {
  return altKey || key === 'Enter'
}

/** What is chosen rather than typed. */
function isChosen(target: EventTarget): boolean {
  return target instanceof Element && target.matches('select, input[type=checkbox]')
}
