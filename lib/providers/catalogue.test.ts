import * as fc from 'fast-check'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { isParameterName, parameterOf, registry } from '#lib/parameters/index.ts'
import { messagesSchema } from '#lib/request/messages.ts'
import { kinds, providerIds, providers } from './catalogue.ts'
import keyVariables from './key-variables.json' with { type: 'json' }

/** Hosts of this machine, which alone may be spoken to without TLS. */
const localHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost'])

describe('the catalogue', () => {
  it('has one row for every id, in the order of the menu', () => {
    expect(providers.map(({ id }) => id)).toEqual([...providerIds])
    expect(new Set(providerIds).size).toBe(providerIds.length)
    expect(new Set(providers.map(({ title }) => title)).size).toBe(providers.length)
  })

  it('keeps the sections of the menu together', () => {
    const order = kinds.map(({ kind }) => kind)
    const places = providers.map(({ kind }) => order.indexOf(kind))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(new Set(places).size).toBe(order.length)
  })

  it('names the variables of every provider that takes a key, and no other', () => {
    const taking = providers.filter(({ auth }) => auth !== 'none')
    expect(keyVariables.map(({ provider }) => provider).toSorted()).toEqual(
      taking.map(({ id }) => id).toSorted(),
    )
    const names = keyVariables.flatMap(({ key, base }) => [key, base])
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[A-Z][A-Z0-9_]+$/)
    for (const { provider, key } of keyVariables) {
      expect(providers.find(({ id }) => id === provider)?.keyVariable).toBe(key)
    }
  })
})

describe.each(providers)('the row of $title', (row) => {
  it('gives a source, an https page and a day, for all that it refuses or limits', () => {
    const own = row.route === 'in-process'
    const ruled = own ? [] : Object.values({ ...row.refused, ...row.limited })
    const further = own ? [] : [row.prefill, row.notice].filter((one) => one !== undefined)
    const needed = own || row.kind === 'custom' ? [] : [row.source]
    for (const { reason } of ruled) expect(reason).not.toBe('')
    for (const source of [...ruled, ...further].map((one) => one.source).concat(needed)) {
      expect(URL.canParse(source?.url ?? '') && new URL(source?.url ?? '').protocol).toBe('https:')
      expect(z.iso.date().safeParse(source?.read).success).toBe(true)
    }
  })

  it('says of each parameter one thing at most, and of none that a request cannot do without', () => {
    const named = [row.refused, row.limited, row.unverified].flatMap((rules) => Object.keys(rules))
    expect(new Set(named).size).toBe(named.length)
    for (const name of named) {
      expect(isParameterName(name) && parameterOf(name).required).toBe(undefined)
    }
    for (const name of Object.keys(row.requires)) expect(row.refused).not.toHaveProperty([name])
  })

  it('has an address that can be called, or a field and an example for one', () => {
    const isCallable = ({ protocol, hostname }: URL) =>
      protocol === 'https:' || localHosts.has(hostname)
    const { endpoint, endpointExample, ownEndpoint, route } = row
    const plain = endpoint?.match(/[?#]|\/$|[A-Z]/)
    expect(plain ?? null).toBeNull()
    expect(endpoint === undefined || isCallable(new URL(endpoint))).toBe(true)
    const canBeTyped = ownEndpoint && endpointExample !== undefined
    expect(endpoint !== undefined || canBeTyped || route === 'in-process').toBe(true)
  })

  it('limits to less than the registry allows, and to something', () => {
    for (const [name, { schema }] of Object.entries(row.limited)) {
      if (!isParameterName(name)) throw new Error(name)
      const wide = parameterOf(name).schema
      const probes = probesOf(name)
      const allowed = probes.filter((value) => wide.safeParse(value).success)
      const here = probes.filter((value) => schema.safeParse(value).success)
      expect(allowed).toEqual(expect.arrayContaining(here))
      expect(here.length).toBeGreaterThan(0)
      expect(here.length).toBeLessThan(allowed.length)
    }
  })

  it('renames to names that stand for nothing else in one request', () => {
    for (const [from, to] of Object.entries(row.rename)) {
      const excluded = isParameterName(from) ? (parameterOf(from).excludes ?? []) : []
      const isOther = registry.some(({ name }) => name === to)
      expect(!isOther || excluded.some(({ parameter }) => parameter === to)).toBe(true)
    }
  })

  it('keeps a conversation valid when it marks its last message', () => {
    const messages = [
      { role: 'user', content: 'x' },
      { role: 'assistant', content: 'y', ...row.prefill?.message },
    ]
    expect(messagesSchema.safeParse(messages).success).toBe(true)
    expect(row.prefill?.style === 'continues' || row.prefill?.body === undefined).toBe(true)
  })
})

/** Many values, some of them near the edges of what a parameter takes. */
function probesOf(name: Parameters<typeof parameterOf>[0]): unknown[] {
  const numbers = [-3, -2, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 5, 8, 9, 20, 21, 128, 129]
  const words = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max', '']
  const objects = [{}, { a: 'b' }, { a: 1 }, { type: 'text' }, { type: 'json_object' }]
  const long = { [`k${'x'.repeat(70)}`]: 'v' }
  const any = fc.sample(fc.jsonValue({ maxDepth: 2 }), { numRuns: 200, seed: 7 })
  const near = fc.sample(fc.oneof(fc.integer({ min: -5, max: 140 }), fc.double()), {
    numRuns: 200,
    seed: 7,
  })
  return [parameterOf(name).start, ...numbers, ...words, ...objects, long, ...any, ...near]
}
