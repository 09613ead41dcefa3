import { roleOf } from './role-of.ts'
import { strangeRoles } from './sharegpt.ts'
import type { Turn } from './turn.ts'

const start = '<|im_start|>'
const end = '<|im_end|>'

/** The messages of a text in ChatML; nothing where a text does not begin so. */
export function readChatMl(text: string, notes: string[]): Turn[] | undefined {
  const [before = '', ...pieces] = text.split(start)
  if (pieces.length === 0 || !/^\s{0,100}(?:<s>\s{0,10})?$/.test(before.slice(0, 200)))
    return undefined
  if (before.length > 200) return undefined
  const strange = new Set<string>()
  const turns = pieces.flatMap((piece, index) => {
    const isLast = index === pieces.length - 1
    const line = piece.indexOf('\n')
    const head = (line < 0 ? piece : piece.slice(0, line)).replace(end, '')
    const [, word = '', name] = /^\s{0,9}([^\s]{0,40})(?:\s{1,9}name=(\S{1,64}))?/.exec(head) ?? []
    const closes = piece.indexOf(end)
    const content = line < 0 ? '' : piece.slice(line + 1, closes < 0 ? undefined : closes)
    // A prompt ends where the model would begin.
    if (isLast && closes < 0 && content.trim() === '') return []
    const role = roleOf(word)
    if (!role) strange.add(word)
    return [{ role: role ?? 'user', content, ...(name === undefined ? {} : { name }) }]
  })
  if (strange.size > 0) notes.push(strangeRoles([...strange]))
  return turns.length > 0 ? turns : undefined
}
