'use client'

import { useId, useState } from 'react'
import { parseTolerantJson } from '#lib/json/index.ts'
import { formatDraft, schemaText, withPart, withSchemaText } from '#lib/structured/format-draft.ts'
import { isSchema, type JsonSchema } from '#lib/structured/schema-node.ts'
import { schemaTemplates } from '#lib/structured/templates.ts'
import { SchemaBuilder } from '#components/schema-builder/schema-builder.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { JsonEditor } from '#components/ui/json-editor.tsx'
import { Select } from '#components/ui/select.tsx'
import { SampleForm } from './sample-form.tsx'
import { StrictProblems } from './strict-problems.tsx'

const emptySchema = { type: 'object', properties: {}, required: [], additionalProperties: false }

/**
 * The schema of a response format as a table and as its JSON, in step both ways. What can be read goes
 * into the field at once; a text that cannot goes there when the dialog is closed, so that nothing
 * typed is lost.
 */
export function SchemaDialog({
  text,
  onChange,
  onPress,
  onClose,
}: {
  /** The text of the whole field. */
  text: string
  onChange(text: string): void
  /** For what a button does: a step of Undo by itself. */
  onPress(text: string): void
  onClose(): void
}) {
  const id = useId()
  /** What was typed and cannot be read as a schema. */
  const [broken, setBroken] = useState<string>()
  const [sampling, setSampling] = useState(false)
  const { schema = emptySchema, strict = false } = formatDraft(text) ?? {}
  const shown = broken ?? schemaText(text) ?? ''
  const put = (next: JsonSchema, write = onChange) => {
    setBroken(undefined)
    write(withPart(text, 'schema', next))
  }
  const type = (typed: string) => {
    const { value } = parseTolerantJson(typed)
    setBroken(isSchema(value) ? undefined : typed)
    if (!isSchema(value)) return
    onChange(
      schemaText(text) === undefined
        ? withPart(text, 'schema', value)
        : withSchemaText(text, typed),
    )
  }
  const close = () => {
    if (broken !== undefined && broken.trim() !== '') onChange(withSchemaText(text, broken))
    onClose()
  }
  return (
    <Dialog open title="Schema of the reply" onClose={close} width={1100}>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Select
          aria-label="Template"
          className="h-7"
          value=""
          options={[
            { value: '', title: 'Template…' },
            ...schemaTemplates.map((one) => ({ value: one.id, title: one.title })),
          ]}
          onChange={({ target }) => {
            const template = schemaTemplates.find((one) => one.id === target.value)
            if (template) put(template.schema, onPress)
          }}
        />
        <Button aria-expanded={sampling} onClick={() => setSampling(!sampling)}>
          From a sample…
        </Button>
      </div>
      {sampling && (
        <SampleForm
          strict={strict}
          onSchema={(next) => {
            put(next, onPress)
            setSampling(false)
          }}
        />
      )}
      {strict && broken === undefined && (
        <div className="mb-3">
          <StrictProblems schema={schema} onChange={(next) => put(next, onPress)} />
        </div>
      )}
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="min-w-0">
          {broken === undefined ? (
            <SchemaBuilder
              label="Properties of the reply"
              schema={schema}
              onChange={(next) => put(next)}
            />
          ) : (
            <p className="text-ink-2">The table is here once the JSON is an object.</p>
          )}
        </div>
        <div className="min-w-0">
          <h3 className="mb-1 text-small font-semibold text-ink-2">JSON</h3>
          <JsonEditor
            id={id}
            label="JSON of the schema"
            value={shown}
            onChange={type}
            problems={parseTolerantJson(shown).problems}
            summary={broken === undefined ? 'valid' : ''}
            minLines={12}
            maxLines={26}
          />
        </div>
      </div>
    </Dialog>
  )
}
