import { findMatches, replaceMatches } from '#lib/request/find.ts'
import type { Answer, Question } from './find-question.ts'

/** Runs the patterns of a person, of which some never end, where they can be ended. */
addEventListener('message', ({ data }: MessageEvent<Question>) => postMessage(answer(data)))
postMessage('ready')

function answer({ texts, query, replacement, only }: Question): Answer {
  return replacement === undefined
    ? { found: findMatches(texts, query) }
    : { replaced: replaceMatches(texts, query, replacement, only) }
}
