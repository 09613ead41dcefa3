import { parseDrafts, type Drafts } from '#lib/request/drafts.ts'

/** A text that is equal for two forms that set the same, however their fields came to it. */
export function fingerprintOf(drafts: Drafts): string {
  const { settings, problems } = parseDrafts(drafts)
  const unreadable = problems.flatMap(({ parameter }) =>
    Object.hasOwn(settings, parameter) ? [] : [parameter],
  )
  // Only a draft tells what stands in a field that cannot be read.
  const raw = unreadable.map((name) => [
    name,
    Object.entries(drafts).find(([one]) => one === name)?.[1],
  ])
  return JSON.stringify([settings, raw])
}
