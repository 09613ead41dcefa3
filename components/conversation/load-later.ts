import { lazy } from 'react'

/** Loads what a conversation of plain text does without. */
export const loadLater = () => import('./later.tsx')

/** The same, drawn once it is there. */
export const Later = lazy(async () => ({ default: (await loadLater()).Later }))
