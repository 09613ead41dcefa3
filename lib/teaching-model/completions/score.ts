import { createDrawer, type Shared } from '../reply/drawer.ts'
import { createReleasedText } from '../reply/released-text.ts'
import { bytesOf, tokenText } from '../tokens.ts'
import type { Entry } from './columns.ts'

/** A piece of the prompt as it is given back. */
export interface EchoPiece {
  text: string
  entries: Entry[]
}

/**
 * The pieces of a prompt, each token with its log probability after the tokens before it: the model
 * takes them one by one as if it had drawn them. `blank` is what the request shares before anything
 * was said. A character that the last tokens leave open is left to what follows, unless it `ends` here.
 */
export function* scoreText(
  blank: Shared,
  ids: readonly number[],
  ends: boolean,
): Generator<EchoPiece, void> {
  const drawer = createDrawer(blank, 0)
  const text = blank.begin()
  const released = createReleasedText<Entry>([])
  const pending: Entry[] = []
  for (const [place, id] of ids.entries()) {
    const { entry } = drawer.next(text, blank.candidates.indexOf.get(id) ?? -1)
    const told = place === 0 ? undefined : entry[0]
    const release = released.push(bytesOf(id), { id, token: tokenText(id), told })
    pending.push(...release.tokens)
    if (release.text !== '') yield { text: release.text, entries: pending.splice(0) }
  }
  const rest = released.end()
  yield { text: ends ? rest.text : '', entries: [...pending, ...rest.tokens] }
}
