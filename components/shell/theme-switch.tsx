'use client'

import { IconButton } from '#components/ui/button.tsx'
import { themeKey } from './stored-theme.ts'

/** Turns to the other theme and remembers it. Until it is pressed the system decides. */
export function ThemeSwitch() {
  return <IconButton icon="contrast" label="Switch between light and dark" onClick={switchTheme} />
}

function switchTheme(): void {
  const root = document.documentElement
  const dark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = dark ? 'light' : 'dark'
  try {
    localStorage.setItem(themeKey, root.dataset.theme)
  } catch {
    // Without storage the choice lasts for this visit.
  }
}
