/** Moves the focus into a parameter's control and scrolls it into view. Says whether it was there. */
export function focusParameter(name: string): boolean {
  const field = document.querySelector<HTMLElement>(`[data-parameter="${CSS.escape(name)}"]`)
  const invalid = field?.querySelector<HTMLElement>('[aria-invalid=true]')
  const control =
    invalid ??
    field?.querySelector<HTMLElement>(
      'input:not([type=range]), select, textarea, [contenteditable=true], [role=switch]',
    )
  if (!field || !control) return false
  field.scrollIntoView({ block: 'nearest' })
  control.focus()
  return true
}
