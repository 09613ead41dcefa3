'use client'

/** A small tick box with a word; `label` is its whole name where the word alone says too little. */
export function Tick({
  title,
  label,
  checked,
  onChange,
}: {
  title: string
  label: string
  checked: boolean
  onChange(checked: boolean): void
}) {
  return (
    <label className="inline-flex h-6 items-center gap-1.5 text-small whitespace-nowrap text-ink-2 max-md:h-8">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
        className="size-3.5 flex-none accent-accent"
      />
      {title}
    </label>
  )
}
