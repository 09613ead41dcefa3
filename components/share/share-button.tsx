'use client'

import { useState } from 'react'
import { parseDrafts } from '#lib/request/drafts.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextBox } from '#components/ui/text-box.tsx'

/** Copies a link to the preset: what is set and the messages. Keys and addresses stay here. */
export function ShareButton() {
  const form = useParameterForm()
  const [note, setNote] = useState('')
  const [link, setLink] = useState('')
  const say = (text: string) => {
    setNote(text)
    announce(text)
  }
  const copy = async () => {
    const { settings, problems } = parseDrafts(form.getValues())
    const broken = new Set(problems.map(({ parameter }) => parameter))
    const sound = Object.fromEntries(Object.entries(settings).filter(([name]) => !broken.has(name)))
    const { linkFor } = await import('#lib/preset/link.ts')
    const made = linkFor({ settings: sound })
    if (!made.ok) return say(made.error)
    const url = `${location.origin}${location.pathname}#${made.value}`
    const without = [...broken]
    const rest = without.length > 0 ? ` Left out: ${without.join(', ')}.` : ''
    try {
      await navigator.clipboard.writeText(url)
      say(`Link copied.${rest}`)
    } catch {
      // The clipboard may be closed to us; the link can still be copied by hand.
      setLink(url)
      say(`Copy the link below.${rest}`)
    }
  }
  return (
    <>
      <span className="text-small text-ink-2 max-md:hidden" data-share-note>
        {note}
      </span>
      <Button icon="link" onClick={() => void copy()}>
        Copy link
      </Button>
      <Dialog open={link !== ''} onClose={() => setLink('')} title="Link to this preset">
        <p className="mb-2 text-ink-2">{note}</p>
        <TextBox
          readOnly
          aria-label="Link"
          value={link}
          onFocus={(event) => event.target.select()}
        />
      </Dialog>
    </>
  )
}
