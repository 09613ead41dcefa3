import { useState } from 'react'
import { parseTolerantJson } from '#lib/json/index.ts'
import { toolTextAt, withToolTextAt } from '#lib/tools/tool-list.ts'
import { readToolText, withToolPart, type ToolModel } from '#lib/tools/tool-text.ts'

/**
 * One tool of the list, as the text that is shown and as a form has it. What is typed goes into the list
 * while it can be read, and stays here while it cannot. A list that changes otherwise, as by Undo, is
 * followed.
 */
export function useToolText(list: string, index: number, onChange: (list: string) => void) {
  const [typed, setTyped] = useState<string>()
  const written = toolTextAt(list, index)
  const isBroken = typed !== undefined && !isJson(typed)
  const isAhead = isBroken || (typed !== undefined && isSame(typed, written))
  const text = isAhead ? typed : written
  return {
    text,
    isBroken,
    tool: readToolText(text),
    /** Takes the text of the tool as it is typed. */
    type(next: string) {
      setTyped(next)
      if (isJson(next)) onChange(withToolTextAt(list, index, next))
    },
    /** Changes parts of the tool. */
    edit(change: Partial<ToolModel>) {
      setTyped(undefined)
      onChange(withToolPart(list, index, change))
    },
  }
}

function isJson(text: string): boolean {
  const { problems, empty } = parseTolerantJson(text)
  return problems.length === 0 && !empty
}

function isSame(one: string, other: string): boolean {
  const valueOf = (text: string) => JSON.stringify(parseTolerantJson(text).value)
  return one === other || valueOf(one) === valueOf(other)
}
