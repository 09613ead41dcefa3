import * as fc from 'fast-check'
import { parameterNames } from '#lib/parameters/index.ts'
import { travels } from './address.ts'
import type { Preset } from './preset.ts'
import { settingsArbitrary } from './settings.arbitrary.ts'

/** Texts of any kind, halves of surrogate pairs and control characters among them. */
const words = (most: number) =>
  fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: most }),
    fc
      .array(fc.nat(0xffff), { minLength: 1, maxLength: Math.min(most, 40) })
      .map((codes) => String.fromCharCode(...codes)),
  )

/** Presets that may travel: settings that the registry accepts, and what their author says of them. */
export const presetArbitrary: fc.Arbitrary<Preset> = fc
  .record(
    {
      settings: settingsArbitrary,
      name: words(100),
      description: words(300),
      authorNote: words(300),
      unlocked: fc.subarray([...parameterNames]),
    },
    { requiredKeys: ['settings'] },
  )
  // Other addresses stay where they are, which has tests of its own.
  .map(({ settings: { api_base, ...settings }, ...said }) =>
    api_base !== undefined && travels(api_base)
      ? { settings: { ...settings, api_base }, ...said }
      : { settings, ...said },
  )
