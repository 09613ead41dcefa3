'use client'

/** Names with their values; those without a value are left out. */
type FactRows = readonly (readonly [string, string | number | undefined])[]

/** A headed list of names and values; those without a value are left out. */
export function FactList({ title, facts }: { title: string; facts: FactRows }) {
  if (facts.every(([, value]) => value === undefined)) return null
  return (
    <section className="border-b border-line p-4">
      <h2 className="mb-2 text-small font-semibold">{title}</h2>
      <Facts facts={facts} />
    </section>
  )
}

/** A list of names and values; those without a value are left out. */
export function Facts({ facts }: { facts: FactRows }) {
  const known = facts.filter(([, value]) => value !== undefined)
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-small">
      {known.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{name}</dt>
          <dd className="font-mono wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
