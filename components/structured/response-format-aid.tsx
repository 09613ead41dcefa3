'use client'

import { formatDraft, freshFormat, type FormatType } from '#lib/structured/format-draft.ts'
import type { AidProps } from '#components/parameters/widgets/aid.ts'
import { Segmented } from '#components/ui/segmented.tsx'
import { endStep } from '#components/undo/undo-store.ts'
import { JsonModePart } from './json-mode-part.tsx'
import { JsonSchemaPart } from './json-schema-part.tsx'
import { rememberedFormat, rememberFormat } from './remembered.ts'

const formats: readonly { value: FormatType; title: string }[] = [
  { value: 'text', title: 'Text' },
  { value: 'json_object', title: 'JSON object' },
  { value: 'json_schema', title: 'JSON Schema' },
]

/**
 * The response format as a choice, with what each kind needs. A kind that comes back has what was
 * written for it before.
 */
export function ResponseFormatAid({ text, onChange }: AidProps) {
  const draft = formatDraft(text)
  if (!draft) {
    return (
      <p className="pb-1 text-small text-ink-3">
        The choice of formats is here once the JSON can be read.
      </p>
    )
  }
  const press = (next: string) => {
    endStep()
    onChange(next)
    endStep()
  }
  const turnTo = (type: FormatType) => {
    if (type === draft.type) return
    if (draft.type) rememberFormat(draft.type, text)
    press(rememberedFormat(type) ?? freshFormat(type))
  }
  return (
    <div className="flex flex-col gap-2 pb-2">
      <Segmented<FormatType | ''>
        label="Format"
        options={formats}
        value={draft.type ?? ''}
        onChange={(type) => type !== '' && turnTo(type)}
      />
      {draft.type === 'json_object' && <JsonModePart />}
      {draft.type === 'json_schema' && (
        <JsonSchemaPart draft={draft} text={text} onChange={onChange} onPress={press} />
      )}
    </div>
  )
}
