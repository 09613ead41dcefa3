'use client'

import { useState } from 'react'
import { IconButton } from '#components/ui/button.tsx'
import { LargeText } from '../large-text.tsx'
import type { PartControls } from './part-controls.ts'

/** A part of text. */
export function TextPart({ model: { text }, name, fault, onSet }: PartControls<'text'>) {
  const [large, setLarge] = useState(false)
  const write = (next: string) => onSet(['text'], next)
  return (
    <div className="flex items-start">
      <div className="min-w-0 flex-1">
        <textarea
          aria-label={`Text of ${name}`}
          rows={1}
          value={text}
          {...fault}
          onChange={(event) => write(event.target.value)}
          placeholder="Text"
          className="block field-sizing-content max-h-80 min-h-6 w-full resize-none rounded-[4px] bg-transparent px-1.5 py-0.5 leading-5 outline-offset-0"
        />
        {text === '' && (
          <p className="px-1.5 text-small text-ink-3">
            Empty. Some providers refuse an empty text: write something, or remove it.
          </p>
        )}
      </div>
      {text.length > 500 && (
        <IconButton
          icon="expand"
          label={`Open the text of ${name} large`}
          onClick={() => setLarge(true)}
        />
      )}
      {large && (
        <LargeText
          title={`Text of ${name}`}
          value={text}
          onChange={write}
          onClose={() => setLarge(false)}
        />
      )}
    </div>
  )
}
