import type { Card } from '#lib/request/message-drafts.ts'
import { dragCard } from './drag-card.ts'
import { addFiles } from './files/add-files.ts'
import { splitAt } from './split-merge.ts'
import type { Messages } from './use-messages.ts'

/** The text of a message that was last written or stood in. */
let lastField: HTMLTextAreaElement | undefined

/** The field of a card in which the cursor was last; nothing where it was in no text of this card. */
export function lastFieldOf({ key }: Card): HTMLTextAreaElement | undefined {
  const card = lastField?.closest('[data-card]')
  return card?.getAttribute('data-card') === key && card.isConnected ? lastField : undefined
}

/**
 * Lets the messages of a conversation be dragged, split at the cursor, and given files. `event` is what
 * made the page ask for this, and counts as well: a finger enters and presses before there is a listener.
 */
export function attend(section: HTMLElement, messages: Messages, event: Event): void {
  if (!('attended' in section.dataset)) listen(section, messages)
  if (event.type === 'pointerdown') grip(event, messages)
  if (event.type === 'focusin') standIn(event)
}

function listen(section: HTMLElement, messages: Messages): void {
  section.dataset.attended = ''
  section.addEventListener('pointerdown', (event) => grip(event, messages))
  section.addEventListener('focusin', standIn)
  section.addEventListener('keydown', (event) => splitByKey(event, messages))
  section.addEventListener('dragover', (event) => takesFiles(event, messages))
  section.addEventListener('dragleave', (event) => mark(cardAt(event, messages)?.item, false))
  section.addEventListener('drop', (event) => drop(event, messages))
  section.addEventListener('paste', (event) => paste(event, messages))
}

/** Those that a drag began with, since one may come by the listener and by what asked for it. */
const gripped = new WeakSet<Event>()

function grip(event: Event, messages: Messages): void {
  const held = elementOf(event)?.closest<HTMLElement>('[data-grip]')
  if (!held || gripped.has(event) || !(event instanceof PointerEvent) || event.button !== 0) return
  gripped.add(event)
  dragCard(held, event, messages)
}

function standIn({ target }: Event): void {
  if (target instanceof HTMLTextAreaElement) lastField = target
}

function splitByKey(event: KeyboardEvent, messages: Messages): void {
  const { key, altKey, shiftKey, target } = event
  if (key !== 'Enter' || !altKey || !shiftKey || !(target instanceof HTMLTextAreaElement)) return
  const at = cardAt(event, messages)
  if (!at) return
  event.preventDefault()
  splitAt(target, { ...at, messages })
}

/** Types of files that become parts; any other file that is dropped is opened as a preset. */
const taken = /^(image\/|audio\/(x-|vnd\.)?wave?$|audio\/(mpeg|mp3)$|application\/pdf$)/

/** Marks the message that would take what is dragged over it, and says whether it would. */
function takesFiles(event: DragEvent, messages: Messages): boolean {
  const at = cardAt(event, messages)
  const items = [...(event.dataTransfer?.items ?? [])]
  if (!at || !canHaveParts(at.card) || !items.some(({ type }) => taken.test(type))) return false
  // Taken here, it is not opened as a preset.
  event.preventDefault()
  mark(at.item, true)
  return true
}

function drop(event: DragEvent, messages: Messages): void {
  const at = cardAt(event, messages)
  if (!at || !takesFiles(event, messages)) return
  mark(at.item, false)
  void addFiles([...(event.dataTransfer?.files ?? [])], { ...at, messages })
}

function paste(event: ClipboardEvent, messages: Messages): void {
  const at = cardAt(event, messages)
  const { clipboardData: data } = event
  // Office programs put a picture of the text beside it; the text is meant.
  if (!at || !canHaveParts(at.card) || !data?.files.length || data.getData('text/plain')) return
  event.preventDefault()
  void addFiles([...data.files], { ...at, messages })
}

function canHaveParts({ role, parts }: Card): boolean {
  return role === 'user' || parts !== undefined
}

function mark(item: Element | undefined, isOver: boolean): void {
  item?.toggleAttribute('data-over', isOver)
}

/** The message in which something happened; nothing in a dialog over it, or beside all of them. */
function cardAt(event: Event, messages: Messages) {
  const element = elementOf(event)
  const item = element?.closest('dialog') ? undefined : element?.closest('[data-message]')
  const index = Number(item?.getAttribute('data-message'))
  const card = messages.now()[index]
  return item && card ? { item, index, card, name: `${card.role} message ${index + 1}` } : undefined
}

function elementOf({ target }: Event): Element | undefined {
  return target instanceof Element ? target : undefined
}
