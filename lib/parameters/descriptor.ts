import type * as z from 'zod'
import type { GroupId } from './groups.ts'

/** How a parameter is edited. Bounds and options are read back from its schema, never repeated here. */
export type Widget =
  | { kind: 'slider'; step: number }
  | { kind: 'number'; unit?: string }
  /** A switch; with `key` it edits that boolean of an object, such as `stream_options.include_usage`. */
  | { kind: 'switch'; key?: string }
  | { kind: 'choice' }
  | { kind: 'text'; placeholder?: string }
  /** Short texts as chips. */
  | { kind: 'list' }
  /** A JSON value as text; `aid` names the part that helps to write it. */
  | { kind: 'json'; aid?: 'tools' | 'response-format' | 'logit-bias' }
  /** One of the schema's words, one or some of the tools, or a JSON object. */
  | { kind: 'tool-choice' }
  | { kind: 'provider' }
  | { kind: 'model' }
  | { kind: 'messages' }
  /** No row of its own: it is edited beside another parameter, and belongs to it. */
  | { kind: 'beside'; parameter: string }

/**
 * Where a value goes: into the JSON body, into the address, to Nucleus's own retries and fallbacks, or
 * nowhere, when it only rules what becomes of the others.
 */
export type Destination = 'body' | 'target' | 'router' | 'rules'

/** All set parameters of one request, by wire name; used where the value types do not matter. */
export type AnySettings = Readonly<Record<string, unknown>>

/** A parameter that must be set too, and the value it must have, where one is named. */
export interface Need {
  parameter: string
  equals?: unknown
  /** What to do about it, one sentence. */
  message: string
}

/** A parameter that must not be set at the same time. */
export interface Exclusion {
  parameter: string
  message: string
}

/** Everything Nucleus knows about one request parameter. Adding a parameter means adding one of these. */
export interface Parameter<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  /** The wire name: form field, preset key and link key alike. */
  readonly name: Name
  readonly title: string
  /** What it does, in one to three sentences. */
  readonly summary: string
  readonly group: GroupId
  /** The label in the parameter list of "generate a chat completion with LiteLLM", where it is there. */
  readonly seedLabel?: string
  readonly schema: Schema
  readonly widget: Widget
  readonly to: Destination
  /** What to say where a request lacks it; only the parameters that no request can do without. */
  readonly required?: string
  /** What "Set" starts from. */
  readonly start: z.output<Schema>
  /** What the API does when the parameter is absent; shown as a tick, never copied into state. */
  readonly apiDefault?: z.output<Schema>
  /** An example for fields written as text. */
  readonly example?: string
  /** Advice where the API has moved on. */
  readonly deprecated?: string
  /** Whether what may be sent of every other parameter can change with it. */
  readonly rulesAll?: boolean
  readonly needs?: readonly Need[]
  readonly excludes?: readonly Exclusion[]
  /** A rule that no range expresses; gives what to do, or nothing. */
  check?(value: z.output<Schema>, settings: AnySettings): string | undefined
  /** Something worth knowing that does not stop a run. */
  warn?(value: z.output<Schema>, settings: AnySettings): string | undefined
}

/** Keeps the literal name and the schema's type of a descriptor. */
export function parameter<const Name extends string, Schema extends z.ZodType>(
  descriptor: Parameter<Name, Schema>,
): Parameter<Name, Schema> {
  return descriptor
}
