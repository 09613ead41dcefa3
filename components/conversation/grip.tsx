'use client'

import { Icon } from '#components/ui/icon.tsx'
import type { CardProps } from './card-props.ts'

/** Where a message is taken hold of to drag it. Keys and buttons do the same, so it is silent. */
export function Grip(props: CardProps) {
  return (
    <div className="absolute inset-y-0 -left-5 w-5 max-md:-left-4">
      <span
        aria-hidden
        data-grip={props.index}
        title="Drag to move"
        onPointerDown={(event) => {
          if (event.button !== 0) return
          // Selects no text on the way; and what is under the pointer hears of nothing meanwhile.
          event.preventDefault()
          const { currentTarget, pointerId, clientY } = event
          currentTarget.setPointerCapture(pointerId)
          void import('./later.ts').then((one) =>
            one.dragCard(currentTarget, pointerId, clientY, props),
          )
        }}
        className="reveal grid h-full max-h-9 w-full cursor-grab touch-none place-items-center text-ink-3 hover:text-ink"
      >
        <Icon name="grip" size={14} />
      </span>
    </div>
  )
}
