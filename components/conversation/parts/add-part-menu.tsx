'use client'

import { textPart, withParts } from '#lib/request/card-edits.ts'
import { chooseFiles } from '#components/ui/choose-files.ts'
import type { OpenMenu } from '#components/ui/menu-button.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { addFiles } from '../files/add-files.ts'
import { accepted, type FileKind } from '../files/part-of-file.ts'
import type { CardProps } from '../card-props.ts'
import { focusNewPart } from './focus-part.ts'

type Props = OpenMenu & Pick<CardProps, 'card' | 'name' | 'messages' | 'onFold'>

/** The kinds of parts that can be added to a message. */
export function AddPartMenu({ anchor, onClose, ...props }: Props) {
  const { card, name, messages, onFold } = props
  const add = (part: unknown) => {
    focusNewPart(card)
    // One that is a line would hide it.
    onFold(false)
    messages.update(card.key, (now) => withParts(now, [part]))
  }
  const fromFiles = (kind: FileKind) => {
    void chooseFiles(accepted[kind], true).then((files) => {
      if (files.length > 0) onFold(false)
      return addFiles(files, props, kind)
    })
  }
  const groups = [
    [{ title: 'Text', hint: 'text', onSelect: () => add(textPart('')) }],
    [
      { title: 'Image from a file …', hint: 'image_url', onSelect: () => fromFiles('image') },
      {
        title: 'Image by its address',
        hint: 'image_url',
        onSelect: () => add({ type: 'image_url', image_url: { url: 'https://' } }),
      },
    ],
    [
      { title: 'File …', hint: 'file', onSelect: () => fromFiles('file') },
      {
        title: 'File by its id',
        hint: 'file',
        onSelect: () => add({ type: 'file', file: { file_id: '' } }),
      },
      { title: 'Audio …', hint: 'input_audio', onSelect: () => fromFiles('audio') },
    ],
  ]
  return <Menu label={`Add to ${name}`} groups={groups} anchor={anchor} onClose={onClose} />
}
