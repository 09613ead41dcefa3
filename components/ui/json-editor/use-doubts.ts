import { useEffect, useState } from 'react'
import type { Doubt, LoadKnowledge } from '#lib/json/help.ts'

/** How long a text must stand still before it is doubted, in milliseconds. */
const pause = 300

const none: readonly Doubt[] = []

/** What is likely a slip in a text, once it stands still; nothing while there is no knowledge. */
export function useDoubts(text: string, load: LoadKnowledge | undefined): readonly Doubt[] {
  const [found, setFound] = useState<{ text: string; doubts: readonly Doubt[] }>()
  useEffect(() => {
    if (!load) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      load()
        .then((knowledge) => knowledge?.doubtsIn(text, stop.signal))
        .then(
          (doubts = []) => !stop.signal.aborted && setFound({ text, doubts }),
          () => undefined,
        )
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, load])
  return load && found?.text === text && found.doubts.length > 0 ? found.doubts : none
}
