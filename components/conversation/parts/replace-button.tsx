'use client'

import { chooseFiles } from '#components/ui/choose-files.ts'
import { notify } from '#components/shell/notice.tsx'
import { accepted, partOfFile, type FileKind } from '../files/part-of-file.ts'

/** Puts another file in the place of a part's data; `title` says it where there is none yet. */
export function ReplaceButton({
  kind,
  name,
  title = 'Replace …',
  onPart,
}: {
  kind: FileKind
  name: string
  title?: string
  /** Given a whole part of this kind, made from the file. */
  onPart(part: Record<string, unknown>): void
}) {
  const replace = async () => {
    const [file] = await chooseFiles(accepted[kind], false)
    if (!file) return
    const made = await partOfFile(file, kind)
    if (made.ok) onPart(made.value.part)
    else notify({ text: `Not replaced. ${file.name}: ${made.error}` })
  }
  return (
    <button
      type="button"
      aria-label={`${title.replace(' …', '')} ${name}`}
      onClick={() => void replace()}
      className="flex-none text-accent hover:underline"
    >
      {title}
    </button>
  )
}
