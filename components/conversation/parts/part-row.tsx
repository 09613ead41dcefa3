'use client'

import { useId, type KeyboardEvent } from 'react'
import type { PartModel } from '#lib/request/parts.ts'
import { IconButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { AudioPart } from './audio-part.tsx'
import { FilePart } from './file-part.tsx'
import { ImagePart } from './image-part.tsx'
import { OtherPart } from './other-part.tsx'
import type { PartControls } from './part-controls.ts'
import { TextPart } from './text-part.tsx'

/** One part of a message: what type it is, its controls, and what is wrong with it. */
export function PartRow({
  part,
  model,
  at,
  count,
  message,
  problem,
  onSet,
  onMove,
  onRemove,
}: {
  part: unknown
  model: PartModel
  /** 0-based. */
  at: number
  count: number
  message: string
  problem: string | undefined
  onSet: PartControls['onSet']
  onMove(step: 1 | -1): void
  onRemove(): void
}) {
  const id = useId()
  const name = `part ${at + 1} of ${message}`
  const fault = problem ? { 'aria-invalid': true as const, 'aria-describedby': id } : {}
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey, shiftKey } = event
    if (!altKey || !shiftKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return
    event.preventDefault()
    // Without Shift these keys move the whole message.
    event.stopPropagation()
    onMove(key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <div
      role="group"
      aria-label={`Part ${at + 1} of ${message}: ${typeOf(model)}`}
      data-part={at}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={`group/part rounded-[4px] border-l-2 pl-1 ${problem ? 'border-danger' : 'border-line'}`}
    >
      <div className="flex h-6 items-center gap-0.5 pl-1.5">
        <span className="min-w-0 flex-1 truncate font-mono text-tiny text-ink-3">
          {typeOf(model)}
        </span>
        <span className="flex group-focus-within/part:opacity-100 group-hover/part:opacity-100 pointer-fine:opacity-0">
          <IconButton
            icon="up"
            label={`Move ${name} up`}
            data-tool="up"
            disabled={at === 0}
            onClick={() => onMove(-1)}
          />
          <IconButton
            icon="down"
            label={`Move ${name} down`}
            data-tool="down"
            disabled={at === count - 1}
            onClick={() => onMove(1)}
          />
          <IconButton icon="close" label={`Remove ${name}`} data-tool="remove" onClick={onRemove} />
        </span>
      </div>
      <Controls part={part} model={model} name={name} fault={fault} onSet={onSet} />
      {problem && (
        <p id={id} className="flex gap-1.5 px-1.5 pt-1 text-small text-danger">
          <Icon name="error" size={14} />
          {problem}
        </p>
      )}
    </div>
  )
}

function Controls({ part, model, ...rest }: PartControls & { part: unknown }) {
  switch (model.kind) {
    case 'text':
      return <TextPart model={model} {...rest} />
    case 'image':
      return <ImagePart model={model} {...rest} />
    case 'file':
      return <FilePart model={model} {...rest} />
    case 'audio':
      return <AudioPart model={model} {...rest} />
    case 'other':
      return <OtherPart part={part} name={rest.name} />
  }
}

const types = { text: 'text', image: 'image_url', file: 'file', audio: 'input_audio' } as const

function typeOf(model: PartModel): string {
  return model.kind === 'other' ? model.type : types[model.kind]
}
