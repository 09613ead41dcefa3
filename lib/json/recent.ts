/** From this many characters on, reading a text again costs more than remembering what it says. */
const long = 2_000

/** A text may be the tools, the messages or a schema, each as it is and as it was before the last key. */
const most = 6

/**
 * Gives `read` a memory of the long texts that it read last, so that all who need to know what one
 * text says at the same time have it read once. What it gives is shared: never change it.
 */
export function rememberRecent<Read>(read: (text: string) => Read): (text: string) => Read {
  // Bounded, so that a page that is open all day holds no more than a few trees.
  const known = new Map<string, { read: Read }>()
  return (text) => {
    if (text.length < long) return read(text)
    const entry = known.get(text) ?? { read: read(text) }
    // The one that was not asked for the longest is the first.
    known.delete(text)
    known.set(text, entry)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return entry.read
  }
}
