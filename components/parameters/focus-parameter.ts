const controls = 'input:not([type=range]), select, textarea, [contenteditable=true], [role=switch]'

/**
 * Moves the focus into a parameter's control (or into the key's field, `api_key`), or to its "Set" where it is not set, and scrolls it
 * into view. Says whether it was there.
 */
export function focusParameter(name: string): boolean {
  const field = document.querySelector<HTMLElement>(
    `[data-parameter="${CSS.escape(name)}"], [data-field="${CSS.escape(name)}"]`,
  )
  const target =
    field?.querySelector<HTMLElement>('[aria-invalid=true]') ??
    field?.querySelector<HTMLElement>(controls) ??
    field?.querySelector<HTMLElement>('button')
  if (!field || !target) return false
  field.scrollIntoView({ block: 'nearest' })
  target.focus()
  return true
}
