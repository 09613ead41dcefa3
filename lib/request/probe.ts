import { probeTemperatures } from '#lib/logprobs/probe.ts'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { parameterOf, type ParameterName } from '#lib/parameters/index.ts'
import { availability, parameterAt, sentAnyway, unavailable } from '#lib/providers/availability.ts'
import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import { fail, ok, type Result } from '#lib/result.ts'

/** What is probed. */
export interface ProbeTarget {
  provider: ProviderId
  model: string
}

/** Short, with several likely first tokens. */
const prompt = 'Name a city in Europe.'

/** About what both calls together read and write, in tokens; chat templates add to the prompt. */
export const probeTokens = { input: 40, cached: 0, written: 0, output: 2 } as const

/** Of the settings of a run: where it went, and what is sent although a rule says otherwise. */
const carried = ['api_base', 'api_version', 'send_anyway'] as const

/**
 * The settings of the two calls of a probe, in the order of `probeTemperatures`, or one sentence on why
 * the target cannot be probed. `settings` are those of a run that the target answered.
 */
export function probeSettings(
  settings: AnySettings,
  { provider, model }: ProbeTarget,
): Result<AnySettings[], string> {
  const anyway = sentAnyway(settings)
  const top = mostAlternatives(provider, anyway)
  const refused = refusal(provider, anyway) ?? (top < 2 ? tooFew(provider) : undefined)
  if (refused) return fail(refused)
  const own = carried.filter(
    (name) => settings.provider === provider && settings[name] !== undefined,
  )
  const calls = probeTemperatures.map((temperature) => ({
    provider,
    model,
    messages: [{ role: 'user', content: prompt }],
    temperature,
    [limitName(settings, provider)]: 1,
    logprobs: true,
    top_logprobs: top,
    ...Object.fromEntries(own.map((name) => [name, settings[name]])),
  }))
  return ok(calls)
}

function refusal(provider: ProviderId, anyway: readonly string[]): string | undefined {
  const { title, logprobsShape } = providerOf(provider)
  if (logprobsShape === 'none') return `${title} returns no log probabilities.`
  const reasons = (['logprobs', 'top_logprobs', 'temperature'] as const).map((name) => {
    const reason = unavailable(provider, name, anyway)
    return reason && `A probe needs ${name}. ${reason}.`
  })
  const cold = probeTemperatures.find((one) => !allows(provider, 'temperature', one, anyway))
  return (
    reasons.find(Boolean) ??
    (cold === undefined ? undefined : `${title} does not take the temperature ${cold}.`)
  )
}

function tooFew(provider: ProviderId): string {
  return `${providerOf(provider).title} lists fewer than two alternatives.`
}

/** As many as the provider takes, 20 at most. */
function mostAlternatives(provider: ProviderId, anyway: readonly string[]): number {
  const counts = Array.from({ length: 20 }, (_, index) => 20 - index)
  return counts.find((count) => allows(provider, 'top_logprobs', count, anyway)) ?? 0
}

function allows(
  provider: ProviderId,
  name: ParameterName,
  value: unknown,
  anyway: readonly string[],
): boolean {
  return parameterAt(provider, parameterOf(name), anyway).schema.safeParse(value).success
}

/** The name of the token limit: that of the run, else the newer one where it is known to be taken. */
function limitName(settings: AnySettings, provider: ProviderId) {
  if (settings.max_tokens !== undefined) return 'max_tokens'
  if (settings.max_completion_tokens !== undefined) return 'max_completion_tokens'
  const { kind } = providerOf(provider)
  const isKnown = availability(provider, 'max_completion_tokens').status === 'supported'
  return isKnown && kind !== 'custom' ? 'max_completion_tokens' : 'max_tokens'
}
