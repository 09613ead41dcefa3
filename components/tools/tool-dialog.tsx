'use client'

import { useId, useState } from 'react'
import { otherNames } from '#lib/tools/tool-list.ts'
import { toolProblems } from '#lib/tools/tool-text.ts'
import { loadKnowledgeOfEntry } from '#components/json-help/load.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { JsonEditor } from '#components/ui/json-editor.tsx'
import { DialogUndo } from '#components/undo/dialog-undo.tsx'
import { StepEnds } from '#components/undo/step-ends.tsx'
import { CustomFields } from './custom-fields.tsx'
import { FunctionFields } from './function-fields.tsx'
import { ToolWords } from './tool-words.tsx'
import { useToolText } from './use-tool-text.ts'

const knowledge = loadKnowledgeOfEntry('tools')

/**
 * One tool, as a form and as its JSON, in step both ways. What can be read goes into the field at once;
 * a text that cannot is kept here until it is mended or given up.
 */
export function ToolDialog({
  list,
  index,
  onChange,
  onClose,
}: {
  /** The text of the whole field. */
  list: string
  /** 0-based place of the tool in it. */
  index: number
  onChange(list: string): void
  onClose(): void
}) {
  const id = useId()
  const [warned, setWarned] = useState(false)
  const { text, tool, isBroken, type, edit } = useToolText(list, index, onChange)
  const problems = toolProblems(text)
  const isWarned = warned && isBroken
  const close = () => {
    if (!isBroken || warned) return onClose()
    setWarned(true)
    announce('The JSON of this tool cannot be read, so the list has it as it was before.')
  }
  return (
    <Dialog
      open
      title={tool?.name || 'Tool'}
      onClose={close}
      width={1040}
      extra={<DialogUndo name="tools" />}
    >
      {isWarned && (
        <div
          role="alert"
          className="mb-3 flex flex-wrap items-center gap-2 rounded-[6px] border border-danger-line bg-danger-soft px-3 py-2"
        >
          <p className="min-w-0 flex-1 text-danger">
            This JSON cannot be read. Mend it, or the list keeps the tool as it was before.
          </p>
          <Button onClick={onClose}>Give the change up</Button>
        </div>
      )}
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="min-w-0">
          {tool ? (
            <StepEnds>
              <ToolWords tool={tool} others={otherNames(list, index)} onEdit={edit} />
              {tool.type === 'function' ? (
                <FunctionFields tool={tool} onEdit={edit} />
              ) : (
                <CustomFields tool={tool} onEdit={edit} />
              )}
            </StepEnds>
          ) : (
            <p className="text-ink-2">
              The form is here once the JSON is that of a function or a custom tool.
            </p>
          )}
        </div>
        <div className="min-w-0">
          <h3 className="mb-1 text-small font-semibold text-ink-2">JSON</h3>
          <JsonEditor
            id={id}
            label="JSON of this tool"
            value={text}
            onChange={(next) => {
              setWarned(false)
              type(next)
            }}
            problems={problems}
            knowledge={knowledge}
            summary={problems.length === 0 ? 'valid' : ''}
            invalid={problems.length > 0}
            minLines={12}
            maxLines={26}
          />
        </div>
      </div>
    </Dialog>
  )
}
