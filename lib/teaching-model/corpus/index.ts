import { unpack, type LearnedText } from '../language/learned-text.ts'
import packed from './packed.json' with { type: 'json' }

/** Everything the teaching model has read, indexed ahead by `npm run corpus`. */
export function readCorpus(): LearnedText {
  return unpack(packed)
}
