/** Asks for files with the browser's own picker; none where the person changes their mind. */
export function chooseFiles(accept: string, several: boolean): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.multiple = several
  input.hidden = true
  // Some browsers forget a picker whose input is not in the page.
  document.body.append(input)
  return new Promise((resolve) => {
    const answer = () => {
      resolve([...(input.files ?? [])])
      input.remove()
    }
    input.addEventListener('change', answer)
    input.addEventListener('cancel', answer)
    input.click()
  })
}
