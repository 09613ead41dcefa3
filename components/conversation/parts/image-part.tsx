'use client'

import { useMemo } from 'react'
import { addressNotes, drawableSize, readDataUrl, typeName } from '#lib/request/data-url.ts'
import { Select } from '#components/ui/select.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { bytesText } from '../files/bytes-text.ts'
import type { PartControls } from './part-controls.ts'
import { ReplaceButton } from './replace-button.tsx'
import { SafeImage } from './safe-image.tsx'

/** Longer addresses are data that nobody edits by hand. */
const mostTyped = 2000

/** An image: a small picture of it where it can be drawn safely, its address, and its detail. */
export function ImagePart({ model: { url, detail }, name, fault, onSet }: PartControls<'image'>) {
  const isData = url.length > mostTyped || /^data:image\//i.test(url)
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5 px-1.5 pb-1">
      <SafeImage url={url} alt={`Image in ${name}`} />
      <div className="min-w-44 flex-1">
        {isData ? (
          <DataLine url={url} name={name} onSet={onSet} />
        ) : (
          <TextBox
            aria-label={`Address of ${name}`}
            value={url}
            inputMode="url"
            placeholder="https://…"
            {...fault}
            invalid={fault['aria-invalid'] === true}
            onChange={(event) => onSet(['image_url', 'url'], event.target.value)}
          />
        )}
        <AddressNotes url={url} />
        <p className="mt-1.5 flex items-center gap-2">
          <span className="font-mono text-tiny text-ink-3">detail</span>
          <Select
            aria-label={`Detail of ${name}`}
            value={detail ?? ''}
            options={optionsWith(detail)}
            onChange={({ target }) =>
              onSet(['image_url', 'detail'], target.value === '' ? undefined : target.value)
            }
          />
        </p>
      </div>
    </div>
  )
}

const details = [
  { value: '', title: 'not sent' },
  { value: 'auto', title: 'auto' },
  { value: 'low', title: 'low' },
  { value: 'high', title: 'high' },
]

/** A detail that some other provider knows stays what it is. */
function optionsWith(detail: string | undefined) {
  const isKnown = detail === undefined || details.some(({ value }) => value === detail)
  return isKnown ? details : [...details, { value: detail, title: detail }]
}

function DataLine({ url, name, onSet }: { url: string } & Pick<PartControls, 'name' | 'onSet'>) {
  const size = useMemo(() => drawableSize(url), [url])
  const type = readDataUrl(url)?.type ?? ''
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <span>
        {typeName(type)}
        {size && `, ${size.width} × ${size.height}`}, {bytesText(url.length)} in the request
      </span>
      <ReplaceButton
        kind="image"
        name={name}
        onPart={({ image_url: image }) => onSet(['image_url', 'url'], urlIn(image))}
      />
    </p>
  )
}

function urlIn(image: unknown): string {
  return typeof image === 'object' && image !== null && 'url' in image ? String(image.url) : ''
}

function AddressNotes({ url }: { url: string }) {
  const { host, notes } = useMemo(() => addressNotes(url), [url])
  return (
    <>
      {host && (
        <p className="pt-0.5 text-small text-ink-3">
          Fetched by the provider from <span className="wrap-anywhere">{host}</span>, not by
          Nucleus.
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="pt-0.5 text-small text-warn">
          {note}
        </p>
      ))}
    </>
  )
}
