'use client'

import { useId, useState, type KeyboardEvent } from 'react'
import { variableName, variableNameRule } from '#lib/request/variables.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { TextBox } from '#components/ui/text-box.tsx'

/** The name of a variable; Enter or leaving the box renames it in the table and in all messages. */
export function NameBox({
  name,
  others,
  onRename,
}: {
  name: string
  /** The names in use, this one included. */
  others: readonly string[]
  onRename(next: string): void
}) {
  const id = useId()
  const [typed, setTyped] = useState({ name, text: name })
  const text = typed.name === name ? typed.text : name
  const problem = problemOf(text, name, others)
  const commit = () => {
    if (text === name || problem) return
    onRename(text)
    announce(`${name} is called ${text} now, in the messages too.`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      commit()
    }
    if (event.key !== 'Escape' || text === name) return
    // Escape outside would stop a run.
    event.stopPropagation()
    setTyped({ name, text: name })
  }
  return (
    <div className="min-w-0">
      <TextBox
        aria-label={`Name of variable ${name}`}
        aria-describedby={problem ? id : undefined}
        title="Renames it in all messages"
        value={text}
        invalid={problem !== undefined}
        onChange={(event) => setTyped({ name, text: event.target.value })}
        onBlur={commit}
        onKeyDown={onKeyDown}
        className={`${problem ? '' : 'border-transparent hover:border-field focus:border-field'} bg-transparent px-1.5`}
      />
      {problem && (
        <p id={id} className="flex gap-1.5 pt-0.5 text-small text-danger">
          <Icon name="error" size={14} />
          {problem}
        </p>
      )}
    </div>
  )
}

function problemOf(text: string, name: string, others: readonly string[]): string | undefined {
  if (text === name) return undefined
  if (!variableName.test(text)) return variableNameRule
  return others.includes(text) ? `There is a variable “${text}” already.` : undefined
}
