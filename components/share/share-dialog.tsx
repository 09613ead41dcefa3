'use client'

import { lazy, Suspense, useState, type ReactNode } from 'react'
import { openPanel } from '#components/shell/panel-store.ts'
import { fileName, fileText } from '#lib/preset/file.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { saveFile } from '#components/ui/save-file.ts'
import { FocusedButton } from './focused-button.tsx'
import { LinkBox } from './link-box.tsx'
import { LeftOut } from './left-out.tsx'
import { Meter } from './meter.tsx'
import { ShareRows } from './share-rows.tsx'
import { ShareWords } from './share-words.tsx'
import { useShare, type Share } from './use-share.ts'

// Few links are scanned, so what draws the code is loaded with it.
const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }))

/** Everything about handing an experiment to somebody: the link, what is in it, and what is not. */
export function ShareDialog({ onClose }: { onClose(): void }) {
  const share = useShare()
  const [showsCode, setShowsCode] = useState<boolean>()
  const url = urlOf(share)
  if (showsCode && url !== undefined) {
    return (
      <Dialog open onClose={onClose} title="QR code of this link">
        <Suspense fallback={<p className="text-ink-2">Drawing…</p>}>
          <QrCode text={url} />
        </Suspense>
        <Foot>
          <FocusedButton className="ml-auto" onClick={() => setShowsCode(false)}>
            Back
          </FocusedButton>
        </Foot>
      </Dialog>
    )
  }
  return (
    <Dialog open onClose={onClose} title="Share this preset">
      <Body share={share} url={url} />
      <Foot>
        <Without share={share} url={url} />
        <Actions share={share} cameBack={showsCode === false} onCode={() => setShowsCode(true)} />
      </Foot>
    </Dialog>
  )
}

function urlOf({ link }: Share): string | undefined {
  return link.ok ? `${location.origin}${location.pathname}#${link.value}` : undefined
}

function Body({ share, url }: { share: Share; url: string | undefined }) {
  return (
    <>
      <p className="mb-3 text-ink-2">
        Everything is in the part of the address after <code className="font-mono">#</code>. It is
        not sent to any server; whoever has the link has the content.
      </p>
      {url === undefined ? (
        <p
          role="alert"
          className="rounded-[6px] border border-danger-line bg-danger-soft px-3 py-2"
        >
          {share.link.ok ? null : share.link.error}
        </p>
      ) : (
        <>
          <LinkBox url={url} title={share.preset.name} />
          <Meter total={url.length} share={share} />
        </>
      )}
      <ShareWords />
      <ShareRows share={share} />
      <LeftOut share={share} />
    </>
  )
}

/** What the link would be without its largest part. */
function Without({ share: { run, costs }, url }: { share: Share; url: string | undefined }) {
  if (!run || url === undefined || costs.run === undefined) return null
  return (
    <span className="text-small text-ink-2">
      Without the recorded run: {(url.length - costs.run).toLocaleString('en')} characters
    </span>
  )
}

function Actions({
  share: { preset, run, link },
  cameBack,
  onCode,
}: {
  share: Share
  cameBack: boolean
  onCode(): void
}) {
  const CodeButton = cameBack ? FocusedButton : Button
  const save = () => saveFile(fileName(preset.name), fileText(preset, run), 'application/json')
  return (
    <span className="ml-auto flex gap-2">
      {link.ok && <CodeButton onClick={onCode}>QR code</CodeButton>}
      <Button icon="code" onClick={() => openPanel('code')}>
        Code
      </Button>
      <Button look={link.ok ? 'normal' : 'primary'} onClick={save}>
        Save as file
      </Button>
    </span>
  )
}

function Foot({ children }: { children: ReactNode }) {
  return (
    <div className="sticky -bottom-5 -mx-6 mt-4 -mb-5 flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-6 py-3">
      {children}
    </div>
  )
}
