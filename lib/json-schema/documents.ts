import type { Outline } from '#lib/json/outline.ts'
import { registry, type ParameterName } from '#lib/parameters/index.ts'
import { providerIds } from '#lib/providers/catalogue.ts'
import { documentOf, type SchemaDocument } from './document.ts'
import { metaSchema } from './meta-schema.ts'
import * as notes from './notes.ts'
import type { JsonSchema, SchemaObject } from './schema.ts'

const object = (properties: Record<string, JsonSchema>, required?: string[]): SchemaObject => ({
  type: 'object',
  properties,
  ...(required ? { required } : {}),
})
const text = { type: 'string' }

/** A schema that is written in the text itself, for the arguments of a tool or a reply. */
export const schemaDocument: SchemaDocument = documentOf(metaSchema, {
  words: (place, outer) => {
    const [around, outside] = [outer.at(-1), outer.at(-2)]
    if (place.endsWith('required[]')) return unlisted(keysIn(outside, 'properties'), around)
    if (!place.endsWith('$ref')) return []
    return outer.flatMap((one) => keysIn(one, '$defs')).map((name) => `#/$defs/${name}`)
  },
})

const parametersStart = { type: 'object', properties: {} }

const built: Partial<Record<ParameterName, (schema: SchemaObject) => SchemaDocument>> = {
  tools: (schema) =>
    documentOf(schema, {
      notes: notes.toolNotes,
      inside: { '[].function.parameters': schemaDocument },
      starts: { '[].function.parameters': parametersStart },
    }),
  tool_choice: (schema) => documentOf(schema, { notes: notes.toolChoiceNotes }),
  response_format: (schema) =>
    documentOf(schema, {
      notes: notes.responseFormatNotes,
      inside: { 'json_schema.schema': schemaDocument },
      starts: { 'json_schema.schema': parametersStart },
    }),
  messages: (schema) =>
    documentOf(schema, {
      notes: notes.messageNotes,
      more: {
        '[].content[]': {
          anyOf: [
            object({ type: { const: 'image_url' }, image_url: image }, ['type', 'image_url']),
            object({ type: { const: 'input_audio' }, input_audio: audio }, ['type', 'input_audio']),
            object({ type: { const: 'file' }, file }, ['type', 'file']),
          ],
        },
        '[].tool_calls[]': { anyOf: [callOf('function', 'arguments'), callOf('custom', 'input')] },
      },
    }),
  logit_bias: (schema) => documentOf(schema, { notes: notes.logitBiasNotes }),
  fallbacks: (schema) =>
    // Its schema checks entries by hand, and leaves their form open.
    documentOf(schema, {
      notes: notes.fallbackNotes,
      more: {
        '[]': {
          anyOf: [
            { ...text },
            {
              ...object({ model: text, provider: { enum: providerIds } }, ['model']),
              additionalProperties: { type: 'array', minItems: 1, items: text },
            },
          ],
        },
      },
    }),
  prediction: (schema) => documentOf(schema, { notes: notes.predictionNotes }),
  extra_body: (schema) => documentOf({ ...schema, ...body() }, { notes: bodyNotesOf() }),
}

const image = object({ url: text, detail: { enum: ['auto', 'low', 'high'] } }, ['url'])
const audio = object({ data: text, format: { enum: ['wav', 'mp3'] } }, ['data', 'format'])
const file = object({ filename: text, file_data: text, file_id: text, format: text })

/** A call of a kind of tool, whose input stands at a key. */
function callOf(type: 'function' | 'custom', input: string): SchemaObject {
  const called = object({ name: text, [input]: text }, ['name', input])
  return object({ id: text, type: { const: type }, [type]: called }, ['id', 'type', type])
}

const known = new Map<ParameterName, SchemaDocument | undefined>()

/** What is known of the JSON of a parameter; undefined where it may be anything. */
export function documentFor(name: ParameterName): SchemaDocument | undefined {
  if (!known.has(name)) known.set(name, built[name]?.(schemaOf(name)))
  return known.get(name)
}

/** The names of the parameters whose JSON is known. */
export const documented: readonly ParameterName[] = registry
  .map(({ name }) => name)
  .filter((name) => built[name] !== undefined)

function schemaOf(name: ParameterName): SchemaObject {
  const found = registry.find((one) => one.name === name)
  // A parameter's schema is an object of keywords, never true or false alone.
  return found
    ? (found.schema.toJSONSchema({ unrepresentable: 'any', io: 'input' }) as SchemaObject)
    : {}
}

/** The parameters that additional ones can override. */
const overridden = registry.filter(
  ({ to, name }) => to === 'body' && name !== 'extra_body' && name !== 'messages',
)

/** Parameters of the body, which can be overridden, and keys of single servers. */
function body(): SchemaObject {
  const own = overridden.map(({ name }) => [name, schemaOf(name)])
  return object({
    logprobs_mode: {
      enum: ['raw_logprobs', 'processed_logprobs', 'raw_logits', 'processed_logits'],
    },
    chat_template_kwargs: object({ enable_thinking: { type: 'boolean' } }),
    continue_final_message: { type: 'boolean' },
    add_generation_prompt: { type: 'boolean' },
    reasoning: object({ effort: { enum: ['none', 'minimal', 'low', 'medium', 'high'] } }),
    mock_response: text,
    mock_testing_fallbacks: { type: 'boolean' },
    ...Object.fromEntries(own),
  })
}

function bodyNotesOf(): Record<string, string> {
  const own = overridden.map(({ name, summary }) => [name, summary])
  return { ...Object.fromEntries(own), ...notes.bodyNotes }
}

function keysIn(around: Outline | undefined, name: string): string[] {
  const member = around?.entries.find(({ key }) => key?.says === name)
  return (member?.value?.entries ?? []).flatMap(({ key }) => (key ? [key.says] : []))
}

function unlisted(words: readonly string[], list: Outline | undefined): string[] {
  const listed = new Set(list?.entries.map(({ value }) => value?.says))
  return words.filter((word) => !listed.has(word))
}
