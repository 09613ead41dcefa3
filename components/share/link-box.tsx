'use client'

import { useRef, useState, useSyncExternalStore } from 'react'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** The link in a box, to copy, to select by hand, or to hand to another app where there is a way. */
export function LinkBox({ url, title }: { url: string; title: string | undefined }) {
  const input = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState('')
  const canShare = useSyncExternalStore(
    never,
    () => typeof navigator.share === 'function',
    () => false,
  )
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      setCopied(url)
      announce('Link copied.')
    } catch {
      // The clipboard may be closed to us; then the link stands ready to be copied by hand.
      input.current?.select()
      announce('The clipboard is closed to this page. The link is selected: copy it by hand.')
    }
  }
  const hand = () => {
    // Whoever changes their mind in the sheet of the system has done nothing wrong.
    navigator.share({ url, ...(title ? { title } : {}) }).catch(() => undefined)
  }
  return (
    <div className="flex gap-2">
      <div className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-[6px] border border-field bg-surface pr-1 pl-2.5 text-ink-3 focus-within:border-accent">
        <Icon name="link" size={14} />
        <input
          ref={input}
          readOnly
          aria-label="Link"
          value={url}
          onFocus={(event) => event.target.select()}
          className="w-full min-w-0 flex-1 truncate bg-transparent font-mono text-small text-ink"
        />
        <Button look="primary" icon={copied === url ? 'check' : 'copy'} onClick={() => void copy()}>
          {copied === url ? 'Copied' : 'Copy link'}
        </Button>
      </div>
      {canShare && (
        <Button icon="share" className="h-9" onClick={hand}>
          Send…
        </Button>
      )}
    </div>
  )
}

const never = () => () => {}
