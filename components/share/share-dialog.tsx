'use client'

import { useState } from 'react'
import { openPanel } from '#components/shell/panel-store.ts'
import { fileName, fileText } from '#lib/preset/file.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { saveFile } from '#components/ui/save-file.ts'
import { LinkBox } from './link-box.tsx'
import { LeftOut } from './left-out.tsx'
import { Meter } from './meter.tsx'
import { QrCode } from './qr-code.tsx'
import { ShareRows } from './share-rows.tsx'
import { ShareWords } from './share-words.tsx'
import { useShare } from './use-share.ts'

/** Everything about handing an experiment to somebody: the link, what is in it, and what is not. */
export function ShareDialog({ onClose }: { onClose(): void }) {
  const share = useShare()
  const { preset, run, link, lengths } = share
  const [showsCode, setShowsCode] = useState(false)
  const url = link.ok ? `${location.origin}${location.pathname}#${link.value}` : ''
  const save = () => saveFile(fileName(preset.name), fileText(preset, run), 'application/json')
  return (
    <Dialog open onClose={onClose} title="Share this preset">
      <p className="mb-3 text-ink-2">
        Everything is in the part of the address after <code className="font-mono">#</code>. It is
        not sent to any server; whoever has the link has the content.
      </p>
      {link.ok ? (
        <LinkBox url={url} title={preset.name} />
      ) : (
        <p
          role="alert"
          className="rounded-[6px] border border-danger-line bg-danger-soft px-3 py-2"
        >
          {link.error}
        </p>
      )}
      {link.ok && <Meter total={url.length} lengths={lengths} />}
      {showsCode && link.ok && <QrCode text={url} />}
      <ShareWords />
      <ShareRows share={share} />
      <LeftOut share={share} />
      <div className="sticky -bottom-5 -mx-6 mt-4 -mb-5 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-raised px-6 py-3">
        {run && link.ok && (
          <span className="mr-auto text-small text-ink-2">
            Without the recorded run: {(url.length - lengths.run).toLocaleString('en')} characters
          </span>
        )}
        <Button
          aria-expanded={showsCode}
          disabled={!link.ok}
          onClick={() => setShowsCode(!showsCode)}
        >
          QR code
        </Button>
        <Button onClick={() => openPanel('code')}>Code</Button>
        <Button onClick={save}>Save as file</Button>
      </div>
    </Dialog>
  )
}
