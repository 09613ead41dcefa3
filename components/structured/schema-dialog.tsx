'use client'

import { useId, useState } from 'react'
import { parseTolerantJson } from '#lib/json/index.ts'
import { schemaTemplates, type SchemaTemplate } from '#lib/structured/templates.ts'
import { loadKnowledgeOfSchema } from '#components/json-help/load.ts'
import { SchemaBuilder } from '#components/schema-builder/schema-builder.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { JsonEditor } from '#components/ui/json-editor.tsx'
import { Select } from '#components/ui/select.tsx'
import { DialogUndo } from '#components/undo/dialog-undo.tsx'
import { StepEnds } from '#components/undo/step-ends.tsx'
import { SampleForm } from './sample-form.tsx'
import { StrictProblems } from '#components/schema-builder/strict-problems.tsx'
import { useSchemaText, type FormatWriter } from './use-schema-text.ts'

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
}: FormatWriter & { onClose(): void }) {
  const id = useId()
  const [sampling, setSampling] = useState(false)
  const edited = useSchemaText({ text, onChange, onPress })
  const { schema, strict, shown, isBroken } = edited
  const close = () => {
    edited.keep()
    onClose()
  }
  return (
    <Dialog
      open
      title="Schema of the reply"
      onClose={close}
      width={1100}
      extra={<DialogUndo name="response_format" />}
    >
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Templates onChoose={edited.begin} />
        <Button aria-expanded={sampling} onClick={() => setSampling(!sampling)}>
          From a sample…
        </Button>
      </div>
      {sampling && (
        <SampleForm
          strict={strict}
          onSchema={(next) => {
            edited.press(next)
            setSampling(false)
          }}
        />
      )}
      {strict && !isBroken && (
        <div className="mb-3">
          <StrictProblems schema={schema} onChange={edited.press} />
        </div>
      )}
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="min-w-0">
          {isBroken ? (
            <p className="text-ink-2">The table is here once the JSON is an object.</p>
          ) : (
            <StepEnds>
              <SchemaBuilder
                label="Properties of the reply"
                schema={schema}
                onChange={edited.put}
              />
            </StepEnds>
          )}
        </div>
        <div className="min-w-0">
          <h3 className="mb-1 text-small font-semibold text-ink-2">JSON</h3>
          <JsonEditor
            id={id}
            label="JSON of the schema"
            value={shown}
            onChange={edited.type}
            problems={parseTolerantJson(shown).problems}
            knowledge={loadKnowledgeOfSchema}
            summary={isBroken ? '' : 'valid'}
            minLines={12}
            maxLines={26}
          />
        </div>
      </div>
    </Dialog>
  )
}

function Templates({ onChoose }: { onChoose(template: SchemaTemplate): void }) {
  return (
    <Select
      aria-label="Template"
      className="h-7 w-38 md:w-56"
      value=""
      options={[
        { value: '', title: 'Template…' },
        ...schemaTemplates.map((one) => ({ value: one.id, title: one.title })),
      ]}
      onChange={({ target }) => {
        const template = schemaTemplates.find((one) => one.id === target.value)
        if (!template) return
        onChoose(template)
        announce(`The schema is now “${template.title}”.`)
      }}
    />
  )
}
