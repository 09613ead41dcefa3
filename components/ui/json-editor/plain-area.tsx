'use client'

import { useRef, type ClipboardEvent, type ComponentProps, type RefObject } from 'react'
import { cleanPaste } from '#lib/json/index.ts'
import { edge, fitsAtEnd, lineHeight, type AreaProps, type LineHint } from './area.ts'

type PlainAreaProps = Omit<AreaProps, 'knowledge' | 'doubts'> &
  Pick<ComponentProps<'textarea'>, 'onFocus' | 'onCompositionStart' | 'onCompositionEnd'> & {
    textarea: RefObject<HTMLTextAreaElement | null>
  }

/** The text box that stands in until the editor is loaded, and stays if it cannot be. */
export function PlainArea({
  textarea,
  value,
  problems,
  placeholder,
  hints,
  attributes,
  onChange,
  ...rest
}: PlainAreaProps) {
  const gutter = useRef<HTMLDivElement>(null)
  const aside = useRef<HTMLDivElement>(null)
  const lines = countLines(value)
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain')
    const { selectionStart, selectionEnd } = event.currentTarget
    const clean = cleanPaste(event.currentTarget.value, selectionStart, selectionEnd, pasted)
    if (clean === pasted) return
    event.preventDefault()
    event.currentTarget.setRangeText(clean, selectionStart, selectionEnd, 'end')
    onChange(event.currentTarget.value)
  }
  return (
    <div className="relative flex max-h-(--json-highest) overflow-hidden font-mono text-[12px]/[18px]">
      <div
        ref={gutter}
        aria-hidden
        className="min-w-7 flex-none py-1 pr-2 text-right text-[11px] whitespace-pre text-ink-3 select-none"
      >
        {Array.from({ length: lines }, (_, index) => index + 1).join('\n')}
        <FaultyRows lines={[...new Set(problems.map(({ line }) => line))]} />
      </div>
      <textarea
        ref={textarea}
        {...attributes}
        {...rest}
        value={value}
        rows={countLines(value || placeholder)}
        placeholder={placeholder}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        onChange={(event) => onChange(event.target.value)}
        onPaste={paste}
        onScroll={({ currentTarget }) => {
          for (const { current } of [gutter, aside])
            if (current) current.style.transform = `translateY(${-currentTarget.scrollTop}px)`
        }}
        className="relative field-sizing-content max-h-(--json-highest) min-h-(--json-lowest) w-full min-w-0 resize-none overflow-auto overscroll-contain bg-transparent py-1 pr-2 outline-none"
        style={{ tabSize: 2 }}
      />
      <div ref={aside} aria-hidden className="pointer-events-none absolute inset-x-0 top-0">
        <Hints hints={hints} lines={value.split(lineBreak)} />
      </div>
    </div>
  )
}

const lineBreak = /\r\n?|\n/

function countLines(text: string): number {
  return text.split(lineBreak).length
}

/** A few words at the right end of each line that leaves room for them. */
function Hints({ hints, lines }: { hints: readonly LineHint[]; lines: readonly string[] }) {
  return hints
    .filter(({ line, text }) => fitsAtEnd((lines[line - 1] ?? '').length, text))
    .map(({ line, text }) => (
      <span
        key={line}
        data-hint={text}
        style={{ top: edge + (line - 1) * lineHeight }}
        className="absolute right-2 text-[11px] text-ink-3 before:content-[attr(data-hint)]"
      />
    ))
}

/** The rows of problems, tinted across the whole width, their numbers drawn over the plain ones. */
function FaultyRows({ lines }: { lines: number[] }) {
  return lines.map((line) => (
    <div
      key={line}
      style={{ top: edge + (line - 1) * lineHeight }}
      className="absolute left-0 w-screen bg-danger-soft text-left"
    >
      <span className="inline-block min-w-7 pr-2 text-right font-semibold text-danger">{line}</span>
    </div>
  ))
}
