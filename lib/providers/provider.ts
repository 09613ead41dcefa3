import type * as z from 'zod'
import type { ProviderId } from './ids.ts'

/** Where a fact about a provider was read. */
export interface Source {
  /** A page that can be opened. */
  readonly url: string
  /** The day on which it was read, such as `2026-08-22`. */
  readonly read: string
}

/** Something that a provider does with a parameter. */
export interface Rule {
  /** In a few words, for the parameter's row. */
  readonly reason: string
  /** Where it was read. What is not verified has none, nor has the teaching model, which is ours. */
  readonly source?: Source
}

/** A sharper schema than the registry's, for a provider that allows less. */
export interface Limit extends Rule {
  readonly schema: z.ZodType
}

/** One place that can answer a request. A row is data; nothing else in Nucleus knows a provider by name. */
export interface Provider {
  readonly id: ProviderId
  readonly title: string
  readonly summary: string
  /** The section of the menu. */
  readonly kind: 'built-in' | 'gateway' | 'hosted' | 'local' | 'custom'
  /**
   * How requests travel: `in-process` never leaves Nucleus; `direct` speaks to the model's server;
   * `proxy` is a LiteLLM proxy, which does retries and fallbacks itself.
   */
  readonly route: 'in-process' | 'direct' | 'proxy'
  /** The base address that is used unless another is given; `/chat/completions` is added to it. */
  readonly endpoint?: string
  /** What an address looks like where there is no usual one, with capitals for what to fill in. */
  readonly endpointExample?: string
  /** Whether the address is typed by the person (it then lives beside the preset, on this device). */
  readonly ownEndpoint: boolean
  /** The path under the base that takes requests; `{model}` stands for the model's id. */
  readonly path?: string
  /** The path under the base that lists models; null where the provider lists none. */
  readonly modelsPath?: string | null
  /** The model that a provider with a single one has. */
  readonly onlyModel?: string
  /** What LiteLLM writes before a model of this provider: `anthropic` in `anthropic/claude-opus-4`. */
  readonly prefixes: readonly string[]
  /**
   * Which first segments the provider's own ids have before a slash: `any`, a list such as `openai`
   * for `openai/gpt-oss-20b`, or none where its ids are plain.
   */
  readonly ownPrefixes: 'any' | readonly string[]
  /** The header that carries the key: `Authorization: Bearer …`, or `api-key: …`. */
  readonly auth: 'bearer' | 'api-key' | 'none'
  /** Whether a run without any key is pointless. */
  readonly keyRequired: boolean
  /** The environment variable of the server key. */
  readonly keyVariable?: string
  /** Parameters that are kept but not sent unless the person insists. Each needs a source. */
  readonly refused: Readonly<Record<string, Rule>>
  /** Parameters of which the provider takes fewer values. */
  readonly limited: Readonly<Record<string, Limit>>
  /** Parameters that are sent although it is not known that they have an effect. */
  readonly unverified: Readonly<Record<string, Rule>>
  /** Parameters without which the provider answers nothing, each with what to say where it is not set. */
  readonly requires: Readonly<Record<string, string>>
  /** Wire names that differ from ours. */
  readonly rename: Readonly<Record<string, string>>
  /** Target and router parameters that this provider takes in the body instead. */
  readonly inBody: readonly string[]
  /** `merge` puts the keys of extra_body at the top level; `key` sends it as `extra_body`. */
  readonly extraBody: 'merge' | 'key'
  /** The query parameter that carries api_version; `api-version` unless another is named. */
  readonly versionQuery?: string
  /**
   * How logprobs are asked for: `boolean` is OpenAI's `logprobs: true` with `top_logprobs`; `integer`
   * is the older `logprobs: 5`, which both of them become.
   */
  readonly logprobsRequest?: 'boolean' | 'integer'
  /** The form in which logprobs come back, where that is known. */
  readonly logprobsShape?: 'content' | 'legacy' | 'none'
  /** That it refuses content parts other than text, where that is known. */
  readonly textOnly?: true
  /** What a trailing assistant message does, where that is known. */
  readonly prefill?: Prefill
  /** Something to know before choosing it, such as the day on which it ended. */
  readonly notice?: Rule
  /** Where the row's base address, authorisation and forms were read. */
  readonly source?: Source
}

/** What a provider does with a conversation that ends with the assistant's own words. */
export interface Prefill {
  /** `continues` goes on with the words, `answers` treats them as a turn, `refuses` gives an error. */
  readonly style: 'continues' | 'answers' | 'refuses'
  /** Keys that the request needs so that the words are continued. */
  readonly body?: Readonly<Record<string, unknown>>
  /** Keys that the trailing message itself needs. */
  readonly message?: Readonly<Record<string, unknown>>
  /** The key that takes the reply so far as token ids, in place of the trailing message's text. */
  readonly tokenIds?: string
  /** Where it was read. The teaching model has none, being ours. */
  readonly source?: Source
}
