/** Where the chosen theme is kept; absent while the system decides. */
export const themeKey = 'nucleus.theme'

/** Runs in the head before the first paint, so that a chosen theme never flashes. */
export const applyStoredTheme = `try{const t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`
