import type { ClipboardEvent, DragEvent } from 'react'

/** Types of files that become parts of a message; any other file that is dropped is opened as a preset. */
const taken = /^(image\/|audio\/(x-|vnd\.)?wave?$|audio\/(mpeg|mp3)$|application\/pdf$)/

/** The handlers of a card that takes pasted images and dropped files. */
export function filesInto(take: (files: File[]) => void) {
  const onDrag = (event: DragEvent<HTMLElement>) => {
    const isTaken = [...event.dataTransfer.items].some(({ type }) => taken.test(type))
    // Taken here, it is not opened as a preset.
    if (isTaken) event.preventDefault()
    event.currentTarget.toggleAttribute('data-over', isTaken && event.type === 'dragover')
    return isTaken
  }
  return {
    onDragOver: onDrag,
    onDragLeave: ({ currentTarget }: DragEvent<HTMLElement>) =>
      currentTarget.removeAttribute('data-over'),
    onDrop: (event: DragEvent<HTMLElement>) => {
      if (onDrag(event)) take([...event.dataTransfer.files])
    },
    onPaste: (event: ClipboardEvent<HTMLElement>) => {
      const { files } = event.clipboardData
      // Office programs put a picture of the text beside it; the text is meant.
      if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return
      event.preventDefault()
      take([...files])
    },
  }
}
