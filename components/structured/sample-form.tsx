'use client'

import { useId, useState } from 'react'
import { parseTolerantJson } from '#lib/json/index.ts'
import { schemaOfSample } from '#lib/structured/sample-schema.ts'
import type { JsonSchema } from '#lib/structured/schema-node.ts'
import { strictlyFixed } from '#lib/structured/strict-schema.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { JsonEditor } from '#components/ui/json-editor.tsx'
import { Switch } from '#components/ui/switch.tsx'

/** Takes JSON like the reply should be, and gives a schema that it fits; for strict mode where that is on. */
export function SampleForm({
  strict,
  onSchema,
}: {
  strict: boolean
  onSchema(schema: JsonSchema): void
}) {
  const id = useId()
  const [text, setText] = useState('')
  const [enums, setEnums] = useState(false)
  const [several, setSeveral] = useState(true)
  const { value, problems, empty } = parseTolerantJson(text)
  const isReady = problems.length === 0 && !empty
  const make = () => {
    const schema = schemaOfSample(value, { several, enums })
    onSchema(strict ? strictlyFixed(schema) : schema)
    announce('The schema was made from the sample.')
  }
  return (
    <section
      aria-label="Schema from a sample"
      className="mb-4 rounded-[8px] border border-line p-3"
    >
      <p className="mb-2 text-ink-2">Paste JSON as the reply should be, or a list of such.</p>
      <JsonEditor
        id={id}
        label="Sample"
        value={text}
        onChange={setText}
        problems={problems}
        placeholder='{"city": "Lisbon", "days": [{"sky": "rain", "high": 17}]}'
        minLines={4}
        maxLines={10}
      />
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="flex items-center gap-2">
          <Switch id={`${id}-enums`} checked={enums} onChange={setEnums} />
          <label htmlFor={`${id}-enums`}>Repeated texts become enums</label>
        </span>
        {Array.isArray(value) && (
          <span className="flex items-center gap-2">
            <Switch id={`${id}-several`} checked={several} onChange={setSeveral} />
            <label htmlFor={`${id}-several`}>Each entry is a sample</label>
          </span>
        )}
        <Button
          look="primary"
          className="ml-auto aria-disabled:opacity-50"
          aria-disabled={!isReady || undefined}
          onClick={() => isReady && make()}
        >
          Make the schema
        </Button>
      </div>
    </section>
  )
}
