'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { CardProps } from '../card-props.ts'
import { AddPartMenu } from './add-part-menu.tsx'

/** The button at the end of the parts that adds one more. */
export function AddPartButton(props: CardProps) {
  const [anchor, setAnchor] = useState<HTMLElement>()
  return (
    <>
      <Button
        look="plain"
        icon="plus"
        aria-label={`Add a part to ${props.name}`}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={({ currentTarget }) => setAnchor(anchor ? undefined : currentTarget)}
      >
        Add part
      </Button>
      {anchor && <AddPartMenu {...props} anchor={anchor} onClose={() => setAnchor(undefined)} />}
    </>
  )
}
