import { withParts } from '#lib/request/card-edits.ts'
import { notify } from '#components/shell/notice.tsx'
import { announce } from '#components/ui/announcer.tsx'
import type { CardProps } from '../card-props.ts'
import { keepFocus } from '../parts/focus-part.ts'
import { bytesText } from './bytes-text.ts'
import { kindOf, partOfFile, type FileKind, type FilePart } from './part-of-file.ts'

/** Adds files to a message as parts, in their order. What cannot be added is named, with the reason. */
export async function addFiles(
  files: readonly File[],
  { card, name, messages }: Pick<CardProps, 'card' | 'name' | 'messages'>,
  kind?: FileKind,
): Promise<void> {
  if (files.length === 0) return
  const read = await Promise.all(files.map((file) => partOfFile(file, kind ?? kindOf(file))))
  const made = read.flatMap((one) => (one.ok ? [one.value] : []))
  const faults = read.flatMap((one, at) => (one.ok ? [] : [`${files[at]?.name}: ${one.error}`]))
  if (made.length > 0) {
    keepFocus(card)
    messages.update(card.key, (now) =>
      withParts(
        now,
        made.map(({ part }) => part),
      ),
    )
    announce(made.map((one) => wordsFor(one, name)).join(' '))
  }
  if (faults.length > 0) notify({ text: `Not added. ${faults.join(' ')}` })
}

function wordsFor({ bytes, change }: FilePart, name: string): string {
  return `Added to ${name}: ${bytesText(bytes)} in the request${change ? `, ${change}` : ''}.`
}
