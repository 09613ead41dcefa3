import type * as z from 'zod'

/** One place that can answer a request. A row is data; nothing else in Nucleus knows a provider by name. */
export interface Provider {
  readonly id: string
  readonly title: string
  readonly summary: string
  /**
   * How requests travel: `in-process` never leaves Nucleus; `direct` speaks to the model's server;
   * `proxy` is a LiteLLM proxy, which does retries and fallbacks itself.
   */
  readonly route: 'in-process' | 'direct' | 'proxy'
  /** The base address that is used unless another is given; `/chat/completions` is added to it. */
  readonly endpoint?: string
  /** Whether the address is typed by the person (it then lives beside the preset, on this device). */
  readonly ownEndpoint: boolean
  /** The model that a provider with a single one has. */
  readonly onlyModel?: string
  readonly auth: 'bearer' | 'none'
  /** Whether a run without any key is pointless. */
  readonly keyRequired: boolean
  /** The environment variable of the server key. */
  readonly keyVariable?: string
  /** Parameters that are kept but never sent, each with the reason. */
  readonly refused: Readonly<Record<string, string>>
  /** Sharper schemas than the registry's, for providers that allow less. */
  readonly narrowed: Readonly<Record<string, z.ZodType>>
  /** Wire names that differ from ours. */
  readonly rename: Readonly<Record<string, string>>
  /** Target and router parameters that this provider takes in the body instead. */
  readonly inBody: readonly string[]
  /** `merge` puts the keys of extra_body at the top level; `key` sends it as `extra_body`. */
  readonly extraBody: 'merge' | 'key'
  /** The query parameter that carries api_version, where the address takes one. */
  readonly versionQuery?: string
}
