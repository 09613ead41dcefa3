'use client'

import { useEffect, useId, useRef, useState, type DragEvent } from 'react'
import { readPaste, type Imported } from '#lib/import/index.ts'
import { propose } from '#components/share/incoming.ts'
import { recordOf } from '#components/run/recorded-record.ts'
import { placeRun } from '#components/run/run-store.ts'
import { NoticeLine, notify } from '#components/shell/notice.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { ImportBox } from './import-box.tsx'
import { ImportReport } from './import-report.tsx'
import { takePasted } from './pasted.ts'
import { useReading } from './use-reading.ts'

/** Most bytes of a file that is read at all. */
const mostBytes = 40_000_000

/**
 * One box that takes a request in any form, says what it makes of it, and leads to the proposals. The
 * text is kept nowhere, and dropped with the panel.
 */
export function ImportDialog({ onClose }: { onClose(): void }) {
  const status = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(takePasted)
  const result = useReading(text)
  // The dialog itself would begin with its close button.
  useEffect(() => box.current?.focus(), [])
  const change = (next: string) => {
    setText(next)
    box.current?.focus()
  }
  const open = (file: File | undefined) => {
    if (!file) return
    if (file.size > mostBytes) return notify({ text: 'This file is too large to be a request.' })
    file.text().then(change, () => notify({ text: 'The file could not be read.' }))
  }
  const onDrop = (event: DragEvent) => {
    const file = event.dataTransfer.files[0]
    if (!file) return
    event.preventDefault()
    open(file)
  }
  const proceed = () => {
    const read = readPaste(text)
    if (read.ok) {
      onClose()
      return proposeImported(read.value)
    }
    announce(read.error)
    box.current?.focus()
  }
  return (
    <Dialog open title="Import" onClose={onClose} width={720}>
      <NoticeLine inPanel />
      <div onDrop={onDrop}>
        <p className="mb-2 text-ink-2">
          Paste a curl command, Python or TypeScript, JSON, an entry of a log, or a link or file of
          Nucleus.
        </p>
        <ImportBox
          text={text}
          onChange={setText}
          onProceed={proceed}
          box={box}
          describedBy={status}
        />
        <ImportReport id={status} result={result} />
        <div className="sticky -bottom-5 -mx-6 mt-4 -mb-5 flex flex-wrap items-center gap-2 border-t border-line bg-raised px-6 py-3">
          <FileButton onFile={open} />
          <Button className="ml-auto max-md:hidden" onClick={onClose}>
            Cancel
          </Button>
          <Button
            look="primary"
            className="max-md:ml-auto"
            aria-disabled={result?.ok !== true}
            onClick={proceed}
          >
            See the changes
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function FileButton({ onFile }: { onFile(file: File | undefined): void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>Open a file…</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="File to import"
        onChange={({ target }) => {
          onFile(target.files?.[0])
          // Or the same file could not be chosen again.
          target.value = ''
        }}
      />
    </>
  )
}

/** Proposes what was read; a recorded run is shown, as with any file or link. */
function proposeImported({ kind, preset, refused, run, whole }: Imported): void {
  const from = kind === 'link' || kind === 'file' ? kind : 'paste'
  if (run && from !== 'paste') placeRun(recordOf(run, from))
  propose({ ok: true, value: { from, preset, refused, whole, ...(run ? { run } : {}) } })
}
