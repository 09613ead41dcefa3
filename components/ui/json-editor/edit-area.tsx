'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { AreaProps } from './area.ts'
import { CodeArea, type CodeModule } from './code-area.tsx'
import { PlainArea } from './plain-area.tsx'

/**
 * A text box that the editor replaces once it has been focused and the editor is there; not while a
 * character is being composed. A load that fails changes nothing, and the next focus tries again.
 */
export function EditArea({
  focusFirst,
  knowledge,
  doubts,
  ...content
}: AreaProps & { focusFirst: boolean }) {
  const textarea = useRef<HTMLTextAreaElement>(null)
  const [textBefore, setTextBefore] = useState('')
  const [module, setModule] = useState<CodeModule>()
  const [composing, setComposing] = useState(false)
  const [replaced, setReplaced] = useState(false)
  const load = useCallback(() => {
    setTextBefore(textarea.current?.value ?? '')
    import('./code-view.ts').then(setModule, () => undefined)
  }, [])
  useEffect(() => {
    if (focusFirst) textarea.current?.focus()
    // It may have been focused before the page came to life, unseen by onFocus.
    else if (textarea.current && textarea.current === document.activeElement) load()
  }, [focusFirst, load])
  return (
    <>
      {!replaced && (
        <PlainArea
          {...content}
          textarea={textarea}
          onFocus={load}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
        />
      )}
      {module && (replaced || !composing) && (
        <CodeArea
          {...content}
          knowledge={knowledge}
          doubts={doubts}
          module={module}
          textarea={textarea}
          textBefore={textBefore}
          onReady={() => setReplaced(true)}
        />
      )}
    </>
  )
}
