'use client'

import { useId, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react'
import { Button } from '#components/ui/button.tsx'

/** Longest text that is shown whole, in UTF-16 units; a browser takes long to lay out a longer one. */
const mostShown = 100_000

/** The one box: what is typed, pasted or dropped. Of a very long text only the beginning is shown. */
export function ImportBox({
  text,
  onChange,
  onProceed,
  box,
  describedBy,
}: {
  text: string
  onChange(text: string): void
  /** Asked for by Ctrl or Cmd Enter. */
  onProceed(): void
  box: Ref<HTMLTextAreaElement>
  describedBy: string
}) {
  const note = useId()
  const isLong = text.length > mostShown
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted.length + text.length <= mostShown) return
    // The browser itself would take seconds to insert it.
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    onChange(isLong ? pasted : text.slice(0, selectionStart) + pasted + text.slice(selectionEnd))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onProceed()
  }
  return (
    <>
      <textarea
        ref={box}
        aria-label="Text to import"
        aria-describedby={isLong ? `${note} ${describedBy}` : describedBy}
        value={isLong ? `${text.slice(0, mostShown / 10)}…` : text}
        readOnly={isLong}
        onChange={(event) => onChange(event.target.value)}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
        rows={11}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        placeholder={
          'curl https://api.openai.com/v1/chat/completions …\nclient.chat.completions.create(…)\n{"model": "…", "messages": […]}\nUser: … Assistant: …'
        }
        className="block w-full resize-y rounded-[6px] border border-field bg-surface px-3 py-2 font-mono text-small/[18px] wrap-anywhere placeholder:text-ink-3"
      />
      {isLong && (
        <p id={note} className="mt-1 flex flex-wrap items-center gap-2 text-small text-ink-2">
          The beginning is shown; all {text.length.toLocaleString('en')} characters are read.
          <Button look="plain" onClick={() => onChange('')}>
            Clear
          </Button>
        </p>
      )}
    </>
  )
}
