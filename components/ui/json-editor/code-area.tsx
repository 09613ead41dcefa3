'use client'

import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { lineHeight, type AreaProps } from './area.ts'
import type * as codeView from './code-view.ts'

/** The part that is loaded when a JSON field is first focused. */
export type CodeModule = typeof codeView

type CodeAreaProps = AreaProps & {
  module: CodeModule
  /** The text box whose place, text, selection and focus the editor takes over. */
  textarea: RefObject<HTMLTextAreaElement | null>
  textBefore: string
  /** Called when the text box is no longer needed. */
  onReady(): void
}

/** The editor. It is built before the page is painted again, so that no key falls between. */
export function CodeArea({ module, textarea, textBefore, onReady, ...content }: CodeAreaProps) {
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<codeView.CodeView>(undefined)
  const first = useRef({ content, textBefore, onReady })
  useLayoutEffect(() => {
    const plain = textarea.current
    const made =
      parent.current &&
      module.createCodeView(parent.current, startOf(plain, first.current), first.current.content)
    if (!made) return undefined
    view.current = made
    if (plain && plain === document.activeElement) made.focus()
    first.current.onReady()
    return () => {
      if (made.hasFocus()) plain?.focus()
      made.destroy()
      view.current = undefined
    }
  }, [module, textarea])
  useLayoutEffect(() => view.current?.update(content))
  useFocusFromLabel(content.attributes.id, view)
  return <div ref={parent} />
}

function startOf(
  plain: HTMLTextAreaElement | null,
  { content, textBefore }: { content: AreaProps; textBefore: string },
): codeView.Start {
  const { selectionStart: from = 0, selectionEnd: to = 0 } = plain ?? {}
  const backward = plain?.selectionDirection === 'backward'
  return {
    textBefore,
    text: plain?.value ?? content.value,
    selection: backward ? { anchor: to, head: from } : { anchor: from, head: to },
    topLine: Math.round((plain?.scrollTop ?? 0) / lineHeight),
  }
}

/** A label reaches form controls only; for the editor its click is passed on. */
function useFocusFromLabel(
  id: string | undefined,
  view: RefObject<codeView.CodeView | undefined>,
): void {
  useEffect(() => {
    const pass = ({ target }: MouseEvent) => {
      const label = target instanceof Element ? target.closest('label') : null
      if (label && label.htmlFor === id) view.current?.focus()
    }
    document.addEventListener('click', pass)
    return () => document.removeEventListener('click', pass)
  }, [id, view])
}
