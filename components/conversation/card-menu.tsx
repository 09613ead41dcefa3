'use client'

import { useState } from 'react'
import { asPlainText } from '#lib/request/card-edits.ts'
import { announce } from '#components/ui/announcer.tsx'
import type { OpenMenu } from '#components/ui/menu-button.tsx'
import { Menu, type MenuItem } from '#components/ui/menu.tsx'
import { lastFieldOf } from './attend.ts'
import { LargeText } from './large-text.tsx'
import { callTemplate } from './calls-part.tsx'
import type { CardProps } from './card-props.ts'
import { AddPartMenu } from './parts/add-part-menu.tsx'
import { mergeWithNext, reasonAgainstMerge, splitAt } from './split-merge.ts'
import { newKey } from './use-messages.ts'

/** The rarer things that can be done with a message; on a phone all of them. */
export function CardMenu(props: OpenMenu & CardProps) {
  const { card, name, index, messages, anchor, onClose } = props
  const [shown, setShown] = useState<'menu' | 'add' | 'text'>('menu')
  if (shown === 'add') return <AddPartMenu {...props} />
  if (shown === 'text') {
    return (
      <LargeText
        title={`Text of ${name}`}
        value={card.content}
        onChange={(content) => messages.edit(index, { content })}
        onClose={onClose}
      />
    )
  }
  const groups = [
    phoneItems(props, () => setShown('add')),
    [...viewItems(props, () => setShown('text')), ...contentItems(props)],
    wholeItems(props),
  ]
  return <Menu label={`More for ${name}`} groups={groups} anchor={anchor} onClose={onClose} />
}

/** What wider pages have buttons for. */
function phoneItems(
  { card, index, count, messages }: CardProps,
  onAdd: () => void,
): readonly MenuItem[] {
  const move = (title: string, step: 1 | -1): MenuItem => ({
    title,
    only: 'phone',
    reason: messages.cards[index + step] ? undefined : edgeWords(step, count),
    onSelect: () => messages.move(index, step),
  })
  const add: MenuItem = { title: 'Add a part …', only: 'phone', opens: true, onSelect: onAdd }
  const remove = () => messages.remove(index)
  return [
    ...(card.role === 'user' && card.parts === undefined ? [add] : []),
    move('Move up', -1),
    move('Move down', 1),
    { title: 'Delete', only: 'phone', onSelect: remove },
  ]
}

function edgeWords(step: 1 | -1, count: number): string {
  if (count === 1) return 'It is the only message.'
  return step === -1 ? 'It is the first message.' : 'It is the last message.'
}

function viewItems({ card, fold, onFold }: CardProps, onLarge: () => void): readonly MenuItem[] {
  const collapse = { title: 'Collapse', onSelect: () => onFold(true) }
  const expand = { title: 'Expand', onSelect: () => onFold(false) }
  // A message that nobody folded or opened is one line on a phone, and open elsewhere.
  const open: MenuItem[] = fold === false ? [collapse] : [expand]
  const both: MenuItem[] = [
    { ...expand, only: 'phone' },
    { ...collapse, only: 'wide' },
  ]
  const large: MenuItem = { title: 'Open large', opens: true, onSelect: onLarge }
  return [...(card.parts === undefined ? [large] : []), ...(fold === undefined ? both : open)]
}

function contentItems({ card, index, messages }: CardProps): readonly MenuItem[] {
  const plain = asPlainText(card)
  const addCalls = () => messages.edit(index, { toolCalls: callTemplate })
  return [
    ...(plain
      ? [{ title: 'Turn into plain text', onSelect: () => messages.change(index, plain) }]
      : []),
    ...(card.role === 'assistant' && card.toolCalls === undefined
      ? [{ title: 'Add tool calls', onSelect: addCalls }]
      : []),
  ]
}

function wholeItems(props: CardProps): readonly MenuItem[] {
  const { card, name, index, messages } = props
  const field = lastFieldOf(card)
  return [
    {
      title: 'Duplicate',
      onSelect: () => {
        messages.replace(index + 1, 0, [{ ...card, key: newKey() }])
        announce(`${name} was duplicated.`)
      },
    },
    {
      title: 'Split at the cursor',
      hint: 'Alt Shift ↵',
      reason: field ? undefined : 'Put the cursor into its text first.',
      onSelect: () => field && splitAt(field, props),
    },
    {
      title: 'Merge with the next',
      reason: reasonAgainstMerge(props),
      onSelect: () => mergeWithNext(props),
    },
  ]
}
