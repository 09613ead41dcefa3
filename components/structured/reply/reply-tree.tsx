'use client'

import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { enumDecisions } from '#lib/structured/enum-shares.ts'
import { fieldFigures } from '#lib/structured/field-figures.ts'
import { fieldTree, type Field } from '#lib/structured/field-tree.ts'
import { membersAt } from '#lib/structured/members.ts'
import type { ReplyJson } from '#lib/structured/reply-json.ts'
import type { FormFault } from '#lib/structured/reply-status.ts'
import { rowKey, treeMove, treeRows, type TreeRow } from '#lib/structured/tree-rows.ts'
import { laidText } from '#components/reply/laid-text.ts'
import { select } from '#components/reply/selection.ts'
import { tokenSentence } from '#components/reply/token-sentence.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { FieldRow } from './field-row.tsx'

interface ReplyTreeProps {
  json: ReplyJson
  tokens: TokenStore
  /** The text that the JSON stands in, as far as it has come. */
  content: string
  /** The schema that it has to fit, where there is one. */
  schema: unknown
  faults: readonly FormFault[]
}

/** How many rows are drawn at first, and how many more at each press. */
const page = 300

/**
 * The JSON of a reply as a tree: each field with the joint probability of its tokens and the least of
 * them, and for one that the schema gives a choice, how likely the others were.
 */
export function ReplyTree(props: ReplyTreeProps) {
  const { json, tokens } = props
  const root = useMemo(() => fieldTree(json), [json])
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [most, setMost] = useState(page)
  const rows = useMemo(() => (root ? treeRows(root, folds) : []), [root, folds])
  const drawn = rows.slice(0, most)
  if (!root) return <p className="py-2 text-small text-ink-3">No value has begun yet.</p>
  return (
    <>
      {tokens.length === 0 && (
        <p className="pt-1 text-small text-ink-3">
          Without log probabilities no field has a probability.
        </p>
      )}
      <Rows
        {...props}
        root={root}
        rows={drawn}
        onFold={(key, open) => setFolds(new Map(folds).set(key, open))}
      />
      {rows.length > most && (
        <Button look="plain" onClick={() => setMost(most + page)}>
          Show {Math.min(page, rows.length - most)} more of {rows.length} fields
        </Button>
      )}
    </>
  )
}

interface RowsProps extends ReplyTreeProps {
  root: Field
  rows: readonly TreeRow[]
  onFold(key: string, open: boolean): void
}

function Rows({ root, rows, tokens, content, schema, faults, onFold }: RowsProps) {
  const list = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState('')
  const [chosen, setChosen] = useState<string>()
  const figures = useMemo(
    () => fieldFigures(root, tokens, laidText(tokens, content), content),
    [root, tokens, content],
  )
  const decisions = useMemo(() => {
    const laid = { tokens, segments: laidText(tokens, content), content }
    return new Map(rows.map(({ field, key }) => [key, decisionsOf(field, schema, laid)]))
  }, [rows, schema, tokens, content])
  const marked = useMemo(() => faultsByRow(faults, rows), [faults, rows])
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === active),
  )
  const choose = ({ field, key }: TreeRow) => {
    setActive(key)
    setChosen(key)
    const { least } = figures.of(field)
    if (least === undefined) return
    select({ token: least })
    announce(tokenSentence(tokens, least))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at]
    if (event.ctrlKey || event.metaKey || event.altKey || !row) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      choose(row)
      return
    }
    const move = treeMove(rows, at, event.key)
    if (!move) return
    event.preventDefault()
    if ('fold' in move) onFold(row.key, move.open)
    else {
      setActive(rows[move.to]?.key ?? '')
      list.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[move.to]?.focus()
    }
  }
  return (
    <div className="mt-1">
      {tokens.length > 0 && <Head />}
      <div
        ref={list}
        role="tree"
        aria-label="Fields of the reply"
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {rows.map((row, index) => (
          <FieldRow
            key={row.key}
            row={row}
            figures={tokens.length > 0 ? figures.of(row.field) : undefined}
            tokens={tokens}
            decisions={decisions.get(row.key) ?? []}
            faults={marked.get(row.key) ?? none}
            isReached={index === at}
            isChosen={row.key === chosen}
            onChoose={() => choose(row)}
            onFold={(open) => onFold(row.key, open)}
          />
        ))}
      </div>
    </div>
  )
}

const none: readonly string[] = []

/** What the columns are; each row says it itself, so this is for the eyes. */
function Head() {
  return (
    <div
      aria-hidden
      className="flex gap-2 border-b border-line px-1 text-tiny leading-5 text-ink-3"
    >
      <span className="flex-1">field</span>
      <span className="w-16 text-right">joint</span>
      <span className="w-32 text-right max-md:w-16">
        least<span className="max-md:hidden"> likely token</span>
      </span>
    </div>
  )
}

function decisionsOf(
  field: Field,
  schema: unknown,
  laid: Parameters<typeof enumDecisions>[2],
): ReturnType<typeof enumDecisions> {
  if (schema === undefined || field.children.length > 0 || laid.tokens.length === 0) return []
  const members = membersAt(schema, field.path) ?? []
  return members.length > 1 ? enumDecisions(field, members, laid) : []
}

/** The sentences of faults by the row that they belong to; of what is missing or hidden, by the one around it. */
function faultsByRow(
  faults: readonly FormFault[],
  rows: readonly TreeRow[],
): ReadonlyMap<string, string[]> {
  const keys = new Set(rows.map(({ key }) => key))
  const found = new Map<string, string[]>()
  for (const { path, message } of faults) {
    const key = path && nearest(path, keys)
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), message])
  }
  return found
}

function nearest(path: readonly (string | number)[], keys: ReadonlySet<string>) {
  for (let length = path.length; length > 0; length -= 1) {
    const key = rowKey(path.slice(0, length))
    if (keys.has(key)) return key
  }
  return undefined
}
