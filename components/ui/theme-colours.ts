/**
 * Reads colours as they are where `parent` stands: gives what reads one CSS colour, such as
 * `var(--ink)`, as a canvas takes it, until `done` is called.
 */
export function colourReader(parent: Element): { read(css: string): string; done(): void } {
  const probe = document.createElement('i')
  probe.hidden = true
  probe.style.setProperty('forced-color-adjust', 'none')
  parent.append(probe)
  const style = getComputedStyle(probe)
  return {
    read: (css) => {
      probe.style.color = css
      return style.color
    },
    done: () => probe.remove(),
  }
}

/** Calls `listener` when the theme changes, until the returned function is called. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  )
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', listener)
  }
}
