import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { limits } from './limits.ts'
import type { Budget } from './pattern/automaton.ts'
import { buildNetwork, type Network } from './network.ts'
import { hasCycle } from './schema/cycles.ts'
import { checkExclusive } from './schema/combined.ts'
import { addNode, refuse, type Context } from './schema/context.ts'
import { readSchema } from './schema/read.ts'
import { readString } from './schema/scalars.ts'
import { shortestTexts } from './schema/shortest.ts'
import type { Node, NodeId } from './node.ts'

/** What texts a schema allows, ready to be followed byte by byte. Not changed once made. */
export interface Grammar {
  nodes: readonly Node[]
  network: Network
  /** Length in bytes, roughly, of the shortest text of each node. */
  shortest: Float64Array
  root: NodeId
}

/** How a schema is read. */
export interface CompileOptions {
  /** The schema's place in the request, with which problems begin. */
  path?: string
  /** What is left of the work, shared by the schemas of a request; a schema's own where absent. */
  budget?: Budget
}

/**
 * Reads a JSON Schema as a grammar of the JSON texts that satisfy it, in one canonical layout. The
 * failure names the keyword that is not supported, the limit that is passed or that nothing can
 * satisfy the schema, with the place in it.
 */
export function compileSchema(schema: unknown, options: CompileOptions = {}): Result<Grammar> {
  const path = options.path ?? 'schema'
  const context: Context = {
    root: schema,
    read: readSchema,
    nodes: [],
    references: new Map(),
    anything: undefined,
    budget: options.budget ?? { left: limits.work },
    literalBytes: 0,
    exclusive: [],
    problem: undefined,
  }
  const root = readSchema(context, schema, { path, depth: 0 })
  if (context.literalBytes > limits.literalBytes) {
    refuse(context, path, 'names and enum members that long together are not supported.')
  }
  if (hasCycle(context.nodes)) {
    refuse(
      context,
      path,
      'a “$ref” that leads back to itself with no object or array between is not supported.',
    )
  }
  if (!context.problem) checkExclusive(context)
  return context.problem ? fail(failureOf(context.problem, path)) : finish(context, root, path)
}

/** The grammar of `json_object`: any JSON object. */
export function anyObject(): Grammar {
  const compiled = compileSchema({ type: 'object' })
  if (!compiled.ok) throw new Error(compiled.error.message)
  return compiled.value
}

function finish(context: Context, root: NodeId, path: string): Result<Grammar> {
  const leaf = readString(context, {}, path)
  // The last node is the keys of free objects.
  if (leaf) addNode(context, { kind: 'leaf', leaf, notes: {} })
  const { nodes } = context
  const shortest = shortestTexts(nodes)
  if ((shortest[root] ?? Infinity) === Infinity) {
    return fail(failureOf({ path, message: 'nothing can satisfy this schema.' }, path))
  }
  const network = buildNetwork(nodes, shortest, root)
  const message = 'a schema that large is not supported.'
  return network ? ok({ nodes, network, shortest, root }) : fail(failureOf({ path, message }, path))
}

function failureOf(problem: { path: string; message: string }, fallback: string): Failure {
  const path = problem.path === '' ? fallback : problem.path
  const message = `${path}: ${problem.message}`
  return { kind: 'invalid', status: 400, code: 'invalid_value', param: path, message }
}
