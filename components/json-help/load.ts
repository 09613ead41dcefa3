import type { LoadKnowledge } from '#lib/json/help.ts'
import type { ParameterName } from '#lib/parameters/index.ts'
import type { Surroundings } from './knowledge.ts'

// What is known is much text, so that it comes with the first field that is edited as JSON.
const known = () => import('./knowledge.ts')

/** The parameters whose JSON is known. */
export const knownParameters: ReadonlySet<ParameterName> = new Set<ParameterName>([
  'tools',
  'tool_choice',
  'response_format',
  'messages',
  'logit_bias',
  'fallbacks',
  'prediction',
  'extra_body',
])

/** Fetches what is known about the JSON of a parameter; undefined where it may be anything. */
export function loadKnowledgeOf(name: ParameterName): LoadKnowledge | undefined {
  return knownParameters.has(name) ? async () => (await known()).knowledgeOf(name) : undefined
}

/** Fetches what is known about a text that is one entry of the list that a parameter is. */
export function loadKnowledgeOfEntry(name: ParameterName): LoadKnowledge {
  return loadPiece(name, { before: '[', after: ']', path: [0] })
}

/** Fetches what is known about a text that is one key's value in a message of this role. */
export function loadKnowledgeInMessage(role: string, key: 'content' | 'tool_calls'): LoadKnowledge {
  const before = `[{"role":${JSON.stringify(role)},"${key}":`
  return loadPiece('messages', { before, after: '}]', path: [0, key] })
}

function loadPiece(name: ParameterName, around: Surroundings): LoadKnowledge {
  return async () => (await known()).knowledgeOfPiece(name, around)
}

/** Fetches what is known about JSON Schemas. */
export const loadKnowledgeOfSchema: LoadKnowledge = async () => (await known()).knowledgeOfSchema()
