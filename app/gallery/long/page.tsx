import type { Metadata } from 'next'
import { LongReply } from '#components/gallery/long-reply.tsx'

export const metadata: Metadata = { title: 'Gallery: a long reply', robots: 'noindex' }

/** For development and measurements: nothing links here. */
export default function Page() {
  return <LongReply />
}
