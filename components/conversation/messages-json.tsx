'use client'

import { useId, useMemo } from 'react'
import { parameterOf } from '#lib/parameters/index.ts'
import { jsonFieldProblems, jsonSummary } from '#lib/request/field-problems.ts'
import { loadKnowledgeOf } from '#components/json-help/load.ts'
import { Button } from '#components/ui/button.tsx'
import { JsonEditor } from '#components/ui/json-editor.tsx'
import type { Messages } from './use-messages.ts'

const knowledge = loadKnowledgeOf('messages')

/** The whole conversation as JSON text. */
export function MessagesJson({ messages, text }: { messages: Messages; text: string }) {
  const id = useId()
  const problems = useMemo(() => jsonFieldProblems(parameterOf('messages'), text), [text])
  return (
    <div className="px-6 max-md:px-4">
      <JsonEditor
        id={id}
        label="Messages as JSON"
        value={text}
        onChange={messages.editJson}
        problems={problems}
        knowledge={knowledge}
        summary={jsonSummary(text)}
        invalid={problems.length > 0}
        minLines={6}
        maxLines={24}
      />
      <Button
        look="plain"
        icon="chat"
        onClick={messages.toCards}
        disabled={messages.problems.length > 0}
      >
        Edit as cards
      </Button>
      {messages.problems.length > 0 && (
        <span className="text-small text-ink-3">once the JSON is valid</span>
      )}
    </div>
  )
}
