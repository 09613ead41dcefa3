'use client'

import { useMemo, useState } from 'react'
import type { Reply } from '#lib/reply/reply.ts'
import { mostRunCharacters } from '#components/playground/storage.ts'
import type { Recorded, RunRecord } from '#components/run/run-record.ts'
import { BigText } from '#components/ui/big-text/big-text.tsx'
import { saveAll } from '#components/ui/big-text/copy-all.ts'
import { TextPieces } from '#components/ui/big-text/text-pieces.ts'
import { Button } from '#components/ui/button.tsx'
import { CopyText } from './copy-text.tsx'
import { indented, RawOrPretty, type Form } from './raw-or-pretty.tsx'
import { WireHeaders } from './wire-headers.tsx'

/** Most characters of a response that are indented: more would hold the page. */
const mostPretty = 300_000

/** What came back, as it came: headers, then the raw body or its chunks, a line each. */
export function ResponseTab({ run }: { run: RunRecord }) {
  const [form, setForm] = useState<Form>('raw')
  const { raw, attempts } = run.reply
  const { status, headers = {} } = attempts.at(-1) ?? {}
  const whole = useMemo(
    () => new TextPieces(raw.texts, raw.streamed ? '\n' : ''),
    [raw.texts, raw.streamed],
  )
  const mayIndent = !run.running && raw.characters > 0 && raw.characters <= mostPretty
  const pretty = useMemo(
    () => (mayIndent && form === 'pretty' ? prettyOf(raw) : undefined),
    [mayIndent, form, raw],
  )
  return (
    <div className="flex h-full min-h-[460px] flex-col gap-2 p-4">
      <p className="text-small text-ink-2">
        {status === undefined ? 'No answer yet' : `Status ${status}`}
        {raw.characters > 0 && `, ${raw.characters.toLocaleString('en')} characters`}
        {raw.streamed && ` in ${raw.texts.length.toLocaleString('en')} chunks`}
        {raw.characters > mostRunCharacters && '. Too long to be kept for the next visit'}
        {run.recorded && noteOn(run.recorded)}
      </p>
      <WireHeaders headers={headers} />
      <BigText data-received text={pretty ?? whole} label="Body of the response" className="flex-1">
        {mayIndent && <RawOrPretty form={form} onForm={setForm} />}
        <CopyText label="Copy response" text={whole} />
        <Button
          disabled={raw.characters === 0}
          onClick={() => void saveAll(whole, raw.streamed ? 'response.jsonl' : 'response.json')}
        >
          Save
        </Button>
      </BigText>
    </div>
  )
}

/** What is shown of a run that was not made on this page. */
function noteOn({ from }: Recorded): string {
  return from === 'history'
    ? '. The history keeps what was read of a response, not its raw text'
    : '. Made of the record; the raw text was not recorded'
}

function prettyOf({ texts, streamed }: Reply['raw']): TextPieces | undefined {
  const pieces = indented(streamed ? texts : [texts.join('')])
  return pieces && new TextPieces(pieces, '\n')
}
