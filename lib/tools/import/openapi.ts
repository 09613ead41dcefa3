import { isCredentialName, wordsOf } from '#lib/request/forbidden-names.ts'
import { functionDraft, isObject, textOf, type DraftTool, type JsonObject } from './found-tool.ts'
import { legalName } from './legal-name.ts'
import { resolved, schemaReader } from './plain-schema.ts'

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace', 'query']

/** Characters of a description that are kept. */
const mostWords = 1024

/** Operations that are looked at; the limit on tools itself is far lower. */
const mostOperations = 2000

/** Whether a value is an OpenAPI document, one of its paths, or one operation. */
export function isOpenApi(value: JsonObject): boolean {
  if (isObject(value.paths) || typeof value.openapi === 'string') return true
  return isPathItem(value) || isOperation(value)
}

function isOperation(value: unknown): boolean {
  if (!isObject(value)) return false
  return typeof value.operationId === 'string' || (isObject(value.responses) && !value.paths)
}

function isPathItem(value: JsonObject): boolean {
  const held = methods.filter((method) => isObject(value[method]))
  return held.length > 0 && held.every((method) => isOperation(value[method]))
}

/** The operations of a document, a path or an operation, each as a function tool. */
export function toolsOfOpenApi(value: JsonObject, notes: Set<string>): DraftTool[] {
  if (isOperation(value)) return [toolOf(value, { document: value, method: '', path: '' }, notes)]
  const paths: JsonObject = isObject(value.paths) ? value.paths : { '/': value }
  const found: DraftTool[] = []
  for (const [path, item] of Object.entries(paths)) {
    const held = derefer(value, item)
    if (!isObject(held)) continue
    for (const method of methods) {
      const operation = held[method]
      if (!isObject(operation)) continue
      if (found.length >= mostOperations) {
        notes.add(`Only the first ${mostOperations.toLocaleString('en')} operations were read.`)
        return found
      }
      const shared = { ...operation, parameters: parametersOf(value, held, operation) }
      found.push(toolOf(shared, { document: value, method, path }, notes))
    }
  }
  return found
}

interface Place {
  document: JsonObject
  method: string
  path: string
}

function toolOf(operation: JsonObject, place: Place, notes: Set<string>): DraftTool {
  const { document, method, path } = place
  const source = method === '' ? 'OpenAPI operation' : `${method.toUpperCase()} ${path}`
  const name = textOf(operation.operationId) ?? legalName(`${method}_${path.replace(/^\//, '')}`)
  const said = [textOf(operation.summary), textOf(operation.description)]
  const words = [...new Set(said.filter((one) => one !== undefined))].join('\n\n')
  return functionDraft(name, source, {
    description: words === '' ? undefined : words.slice(0, mostWords),
    parameters: argumentsOf(document, operation, notes),
  })
}

/** The parameters of an operation; those of its path count where it has none of the same name and place. */
function parametersOf(document: JsonObject, item: JsonObject, operation: JsonObject): unknown[] {
  const own = listOf(operation.parameters).map((one) => derefer(document, one))
  const inherited = listOf(item.parameters).map((one) => derefer(document, one))
  const key = (one: unknown) => (isObject(one) ? `${String(one.in)} ${String(one.name)}` : '')
  const taken = new Set(own.map(key))
  return [...inherited.filter((one) => !taken.has(key(one))), ...own]
}

/** Everything that an operation takes, as the schema of one object. */
function argumentsOf(document: JsonObject, operation: JsonObject, notes: Set<string>): JsonObject {
  const read = schemaReader(document, notes)
  const properties: Record<string, unknown> = {}
  const required: string[] = []
  for (const given of listOf(operation.parameters)) {
    const parameter = derefer(document, given)
    if (!isObject(parameter) || !isArgument(parameter)) continue
    const name = String(parameter.name)
    properties[name] = described(read(schemaOf(parameter)), parameter.description)
    if (parameter.required === true || parameter.in === 'path') required.push(name)
  }
  const body = bodyOf(document, operation)
  if (body) addBody({ properties, required }, described(read(body.schema), body.description), body)
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required: [...new Set(required)] } : {}),
  }
}

/** Credentials are no arguments: whoever runs the tool has them. Nor is what HTTP itself sets. */
function isArgument({ name, in: where }: JsonObject): boolean {
  if (typeof name !== 'string' || where === 'body' || where === 'cookie') return false
  if (where === 'header' && /^(accept|content-type|authorization|user-agent)$/i.test(name))
    return false
  return !isCredentialName(wordsOf(name), '')
}

function schemaOf(parameter: JsonObject): unknown {
  if (isObject(parameter.schema)) return parameter.schema
  const content = isObject(parameter.content) ? Object.values(parameter.content)[0] : undefined
  if (isObject(content)) return content.schema
  // Swagger 2 writes the schema into the parameter itself.
  const { name: _name, in: _in, required: _required, description: _said, ...schema } = parameter
  return schema
}

interface Body {
  schema: unknown
  description: unknown
  required: boolean
}

function bodyOf(document: JsonObject, operation: JsonObject): Body | undefined {
  const body = derefer(document, operation.requestBody)
  if (isObject(body) && isObject(body.content)) {
    const types = Object.entries(body.content)
    const [, media] = types.find(([type]) => /json/i.test(type)) ?? types[0] ?? []
    if (!isObject(media) || media.schema === undefined) return undefined
    const required = body.required === true
    return { schema: media.schema, description: body.description, required }
  }
  const old = listOf(operation.parameters)
    .map((one) => derefer(document, one))
    .find((one): one is JsonObject => isObject(one) && one.in === 'body')
  if (!old || old.schema === undefined) return undefined
  return { schema: old.schema, description: old.description, required: old.required === true }
}

/** The properties of a body beside the other arguments; as one argument where that cannot be. */
function addBody(
  { properties, required }: { properties: Record<string, unknown>; required: string[] },
  schema: JsonObject,
  body: Body,
): void {
  const own = isObject(schema.properties) ? schema.properties : undefined
  const clashes = own && Object.keys(own).some((key) => Object.hasOwn(properties, key))
  const isPlain = own && !clashes && !schema.anyOf && !schema.oneOf && !schema.allOf
  if (isPlain) {
    Object.assign(properties, own)
    if (Array.isArray(schema.required)) required.push(...schema.required.map(String))
    return
  }
  properties[Object.hasOwn(properties, 'body') ? 'request_body' : 'body'] = schema
  if (body.required)
    required.push(Object.hasOwn(properties, 'request_body') ? 'request_body' : 'body')
}

function described(schema: JsonObject, description: unknown): JsonObject {
  const words = textOf(description)
  return words === undefined || textOf(schema.description)
    ? schema
    : { ...schema, description: words }
}

function derefer(document: JsonObject, value: unknown): unknown {
  let at = value
  for (let step = 0; step < 10 && isObject(at) && typeof at.$ref === 'string'; step += 1) {
    at = resolved(document, at.$ref)
  }
  return at
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
