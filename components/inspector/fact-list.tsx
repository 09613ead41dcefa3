'use client'

/** A headed list of names and values; those without a value are left out. */
export function FactList({
  title,
  facts,
}: {
  title: string
  facts: readonly (readonly [string, string | undefined])[]
}) {
  const known = facts.filter(([, value]) => value !== undefined)
  if (known.length === 0) return null
  return (
    <section className="border-b border-line p-4">
      <h2 className="mb-2 text-small font-semibold">{title}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-small">
        {known.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="font-mono wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
