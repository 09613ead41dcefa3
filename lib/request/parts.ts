import { applyEdits, modify } from 'jsonc-parser'
import { readDocument } from '#lib/json/document.ts'
import { partsText, readPartsText } from './parts-text.ts'

/** A content part as a card draws it; what a card cannot draw is `other` and stays as it is. */
export type PartModel =
  | { kind: 'text'; text: string }
  | { kind: 'image'; url: string; detail: string | undefined }
  | {
      kind: 'file'
      data: string | undefined
      filename: string | undefined
      id: string | undefined
    }
  | { kind: 'audio'; data: string; format: string }
  | { kind: 'other'; type: string }

/** A place in a list of parts: the 0-based part, then the keys inside it. */
export type PartPath = readonly [number, ...string[]]

type Fields = Readonly<Record<string, unknown>>

/** How the cards draw a part of a message. */
export function modelOf(part: unknown): PartModel {
  if (!isFields(part)) return { kind: 'other', type: 'part' }
  const type = typeof part.type === 'string' ? part.type : 'part'
  return drawn(part, type) ?? { kind: 'other', type }
}

function drawn(part: Fields, type: string): PartModel | undefined {
  if (type === 'text') return isText(part.text) ? { kind: 'text', text: part.text } : undefined
  const inner = part[type]
  if (!isFields(inner)) return undefined
  if (type === 'image_url') return imageOf(inner)
  if (type === 'input_audio') return audioOf(inner)
  return type === 'file' ? fileOf(inner) : undefined
}

function imageOf({ url, detail }: Fields): PartModel | undefined {
  if (!isText(url) || !isTextOrAbsent(detail)) return undefined
  return { kind: 'image', url, detail }
}

function audioOf({ data, format }: Fields): PartModel | undefined {
  return isText(data) && isText(format) ? { kind: 'audio', data, format } : undefined
}

function fileOf({ file_data: data, filename, file_id: id }: Fields): PartModel | undefined {
  if (!isTextOrAbsent(data) || !isTextOrAbsent(filename) || !isTextOrAbsent(id)) return undefined
  return { kind: 'file', data, filename, id }
}

/** The parts in the JSON text of a card; nothing where it is no list that can be read. */
export function partsIn(text: string): readonly unknown[] | undefined {
  const { value, problems } = readPartsText(text)
  return problems.length === 0 && Array.isArray(value) ? value : undefined
}

/** The text with another value at a place, or with none where the value is undefined. */
export function withValueAt(text: string, path: PartPath, value: unknown): string {
  return edited(text, (parts) => setIn(parts, path, value) as unknown[], [
    { path: [...path], value },
  ])
}

/** The text with a part put in before the 0-based place `at`. */
export function withPartAt(text: string, at: number, part: unknown): string {
  return edited(text, (parts) => parts.toSpliced(at, 0, part), [insertion(at, part)])
}

/** The text without one part. */
export function withoutPartAt(text: string, at: number): string {
  return edited(text, (parts) => parts.toSpliced(at, 1), [{ path: [at], value: undefined }])
}

/** The text with a part at another place. */
export function withPartMoved(text: string, from: number, to: number): string {
  const part = partsIn(text)?.[from]
  if (part === undefined) return text
  return edited(text, (parts) => parts.toSpliced(from, 1).toSpliced(to, 0, part), [
    { path: [from], value: undefined },
    insertion(to, part),
  ])
}

interface Edit {
  path: (string | number)[]
  value: unknown
  isArrayInsertion?: boolean
}

function insertion(at: number, value: unknown): Edit {
  return { path: [at], value, isArrayInsertion: true }
}

const layout = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } }

/** A text with comments is edited in place; any other is written anew, which is quicker when it is long. */
function edited(
  text: string,
  change: (parts: readonly unknown[]) => unknown[],
  edits: readonly Edit[],
): string {
  const parts = partsIn(text)
  if (!parts) return text
  if (!readPartsText(text).tolerated.includes('comment')) return partsText(change(parts))
  return edits.reduce((before, { path, value, ...options }) => {
    return applyEdits(before, modify(before, path, value, { ...layout, ...options }))
  }, readDocument(text).strict)
}

function setIn(holder: unknown, [key, ...rest]: readonly (string | number)[], value: unknown) {
  if (key === undefined) return value
  const inner = isFields(holder) || Array.isArray(holder) ? (holder as Fields)[key] : undefined
  const next: unknown = setIn(inner, rest, value)
  if (Array.isArray(holder)) return holder.with(Number(key), next)
  const { [key]: _, ...others } = isFields(holder) ? holder : {}
  if (next === undefined) return others
  return isFields(holder) ? { ...holder, [key]: next } : { [key]: next }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || isText(value)
}
