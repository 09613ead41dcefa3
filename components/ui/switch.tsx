'use client'

/** An on/off switch. */
export function Switch({
  id,
  checked,
  onChange,
  onBlur,
  label,
  describedBy,
  invalid = false,
  disabled = false,
}: {
  id: string
  checked: boolean
  onChange(checked: boolean): void
  onBlur?(): void
  /** Needed only where no `<label>` names the switch. */
  label?: string
  describedBy?: string | undefined
  invalid?: boolean
  disabled?: boolean
}) {
  return (
    <button
      type="button"
      role="switch"
      id={id}
      aria-checked={checked}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      disabled={disabled}
      onClick={() => onChange(!checked)}
      onBlur={onBlur}
      className={`relative h-4 w-7 flex-none rounded-full disabled:opacity-50 forced-colors:border ${checked ? 'bg-accent' : 'bg-control'}`}
    >
      <span
        className={`absolute top-0.5 size-3 rounded-full bg-surface forced-colors:bg-[ButtonText] ${checked ? 'left-3.5' : 'left-0.5'}`}
      />
    </button>
  )
}
