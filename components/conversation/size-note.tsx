'use client'

import { useWatch } from 'react-hook-form'
import { mostRequestBytes } from '#lib/request/request-size.ts'
import { parseDrafts } from '#lib/request/drafts.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { bytesText } from './files/bytes-text.ts'

/** What a request has beside the settings: ids, addresses and a key. */
const envelopeBytes = 4000

/** Says that the whole request is larger than Nucleus takes; nothing while it is not. */
export function SizeNote() {
  const bytes = useWatch({
    control: useControl(),
    compute: (drafts) =>
      new Blob([JSON.stringify(parseDrafts(drafts).settings)]).size + envelopeBytes,
  })
  if (bytes <= mostRequestBytes) return null
  return (
    <p role="status" className="flex gap-1.5 px-6 pt-1 text-small text-warn max-md:px-4">
      <Icon name="warning" size={14} />
      The request is {bytesText(bytes)}, and Nucleus takes at most {bytesText(mostRequestBytes)}:
      this would not be sent. Remove an image or a file, or make it smaller.
    </p>
  )
}
