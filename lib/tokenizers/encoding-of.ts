import type { ProviderId } from '#lib/providers/catalogue.ts'
import { splitModelId } from '#lib/providers/model-ids.ts'
import { isSameModel } from '#lib/reply/audit/model-names.ts'
import type { Encoding } from './encoding.ts'

/**
 * Families of model names by encoding; a dated edition or another member of a family has the
 * encoding of the family. The first that matches counts. Read from tiktoken's model.py and from the
 * model list of gpt-tokenizer 4.0.0, which a test compares.
 */
const families: readonly (readonly [RegExp, Encoding])[] = [
  [/^gpt-oss[-:](?:safeguard-)?\d+b$/, 'o200k_harmony'],
  [/^chatgpt-4o-/, 'o200k_base'],
  [/^gpt-4o(?:-|$)/, 'o200k_base'],
  [/^gpt-4\.[15](?:-|$)/, 'o200k_base'],
  [/^gpt-5(?:\.[1-6])?(?:-|$)/, 'o200k_base'],
  [/^gpt-audio(?:-|$)/, 'o200k_base'],
  [/^o(?:1|3|4-mini)(?:-|$)/, 'o200k_base'],
  [/^(?:codex-mini-latest|computer-use-preview(?:-[\d-]+)?)$/, 'o200k_base'],
  [/^gpt-4(?:-32k|-turbo)?(?:-preview)?(?:-\d{4})?(?:-(?:vision-)?preview)?$/, 'cl100k_base'],
  [/^gpt-4-turbo-\d{4}-\d\d-\d\d$/, 'cl100k_base'],
  [/^gpt-3\.?5(?:-turbo(?:-16k|-instruct)?)?(?:-\d{4})?$/, 'cl100k_base'],
  [/^(?:babbage|davinci)-002$/, 'cl100k_base'],
  [/^text-davinci-00[23]$/, 'p50k_base'],
  [/^text-davinci-001$/, 'r50k_base'],
  [/^gpt-?2$/, 'gpt2'],
]

/** Families whose names begin alike but which write no tokens of the family's encoding. */
const noText = /-(?:tts|transcribe|realtime)(?:-|$)/

/** Where a model's id is the name that somebody gave to a deployment, and may say anything. */
const ownNames: ReadonlySet<ProviderId> = new Set(['azure', 'azure_v1'])

/**
 * The encoding that a model at a provider uses; nothing where that is not known. An id counts without
 * the path before it (`openai/gpt-4o`), a fine-tuned model as the one it was made from
 * (`ft:gpt-4o-mini:acme::1`). `answered` is the model that a reply to this very id named: it counts
 * more than the id, which can be an alias.
 */
export function encodingOf(
  provider: ProviderId,
  model: string,
  answered?: string,
): Encoding | undefined {
  if (provider === 'teaching') return 'o200k_base'
  const told = answered === undefined ? undefined : byName(bareName(answered))
  const isAlias = answered !== undefined && !isSameModel(model, answered)
  return told ?? (isAlias || isDeployment(provider, model) ? undefined : byName(bareName(model)))
}

/** `azure/…` at a gateway is a deployment as well. */
function isDeployment(provider: ProviderId, model: string): boolean {
  return ownNames.has(provider) || splitModelId(model)?.provider === 'azure'
}

function byName(name: string): Encoding | undefined {
  if (noText.test(name)) return undefined
  return families.find(([pattern]) => pattern.test(name))?.[1]
}

function bareName(id: string): string {
  const last = (id.split('/').at(-1) ?? id).trim().toLowerCase()
  return last.startsWith('ft:') ? (last.split(':')[1] ?? '') : last
}
