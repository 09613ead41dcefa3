import type { Source } from '#lib/providers/provider.ts'

/** Where a fact about a provider was read, and when. */
export function SourceLink({ source }: { source: Source | undefined }) {
  if (!source) return null
  return (
    <a
      href={source.url}
      target="_blank"
      rel="noreferrer"
      className="underline underline-offset-2"
      title={`${source.url}, read on ${source.read}`}
    >
      Source, {source.read}
    </a>
  )
}
