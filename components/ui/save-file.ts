/** Offers a text to be saved under a name, as a download of the browser. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the blob by the time that the next task runs.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
