'use client'

import { CardCount } from '#components/tokenizer/count.tsx'
import { IconButton } from '#components/ui/button.tsx'
import { MenuButton } from '#components/ui/menu-button.tsx'
import type { CardProps } from './card-props.ts'
import { Later } from './load-later.ts'

/** What can be done with a message as a whole: the rarer things are in a menu. */
export function CardTools(props: CardProps) {
  const { card, name, index, count, messages } = props
  return (
    <div className="relative flex items-start gap-0.5 p-1.5 max-md:col-start-3 max-md:p-0.5">
      {card.role === 'user' && card.parts === undefined && (
        <MenuButton icon="plus" label={`Add a part to ${name}`} className={wide}>
          {(menu) => <Later what="add menu" {...menu} {...props} />}
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
        {(menu) => <Later what="card menu" {...menu} {...props} />}
      </MenuButton>
      <CardCount card={card} name={name} />
    </div>
  )
}

/** A phone has these in the menu. */
const wide = 'reveal max-md:hidden'
