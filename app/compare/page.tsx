import type { Metadata } from 'next'
import { ComparePage } from '#components/compare/compare-page.tsx'

export const metadata: Metadata = { title: 'Compare · Nucleus' }

/** Two runs side by side. */
export default function Page() {
  return <ComparePage />
}
