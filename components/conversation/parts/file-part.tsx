'use client'

import { useId, type ReactNode } from 'react'
import { readDataUrl, typeName } from '#lib/request/data-url.ts'
import { TextBox } from '#components/ui/text-box.tsx'
import { bytesText } from '../files/bytes-text.ts'
import type { PartControls } from './part-controls.ts'
import { ReplaceButton } from './replace-button.tsx'

/** A file: its data with a name, or the id that it has at the provider. */
export function FilePart({ model, name, onSet }: PartControls<'file'>) {
  const { data, filename, id } = model
  const replace = ({ file }: Record<string, unknown>) => onSet(['file'], file)
  if (data === undefined) {
    return (
      <div className="px-1.5 pb-1">
        <Line title="file_id">
          <TextBox
            aria-label={`File id of ${name}`}
            value={id ?? ''}
            placeholder="file-…"
            className="h-6"
            onChange={(event) => onSet(['file', 'file_id'], event.target.value)}
          />
          <ReplaceButton kind="file" name={name} title="Choose a file …" onPart={replace} />
        </Line>
      </div>
    )
  }
  return (
    <div className="px-1.5 pb-1">
      <Line title="filename">
        <TextBox
          aria-label={`File name of ${name}`}
          value={filename ?? ''}
          className="h-6"
          onChange={(event) => onSet(['file', 'filename'], event.target.value || undefined)}
        />
        <ReplaceButton kind="file" name={name} onPart={replace} />
      </Line>
      <p className="pt-0.5">
        {typeName(readDataUrl(data)?.type ?? '')}, {bytesText(data.length)} in the request
        {id !== undefined && `, with the file_id ${id}`}
      </p>
    </div>
  )
}

function Line({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <div className="flex items-center gap-2">
      <span id={id} className="font-mono text-tiny text-ink-3">
        {title}
      </span>
      {children}
    </div>
  )
}
