import type { Metadata } from 'next'
import { Gallery } from '#components/gallery/gallery.tsx'

export const metadata: Metadata = { title: 'Gallery of the viewer', robots: 'noindex' }

/** For development: nothing links here. */
export default function Page() {
  return <Gallery />
}
