'use client'

import { useMemo, useState, type ReactNode } from 'react'
import { writeCurl } from '#lib/export/curl.ts'
import { requestAsSent } from '#lib/export/request.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { BigText } from '#components/ui/big-text/big-text.tsx'
import { TextPieces } from '#components/ui/big-text/text-pieces.ts'
import { CopyText } from './copy-text.tsx'
import { indented, RawOrPretty, type Form } from './raw-or-pretty.tsx'
import { WireHeaders } from './wire-headers.tsx'

/** The very request that left, copied as JSON or as a shell command without the key. */
export function RequestTab({ run }: { run: RunRecord }) {
  const attempt = run.reply.attempts.at(-1)
  if (!attempt) return <p className="p-4 text-ink-2">Nothing has been sent.</p>
  const { request } = attempt
  const asSent = requestAsSent(attempt, run.settings, location.origin)
  return (
    <div className="flex h-full min-h-[460px] flex-col gap-2 p-4">
      <p className="font-mono text-small wrap-anywhere">
        {request.method} {request.url}
      </p>
      <WireHeaders headers={request.headers} />
      <RequestBody body={request.body}>
        {asSent && <CopyText label="Copy as curl" text={() => writeCurl(asSent)} />}
      </RequestBody>
    </div>
  )
}

function RequestBody({ body, children }: { body: string; children: ReactNode }) {
  const [form, setForm] = useState<Form>('pretty')
  const text = useMemo(() => bodyText(body, form), [body, form])
  return (
    <BigText data-sent-body text={text} label="Body of the request" className="flex-1">
      <RawOrPretty form={form} onForm={setForm} />
      <CopyText label="Copy JSON" text={body} />
      {children}
    </BigText>
  )
}

function bodyText(body: string, form: Form): TextPieces {
  return new TextPieces((form === 'pretty' ? indented([body]) : undefined) ?? [body])
}
