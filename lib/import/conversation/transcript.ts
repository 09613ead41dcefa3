import { roleOf } from './role-of.ts'
import type { Turn } from './turn.ts'

/** The beginning of a turn. */
interface Label {
  role: string
  /** How it is written, letter by letter, and in what style: a text keeps to one for each role. */
  spelling: string
  style: string
  isQuestion: boolean
  /** What follows on the same line. */
  rest: string
}

/**
 * The turns of a plain transcript, such as `User: …` and `Assistant: …`; labels may be bold or headings
 * of Markdown. Nothing where the first line has no label, or less than two turns are there, none of them
 * the user’s. A role keeps the spelling that it has first, so that a text may hold labels of other kinds;
 * lines in fences are no labels.
 */
export function readTranscript(text: string): Turn[] | undefined {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const begins = labelIn(lines[first] ?? '')
  if (!begins) return undefined
  const spellings = new Map<string, string>()
  const turns: { role: string; lines: string[] }[] = []
  let isQuestions = isAsideOf(begins) ? undefined : begins.isQuestion
  let fence: string | undefined
  for (const line of lines.slice(first)) {
    const label = fence === undefined ? labelIn(line) : undefined
    const isTurn =
      label !== undefined &&
      label.style === begins.style &&
      (isAsideOf(label) || label.isQuestion === (isQuestions ?? label.isQuestion)) &&
      label.spelling === (spellings.get(label.role) ?? label.spelling)
    if (isTurn) {
      spellings.set(label.role, label.spelling)
      if (!isAsideOf(label)) isQuestions ??= label.isQuestion
      turns.push({ role: label.role, lines: [label.rest.trimStart()] })
    } else turns.at(-1)?.lines.push(line)
    fence = fenceAfter(fence, isTurn ? label.rest : line)
  }
  const said = turns.map(({ role, lines: own }) => ({ role, content: trimmed(own) }))
  if (said.length < 2 || !said.some(({ role }) => role === 'user')) return undefined
  // A prompt ends where the model would begin.
  return said.at(-1)?.content === '' ? said.slice(0, -1) : said
}

/** Instructions go with either way to name the two that talk. */
function isAsideOf({ role }: Label): boolean {
  return role === 'system' || role === 'developer'
}

const words = '([A-Za-z]{1,9}(?: [A-Za-z]{1,9})?)'
const forms: readonly (readonly [style: string, form: RegExp])[] = [
  ['plain', new RegExp(String.raw`^${words} ?:(?:[ \t]|$)([^]*)$`)],
  ['bold', new RegExp(String.raw`^\*\*${words} ?(?::\*\*|\*\* ?:)(?:[ \t]|$)([^]*)$`)],
  ['bold', new RegExp(String.raw`^__${words} ?(?::__|__ ?:)(?:[ \t]|$)([^]*)$`)],
  ['bold line', new RegExp(String.raw`^\*\*${words}\*\*[ \t]{0,9}()$`)],
  ['bracket', new RegExp(String.raw`^\[${words}\] ?:(?:[ \t]|$)([^]*)$`)],
]
const heading = new RegExp(String.raw`^(#{1,6}) {1,3}(?:\*\*)?${words} ?:?(?:\*\*)?:?[ \t]{0,9}$`)

function labelIn(line: string): Label | undefined {
  const plain = line.replace(/^[ \t]{1,3}/, '')
  const [, level = '', title = ''] = heading.exec(plain) ?? []
  if (level) return labelOf(level, title, '')
  for (const [style, form] of forms) {
    const [, word, rest = ''] = form.exec(plain) ?? []
    const label = word === undefined ? undefined : labelOf(style, word, rest)
    if (label) return label
  }
  return undefined
}

const questions: Readonly<Record<string, string>> = {
  q: 'user',
  question: 'user',
  a: 'assistant',
  answer: 'assistant',
}

/** The word `model` names one elsewhere; here it is a key of some configuration. */
function labelOf(style: string, spelling: string, rest: string): Label | undefined {
  const word = spelling.toLowerCase()
  const asked = Object.hasOwn(questions, word) ? questions[word] : undefined
  const role = asked ?? (word === 'model' ? undefined : roleOf(word))
  return role === undefined
    ? undefined
    : { role, spelling, style, rest, isQuestion: asked !== undefined }
}

/** The fence that is open after a line. */
function fenceAfter(open: string | undefined, line: string): string | undefined {
  const [, mark] = /^[ \t]{0,3}(```|~~~)/.exec(line) ?? []
  if (mark === undefined) return open
  if (open !== undefined) return mark === open ? undefined : open
  // One that ends on its own line holds no other.
  return line.trim().lastIndexOf(mark) > 2 ? undefined : mark
}

function trimmed(lines: readonly string[]): string {
  const text = lines.join('\n').trimEnd()
  const first = text.search(/\S/)
  const begin = first < 0 ? 0 : text.lastIndexOf('\n', first) + 1
  return text.slice(begin)
}
