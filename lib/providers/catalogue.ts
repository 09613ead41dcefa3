import { providerIds, type ProviderId } from './ids.ts'
import type { Provider } from './provider.ts'
import { dashscope, moonshot } from './rows/asia.ts'
import { azure, azureV1 } from './rows/azure.ts'
import { teaching } from './rows/built-in.ts'
import { anthropic, bedrock, gemini, vertex } from './rows/clouds.ts'
import { openaiCompatible } from './rows/custom.ts'
import { github, huggingface, litellm, openrouter } from './rows/gateways.ts'
import { cerebras, deepinfra, fireworks, groq, nvidia, sambanova, together } from './rows/hosts.ts'
import { cohere, deepseek, mistral, perplexity, xai } from './rows/labs.ts'
import { llamacpp, lmStudio, ollama, vllm } from './rows/local.ts'
import { openai } from './rows/openai.ts'

export { providerIds, type ProviderId } from './ids.ts'

const rows: Record<ProviderId, Provider> = {
  teaching,
  litellm,
  openrouter,
  huggingface,
  github,
  openai,
  azure,
  azure_v1: azureV1,
  anthropic,
  gemini,
  vertex_ai: vertex,
  bedrock,
  mistral,
  groq,
  together_ai: together,
  fireworks_ai: fireworks,
  deepseek,
  xai,
  cerebras,
  perplexity,
  nvidia_nim: nvidia,
  cohere,
  deepinfra,
  sambanova,
  moonshot,
  dashscope,
  ollama,
  vllm,
  lm_studio: lmStudio,
  llamacpp,
  openai_compatible: openaiCompatible,
}

/** The sections of the menu, in order. */
export const kinds: readonly { kind: Provider['kind']; title: string }[] = [
  { kind: 'built-in', title: 'Built in' },
  { kind: 'gateway', title: 'Gateways' },
  { kind: 'hosted', title: 'Hosted' },
  { kind: 'local', title: 'On this machine' },
  { kind: 'custom', title: 'Any other' },
]

/** Every provider, in the order of the menu. */
export const providers: readonly Provider[] = providerIds.map((id) => rows[id])

/** The row of a provider. */
export function providerOf(id: ProviderId): Provider {
  return rows[id]
}
