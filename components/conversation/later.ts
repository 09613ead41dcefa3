// Most conversations are plain text that nobody drags, folds or splits. All that is for more than that
// is one piece, which is loaded when the first of it is asked for.
export { CardExtras } from './card-extras.tsx'
export { CardMenu } from './card-menu.tsx'
export { dragCard } from './drag-card.ts'
export { addFiles } from './files/add-files.ts'
export { FoldedCard } from './folded-card.tsx'
export { HeadMenu } from './head-menu.tsx'
export { AddPartMenu } from './parts/add-part-menu.tsx'
export { SizeNote } from './size-note.tsx'
export { splitAt } from './split-merge.ts'
