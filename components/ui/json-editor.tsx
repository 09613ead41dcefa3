'use client'

import { useState, type ReactNode } from 'react'
import type { LoadKnowledge } from '#lib/json/help.ts'
import type { JsonProblem } from '#lib/json/index.ts'
import { Dialog } from './dialog.tsx'
import { linesTall, type LineHint } from './json-editor/area.ts'
import { Frame } from './json-editor/frame.tsx'

interface JsonEditorProps {
  /** The id of the element that holds the text. */
  id: string
  label: string
  value: string
  onChange(text: string): void
  onBlur?: (() => void) | undefined
  /** What is wrong, each at its place in `value`. */
  problems: readonly JsonProblem[]
  /** What a sound text amounts to, such as "2 keys, valid". */
  summary?: string | undefined
  placeholder?: string | undefined
  /** A few words at the right end of lines, such as what a number stands for; no part of the text. */
  hints?: readonly LineHint[] | undefined
  /** What is known about such texts, for completion, explanations and fixes; always the same. */
  knowledge?: LoadKnowledge | undefined
  minLines?: number
  maxLines?: number
  describedBy?: string | undefined
  invalid?: boolean | undefined
  /** Further buttons for the foot. */
  actions?: ReactNode
}

/** A field for JSON text, in its place or large in a dialog. Any text can be typed; none is lost. */
export function JsonEditor({ minLines = 3, maxLines = 16, ...props }: JsonEditorProps) {
  const [large, setLarge] = useState(false)
  return (
    <>
      <Frame
        {...props}
        lowest={linesTall(minLines)}
        highest={linesTall(maxLines)}
        onEnlarge={() => setLarge(true)}
      />
      <Dialog open={large} onClose={() => setLarge(false)} title={props.label} width={960}>
        <Frame {...props} id={`${props.id}-large`} lowest="60vh" highest="60vh" focusFirst />
      </Dialog>
    </>
  )
}
