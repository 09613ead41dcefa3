'use client'

import { lazy, type RefObject } from 'react'
import { CardCount } from '#components/tokenizer/count.tsx'
import { IconButton } from '#components/ui/button.tsx'
import { MenuButton } from '#components/ui/menu-button.tsx'
import type { CardProps } from './card-props.ts'

const CardMenu = lazy(async () => ({ default: (await import('./later.ts')).CardMenu }))
const AddPartMenu = lazy(async () => ({
  default: (await import('./later.ts')).AddPartMenu,
}))

/** What can be done with a message as a whole: the rarer things are in a menu. */
export function CardTools({
  written,
  ...props
}: CardProps & { written: RefObject<HTMLTextAreaElement | null> }) {
  const { card, name, index, count, messages } = props
  return (
    <div className="relative flex items-start gap-0.5 p-1.5 max-md:p-0.5">
      {card.role === 'user' && card.parts === undefined && (
        <MenuButton icon="plus" label={`Add a part to ${name}`} className={wide}>
          {(menu) => <AddPartMenu {...menu} {...props} />}
        </MenuButton>
      )}
      <IconButton
        icon="up"
        label={`Move ${name} up`}
        className={wide}
        disabled={index === 0}
        onClick={() => messages.move(index, -1)}
      />
      <IconButton
        icon="down"
        label={`Move ${name} down`}
        className={wide}
        disabled={index === count - 1}
        onClick={() => messages.move(index, 1)}
      />
      <IconButton
        icon="trash"
        label={`Delete ${name}`}
        className={wide}
        onClick={() => messages.remove(index)}
      />
      <MenuButton label={`More for ${name}`} className="reveal">
        {(menu) => <CardMenu {...menu} {...props} written={written} />}
      </MenuButton>
      <CardCount card={card} name={name} />
    </div>
  )
}

/** A phone has these in the menu. */
const wide = 'reveal max-md:hidden'
