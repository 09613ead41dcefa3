'use client'

import { useId, useState } from 'react'
import { parseTolerantJson, type JsonProblem } from '#lib/json/index.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { JsonEditor } from '#components/ui/json-editor.tsx'
import type { Variables } from './use-variables.ts'
import { valuesFromJson } from './values-from-json.ts'

/** All values at once as a JSON object, to be pasted or copied. */
export function ValuesJson({ variables, onClose }: { variables: Variables; onClose(): void }) {
  const id = useId()
  const [text, setText] = useState(() => JSON.stringify(valuesToStart(variables), null, 2))
  const read = valuesFromJson(text)
  const problems: readonly JsonProblem[] = parseTolerantJson(text).problems
  const apply = () => {
    if (!read.ok) return
    variables.replace(withoutUntouched(read.value, variables))
    onClose()
  }
  return (
    <Dialog open title="Values as JSON" onClose={onClose} width={560}>
      <p id={`${id}-about`} className="mb-2 text-ink-2">
        An object with a value for each name. Numbers, true and false become text. Names that it
        does not hold lose their value.
      </p>
      <JsonEditor
        id={id}
        label="Values of the variables"
        value={text}
        onChange={setText}
        problems={problems}
        invalid={!read.ok}
        describedBy={`${id}-about`}
        minLines={6}
        maxLines={20}
      />
      <div className="mt-3 flex flex-wrap items-center justify-end gap-2">
        <p role="status" className="mr-auto min-w-0 text-small text-danger">
          {!read.ok && problems.length === 0 && read.error}
        </p>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" aria-disabled={!read.ok} onClick={apply}>
          Use these values
        </Button>
      </div>
    </Dialog>
  )
}

/** Names that had no value and were left empty still have none. */
function withoutUntouched(values: Record<string, string>, { rows }: Variables) {
  const hadNone = new Set(rows.filter(({ value }) => value === undefined).map(({ name }) => name))
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== '' || !hadNone.has(name)),
  )
}

/** The values that are there, and an empty one for each name that has none. */
function valuesToStart({ rows }: Variables): Record<string, string> {
  return Object.fromEntries(rows.map(({ name, value }) => [name, value ?? '']))
}
