'use client'

import type { Problem } from '#lib/parameters/problems.ts'
import type { OpenMenu } from '#components/ui/menu-button.tsx'
import { CardExtras } from './card-extras.tsx'
import { CardMenu } from './card-menu.tsx'
import type { CardProps } from './card-props.ts'
import { FoldedCard } from './folded-card.tsx'
import { HeadMenu } from './head-menu.tsx'
import { AddPartMenu } from './parts/add-part-menu.tsx'
import { SizeNote } from './size-note.tsx'
import type { Folds } from './use-folds.ts'

export { attend } from './attend.ts'

type LaterProps =
  | ({ what: 'extras'; problems: readonly Problem[] } & CardProps)
  | ({ what: 'line' } & CardProps)
  | ({ what: 'add menu' } & CardProps & OpenMenu)
  | ({ what: 'card menu' } & CardProps & OpenMenu)
  | ({ what: 'head menu'; keys: readonly string[]; folds: Folds } & OpenMenu)
  | { what: 'size' }

/**
 * What a conversation of plain text does without, until one turns to it: it is loaded as one piece, since
 * each further piece costs the first load its name.
 */
export function Later(props: LaterProps) {
  switch (props.what) {
    case 'extras':
      return <CardExtras {...props} />
    case 'line':
      return <FoldedCard {...props} />
    case 'add menu':
      return <AddPartMenu {...props} />
    case 'card menu':
      return <CardMenu {...props} />
    case 'head menu':
      return <HeadMenu {...props} />
    case 'size':
      return <SizeNote />
  }
}
