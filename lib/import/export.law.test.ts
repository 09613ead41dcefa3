import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nastySettings } from '#lib/export/nasty.fixture.ts'
import { exporters } from '#lib/export/index.ts'
import { requestOf, type ExportRequest } from '#lib/export/request.ts'
import type { Settings } from '#lib/parameters/index.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import { readPaste } from './index.ts'

/** Addresses of providers that have none of their own. */
const typed: Readonly<Record<string, string>> = {
  azure: 'https://school.openai.azure.com',
  azure_v1: 'https://school.openai.azure.com/openai/v1',
  bedrock: 'https://bedrock-mantle.eu-west-1.api.aws/v1',
  vertex_ai: 'https://eu-aiplatform.googleapis.com/v1/projects/p/locations/eu/endpoints/openapi',
}

function requestFor(settings: Settings): ExportRequest | undefined {
  const operators = typed[settings.provider ?? '']
  const reach = { hasKey: () => true, ...(operators ? { operators } : {}) }
  const request = requestOf(settings, () => reach, 'http://127.0.0.1:3000')
  return request.ok ? request.value : undefined
}

describe('what is exported', () => {
  it.each(['curl', 'openai-python', 'openai-typescript'])(
    'is imported from %s as the same request',
    (id) => {
      const exporter = exporters.find((one) => one.id === id)
      fc.assert(
        fc.property(nastySettings(), (settings) => {
          const request = requestFor(plain(settings))
          if (!exporter || !request) return
          const read = readPaste(exporter.write(request))
          if (!read.ok) throw new Error(read.error)
          const imported = read.value.preset.settings
          const again = requestFor(imported)
          expect(again?.body).toEqual(request.body)
          expect(again?.url).toBe(request.url)
          // Several rows share an address of this machine.
          const { provider } = request
          expect(imported.provider).toBe(
            provider.kind === 'custom' ? imported.provider : provider.id,
          )
        }),
        { numRuns: 100 },
      )
    },
    60_000,
  )
})

/** Without what no code can tell: that a rule was lifted, and that nothing was added. */
function plain({ send_anyway: _lifted, extra_body: extra, ...settings }: Settings): Settings {
  const { onlyModel } = providerOf(settings.provider ?? 'openai')
  return {
    ...settings,
    ...(extra && Object.keys(extra).length > 0 ? { extra_body: extra } : {}),
    ...(onlyModel ? { model: onlyModel } : {}),
  }
}
