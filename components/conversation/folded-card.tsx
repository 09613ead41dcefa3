'use client'

import { modelOf, partsIn } from '#lib/request/parts.ts'
import type { Card } from '#lib/request/message-drafts.ts'
import { callLines } from '#lib/tool-calls/call-lines.ts'
import type { CardProps } from './card-props.ts'

/** A message as one line, which opens it. */
export function FoldedCard({ card, name, onFold }: CardProps) {
  return (
    <button
      type="button"
      aria-label={`Expand ${name}`}
      aria-expanded={false}
      onClick={() => onFold(false)}
      className="block h-6 w-full truncate rounded-[4px] px-1.5 text-left text-ink-2 hover:bg-hover"
    >
      {lineOf(card)}
    </button>
  )
}

/** A message in one line: its first words, and what it has beside them. */
export function lineOf({ content, parts, toolCalls }: Card): string {
  const list = parts === undefined ? [] : (partsIn(parts) ?? [])
  const models = list.map(modelOf)
  const text = parts === undefined ? content : textOf(models)
  const others = models.flatMap((model) => (model.kind === 'text' ? [] : [wordOf(model)]))
  const calls = toolCalls === undefined ? [] : (callLines(toolCalls) ?? ['tool calls'])
  const words = text.slice(0, 300).trim().replaceAll(/\s+/g, ' ')
  return [words, ...others, ...calls].filter(Boolean).join(' · ') || 'no text'
}

function textOf(models: readonly ReturnType<typeof modelOf>[]): string {
  return models.map((model) => (model.kind === 'text' ? model.text : '')).find(Boolean) ?? ''
}

function wordOf(model: ReturnType<typeof modelOf>): string {
  return model.kind === 'other' ? model.type : model.kind
}
