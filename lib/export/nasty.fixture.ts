import * as fc from 'fast-check'
import type { Settings } from '#lib/parameters/index.ts'
import { settingsArbitrary } from '#lib/preset/settings.arbitrary.ts'
import { checkRequest } from '#lib/request/check.ts'
import { requestSteps } from '#lib/request/steps.ts'
import { requestOf, type ExportRequest } from './request.ts'

/** Texts that mean something to a shell, to a language, to a terminal or to nobody. */
const nasty = [
  "'",
  '"',
  "'''",
  '"""',
  '`',
  '$HOME',
  '${x}',
  '$(exit 1)',
  '%s %n',
  '\\',
  '\\u0041',
  '\\n',
  '!!',
  '#',
  '@file',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u200d',
  '\ufeff',
  '\uffff',
  '😀',
  '👩‍👩‍👧',
  'é',
  'NUCLEUS',
  '</script>',
  '{{x}}',
  'null',
  'yes',
  '1e5',
  ': - ',
  '*x',
]

/** Halves of surrogate pairs, which not every client can send. */
const halves = ['\ud800', '\udfff', 'a\ude00b']

/** Texts of such pieces and of any other characters. */
export function nastyText(withHalves = true): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...nasty, ...(withHalves ? halves : [])),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  // A half must not find its other half in the next piece.
  return fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(' '))
}

const numbers = fc.constantFrom(1e308, 5e-324, 1e21, 1e-7, 0.1, -2.5, 9_007_199_254_740_991, 0, -1)

/** Settings that may be sent, full of nasty texts, with no other address than their provider's. */
export function nastySettings(withHalves = true): fc.Arbitrary<Settings> {
  const text = nastyText(withHalves)
  const extra = fc.dictionary(
    text.map((key) => `x${key}`),
    fc.oneof(text, numbers, fc.boolean(), fc.constant(null), fc.array(text), fc.constant({})),
    { maxKeys: 4 },
  )
  return fc
    .tuple(settingsArbitrary, fc.array(text, { minLength: 1, maxLength: 3 }), extra, text)
    .map(([settings, contents, extraBody, user]): Settings => {
      const { api_base: _base, fallbacks: _fallbacks, timeout: _timeout, ...rest } = settings
      return {
        ...rest,
        provider: rest.provider ?? 'openai_compatible',
        model: rest.model ?? 'test-a',
        messages: contents.map((content) => ({ role: 'user' as const, content })),
        ...(rest.user === undefined ? {} : { user }),
        ...(rest.provider === 'azure' ? { api_version: rest.api_version ?? '2024-10-21' } : {}),
        extra_body: JSON.parse(JSON.stringify(extraBody)) as Record<string, unknown>,
      }
    })
    .filter((settings) => {
      const checked = checkRequest(settings)
      return checked.ok && requestSteps(checked.value).ok
    })
}

/** The request of such settings to a server at this base address, with a key at hand. */
export function requestAt(settings: Settings, base: string): ExportRequest {
  const request = requestOf(settings, () => ({ operators: `${base}/v1`, hasKey: () => true }), base)
  if (!request.ok) throw new Error(JSON.stringify(request.error))
  return request.value
}
