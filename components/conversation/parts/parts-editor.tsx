'use client'

import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { withoutPart } from '#lib/request/card-edits.ts'
import { parseTolerantJson, problemsFromIssues } from '#lib/json/index.ts'
import type { Problem } from '#lib/parameters/problems.ts'
import { modelOf, partsIn, withPartMoved, withValueAt, type PartPath } from '#lib/request/parts.ts'
import { loadKnowledgeInMessage } from '#components/json-help/load.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { JsonEditor } from '#components/ui/json-editor.tsx'
import type { CardProps } from '../card-props.ts'
import { AddPartButton } from './add-part-button.tsx'
import { focusTool, grantFocus } from './focus-part.ts'
import { FoldedParts } from './folded-parts.tsx'
import { PartRow } from './part-row.tsx'
import { WhoReads } from './who-reads.tsx'

type Props = CardProps & { text: string; problems: readonly Problem[] }

/** The parts of a message, one below the other, or their JSON. */
export function PartsEditor(props: Props) {
  const [asJson, setAsJson] = useState(false)
  const parts = partsIn(props.text)
  if (!parts || asJson) {
    return <PartsJson {...props} onList={parts ? () => setAsJson(false) : undefined} />
  }
  return (
    <>
      <FoldedParts {...props} />
      <div className="max-md:in-data-[fold=auto]:hidden">
        <PartsList {...props} parts={parts} />
        <div className="flex flex-wrap items-center gap-1 pt-0.5">
          <AddPartButton {...props} />
          <Button look="plain" icon="braces" onClick={() => setAsJson(true)}>
            Edit parts as JSON
          </Button>
        </div>
        <WhoReads parts={parts} />
      </div>
    </>
  )
}

function PartsList({ parts, ...props }: Props & { parts: readonly unknown[] }) {
  const { card, name, index, text, problems, messages } = props
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => grantFocus(card.key, list.current))
  const write = (next: string) => messages.edit(index, { parts: next })
  const move = (from: number, step: 1 | -1) => {
    const to = from + step
    if (to < 0 || to >= parts.length) return
    flushSync(() => write(withPartMoved(text, from, to)))
    announce(`Part ${from + 1} of ${name} is now part ${to + 1} of ${parts.length}.`)
    focusTool(list.current, to, step < 0 ? 'up' : 'down')
  }
  const remove = (at: number) => {
    const next = withoutPart(card, at)
    flushSync(() => messages.change(index, next))
    announce(
      next.parts === undefined
        ? `Part ${at + 1} of ${name} was removed. It is plain text again.`
        : `Part ${at + 1} of ${name} was removed.`,
    )
    if (next.parts !== undefined) focusTool(list.current, Math.min(at, parts.length - 2), 'remove')
    else document.querySelector<HTMLElement>(`[data-message="${index}"] textarea`)?.focus()
  }
  return (
    <div ref={list} className="flex flex-col gap-1.5">
      {parts.map((part, at) => (
        <PartRow
          // Parts have no names of their own; what one types in stays at its place.
          key={at}
          part={part}
          model={modelOf(part)}
          at={at}
          count={parts.length}
          message={name}
          problem={problems.find(({ path }) => path[2] === at)?.message}
          onSet={(path, value) => write(withValueAt(text, [at, ...path] as PartPath, value))}
          onMove={(step) => move(at, step)}
          onRemove={() => remove(at)}
        />
      ))}
    </div>
  )
}

function PartsJson({
  card: { role },
  text,
  name,
  index,
  problems,
  messages,
  onList,
}: Props & { onList: (() => void) | undefined }) {
  const id = useId()
  const knowledge = useMemo(() => loadKnowledgeInMessage(role, 'content'), [role])
  const { problems: syntax } = parseTolerantJson(text)
  const inParts = problems
    .filter(({ path }) => path.length > 2)
    .map(({ message, path }) => ({ message, path: path.slice(2) }))
  const all = syntax.length > 0 ? syntax : problemsFromIssues(text, inParts)
  return (
    <>
      <JsonEditor
        id={id}
        label={`Content parts of ${name}`}
        value={text}
        onChange={(parts) => messages.edit(index, { parts })}
        problems={all}
        knowledge={knowledge}
        invalid={problems.length > 0}
      />
      <div className="flex items-center gap-1 pt-0.5">
        <Button look="plain" icon="format" disabled={!onList} onClick={onList}>
          Edit as a list
        </Button>
        {!onList && <span className="text-small text-ink-3">once the JSON is a list of parts</span>}
      </div>
    </>
  )
}
