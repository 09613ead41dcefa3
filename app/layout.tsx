import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { applyStoredTheme } from '#components/shell/stored-theme.ts'
import './globals.css'

export const metadata: Metadata = {
  title: 'Nucleus: a playground for chat completions',
  description:
    'Try every parameter of a chat completion and see how likely each token of the reply was.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#16181c' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: applyStoredTheme }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
