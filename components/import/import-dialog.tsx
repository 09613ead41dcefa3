'use client'

import { useEffect, useId, useRef, useState, type DragEvent } from 'react'
import { readPaste, type Imported } from '#lib/import/index.ts'
import type { Settings } from '#lib/parameters/index.ts'
import { parseDrafts } from '#lib/request/drafts.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { propose } from '#components/share/incoming.ts'
import { recordOf } from '#components/run/recorded-record.ts'
import { placeRun } from '#components/run/run-store.ts'
import { NoticeLine, notify } from '#components/shell/notice.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { ImportBox } from './import-box.tsx'
import { EntryChoice, PlaceChoice, type Place } from './import-choices.tsx'
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
  const [entry, setEntry] = useState(0)
  const [place, setPlace] = useState<Place>('replace')
  const said = useMessagesNow()
  const reading = useReading(text, entry)
  const result = reading?.result
  const canAdd = result?.ok === true && result.value.kind === 'conversation' && said.length > 0
  // The dialog itself would begin with its close button.
  useEffect(() => box.current?.focus(), [])
  const type = (next: string) => {
    setText(next)
    setEntry(0)
  }
  const change = (next: string) => {
    type(next)
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
    const read = readPaste(text, entry)
    if (read.ok) {
      onClose()
      return proposeImported(canAdd && place === 'add' ? after(said, read.value) : read.value)
    }
    announce(read.error)
    box.current?.focus()
  }
  return (
    <Dialog open title="Import" onClose={onClose} width={720}>
      <NoticeLine inPanel />
      <div onDrop={onDrop}>
        <p className="mb-2 text-ink-2">
          Paste a curl command, Python or TypeScript, JSON, a conversation, an entry of a log, or a
          link or file of Nucleus.
        </p>
        <ImportBox text={text} onChange={type} onProceed={proceed} box={box} describedBy={status} />
        <ImportReport id={status} result={result}>
          <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-2 empty:hidden">
            {canAdd && <PlaceChoice place={place} count={said.length} onChange={setPlace} />}
            {reading?.entries !== undefined && (
              <EntryChoice
                key={reading.text}
                entry={entry}
                entries={reading.entries}
                onChange={setEntry}
              />
            )}
          </div>
        </ImportReport>
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

type Messages = NonNullable<Settings['messages']>

/** The messages in the form when the panel opened; none where they cannot be read, or say nothing yet. */
function useMessagesNow(): Messages {
  const form = useParameterForm()
  const [messages] = useState(() => {
    const { settings, problems } = parseDrafts(form.getValues())
    const isRead = !problems.some(({ parameter }) => parameter === 'messages')
    // What has no problem is as the schema says.
    return isRead ? ((settings.messages ?? []) as Messages) : []
  })
  const [first] = messages
  return messages.length === 1 && first?.content === '' ? [] : messages
}

/** What was imported, with its messages after those that are there. */
function after(said: Messages, imported: Imported): Imported {
  const { settings } = imported.preset
  const messages = [...said, ...(settings.messages ?? [])]
  return { ...imported, preset: { ...imported.preset, settings: { ...settings, messages } } }
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
