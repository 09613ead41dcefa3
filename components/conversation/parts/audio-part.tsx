'use client'

import { Select } from '#components/ui/select.tsx'
import { bytesText } from '../files/bytes-text.ts'
import type { PartControls } from './part-controls.ts'
import { ReplaceButton } from './replace-button.tsx'

const formats = ['wav', 'mp3']

/** A sound: how large it is, and its format. */
export function AudioPart({ model, name, fault, onSet }: PartControls<'audio'>) {
  const { data, format } = model
  const options = formats.includes(format) ? formats : [...formats, format]
  return (
    <div className="px-1.5 pb-1">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="flex items-center gap-2">
          <span className="font-mono text-tiny text-ink-3">format</span>
          <Select
            aria-label={`Format of ${name}`}
            value={format}
            {...fault}
            options={options.map((value) => ({ value, title: value }))}
            onChange={(event) => onSet(['input_audio', 'format'], event.target.value)}
          />
        </span>
        <span>{bytesText(data.length)} in the request</span>
        <ReplaceButton
          kind="audio"
          name={name}
          onPart={({ input_audio: audio }) => onSet(['input_audio'], audio)}
        />
      </p>
    </div>
  )
}
