'use client'

import { useMemo, useState } from 'react'
import { exporters, type Exporter } from '#lib/export/index.ts'
import { keyVariableOf, partsOf } from '#lib/export/parts.ts'
import type { ExportRequest } from '#lib/export/request.ts'
import { CopyText } from '#components/inspector/copy-text.tsx'
import { useRunRecord } from '#components/run/run-store.ts'
import { BigText } from '#components/ui/big-text/big-text.tsx'
import { TextPieces } from '#components/ui/big-text/text-pieces.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { saveFile } from '#components/ui/save-file.ts'
import { Segmented } from '#components/ui/segmented.tsx'
import { Tabs } from '#components/ui/tabs.tsx'
import { CodeProblems } from './code-problems.tsx'
import { sentRequest, useFormRequest } from './use-code-request.ts'

type Source = 'form' | 'sent'

/** The tab that was last chosen in this session. */
let lastTab: Exporter['id'] = 'curl'

/** The request as code, in every form in which it can be taken elsewhere. Never with a key. */
export function CodeDialog({ onClose }: { onClose(): void }) {
  const { run } = useRunRecord()
  const form = useFormRequest()
  const sent = useMemo(() => sentRequest(run), [run])
  const [source, setSource] = useState<Source>('form')
  const [tab, setTab] = useState(lastTab)
  const exporter = exporters.find(({ id }) => id === tab) ?? exporters[0]
  const choose = (id: Exporter['id']) => {
    lastTab = id
    setTab(id)
  }
  const now = form.ok ? form.value : undefined
  const request = source === 'sent' ? sent : now
  return (
    <Dialog open onClose={onClose} title="Code" width={860}>
      <div className="flex flex-wrap items-center gap-3">
        {run && sent && (
          <Segmented
            label="Which request"
            value={source}
            onChange={(value) => setSource(value === 'sent' ? 'sent' : 'form')}
            options={[
              { value: 'form', title: 'The form now' },
              { value: 'sent', title: `Run ${run.number} as sent` },
            ]}
          />
        )}
        <Tabs
          label="Form of the code"
          tabs={exporters.map(({ id, title }) => ({ value: id, title }))}
          value={tab}
          onChange={choose}
          panelId="code-panel"
          className="flex min-w-0 flex-wrap gap-1"
          tabClassName="rounded-[6px] px-2.5 py-1 text-ink-2 hover:bg-hover aria-selected:bg-sunken aria-selected:font-medium aria-selected:text-ink"
        />
      </div>
      <div id="code-panel" role="tabpanel" aria-labelledby={`code-panel-${tab}`} className="mt-3">
        {request && exporter && <Code exporter={exporter} request={request} />}
        {!request && !form.ok && <CodeProblems problems={form.error} onClose={onClose} />}
      </div>
    </Dialog>
  )
}

function Code({ exporter, request }: { exporter: Exporter; request: ExportRequest }) {
  const code = exporter.write(request)
  const text = useMemo(() => new TextPieces([code]), [code])
  const { variable } = partsOf(request)
  const notes = exporter.notes(request)
  const type = exporter.id === 'json' ? 'application/json' : 'text/plain'
  return (
    <>
      <p className="mb-2 text-small text-ink-2">
        {variable === undefined ? (
          'No key is sent with it.'
        ) : (
          <>
            The key is not in it: it is read from the environment variable{' '}
            <code className="font-mono">{keyVariableOf(request)}</code>.
          </>
        )}{' '}
        {notes.join(' ')}
      </p>
      <BigText
        data-code={exporter.id}
        text={text}
        label={`${exporter.title} code`}
        className="h-[min(52vh,460px)]"
      >
        <CopyText label="Copy" text={code} />
        <Button onClick={() => saveFile(exporter.fileName, code, type)}>
          Save as {exporter.fileName}
        </Button>
      </BigText>
    </>
  )
}
