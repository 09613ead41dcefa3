import type { EditorView } from '@codemirror/view'
import { placeInJson, type MessageText } from '#lib/request/message-texts.ts'

/** Where a match is on the page: a text box or an editor, and the stretch of what is written in it. */
export type PagePlace =
  | { kind: 'box'; box: HTMLTextAreaElement; from: number; to: number }
  | { kind: 'editor'; view: EditorView; from: number; to: number }
  /** The message alone, where its text is not in view. */
  | { kind: 'message'; element: HTMLElement }

/** Finds a stretch of a text, in UTF-16 units, in the fields of the conversation. */
export async function placeOf(
  texts: readonly MessageText[],
  { text: at, start, end }: { text: number; start: number; end: number },
): Promise<PagePlace | undefined> {
  const text = texts[at]
  const section = document.querySelector<HTMLElement>('[data-parameter=messages]')
  if (!text || !section) return undefined
  const message = section.querySelector<HTMLElement>(`[data-message="${text.message}"]`)
  const around = message ?? section
  const alike = texts.filter((one) => one.message === text.message && one.text === text.text)
  const itself = fieldWith(around, text.text, alike.indexOf(text))
  if (itself) return itself.at(start, end)
  const { written } = text
  const json = written && fieldWith(around, written.json, 0)
  if (json) return json.at(placeInJson(written, start), placeInJson(written, end))
  const editor = await editorWith(around, text, { start, end })
  return editor ?? (message ? { kind: 'message', element: message } : undefined)
}

/** The text box that shows a text, the nth of several; its own line breaks are plain ones. */
function fieldWith(around: HTMLElement, text: string, nth: number) {
  const plain = withPlainBreaks(text)
  const boxes = [...around.querySelectorAll('textarea')].filter(
    (box) => box.value === plain && !box.closest('[data-field]'),
  )
  const box = boxes[nth] ?? boxes[0]
  if (!box) return undefined
  const inBox = (place: number) => withPlainBreaks(text.slice(0, place)).length
  return {
    at: (from: number, to: number): PagePlace => ({
      kind: 'box',
      box,
      from: inBox(from),
      to: inBox(to),
    }),
  }
}

/** The same for the editor that takes the place of a JSON field once it was used. */
async function editorWith(
  around: HTMLElement,
  { text, written }: MessageText,
  { start, end }: { start: number; end: number },
): Promise<PagePlace | undefined> {
  const elements = [...around.querySelectorAll<HTMLElement>('.cm-editor')]
  if (elements.length === 0) return undefined
  // It is loaded already, or there were no such element.
  const { EditorView: Editor } = await import('@codemirror/view')
  const views = elements.flatMap((element) => Editor.findFromDOM(element) ?? [])
  const shows = (wanted: string) =>
    views.find(({ state }) => state.doc.toString() === withPlainBreaks(wanted))
  const own = shows(text)
  if (own) return { kind: 'editor', view: own, from: start, to: end }
  const view = written && shows(written.json)
  return view
    ? { kind: 'editor', view, from: placeInJson(written, start), to: placeInJson(written, end) }
    : undefined
}

function withPlainBreaks(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}
