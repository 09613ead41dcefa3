const invalid = '[aria-invalid=true]'
const controls = 'input:not([type=range]), select, textarea, [contenteditable=true], [role=switch]'

/**
 * Moves the focus into a parameter's control (or into a field beside the parameters: `api_key`,
 * `endpoint`), or to its "Set" where it is not set, and scrolls it into view. Of several fields of
 * one name the one with a problem is meant. Says whether it was there.
 */
export function focusParameter(name: string): boolean {
  const fields = [
    ...document.querySelectorAll<HTMLElement>(
      `[data-parameter="${CSS.escape(name)}"], [data-field="${CSS.escape(name)}"]`,
    ),
  ]
  const field = fields.find((one) => one.querySelector(invalid)) ?? fields[0]
  const target =
    field?.querySelector<HTMLElement>(invalid) ??
    field?.querySelector<HTMLElement>(controls) ??
    field?.querySelector<HTMLElement>('button')
  if (!field || !target) return false
  field.scrollIntoView({ block: 'nearest' })
  target.focus()
  return true
}
