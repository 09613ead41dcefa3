import fc from 'fast-check'

/** For tests: property names, some of them awkward. */
const names = fc.constantFrom('a', 'ab', 'name', 'na"me', 'é', '', 'kind', 'x y', '\n')

const bounds = fc.constantFrom(-1234.5, -20, -7, -1, -0.25, 0, 0.125, 1, 3, 9, 10, 42, 99, 100, 1e6)

/** Two bounds in order, each of which may be left out. */
const numeric = fc
  .record({ a: bounds, b: bounds, low: fc.nat({ max: 2 }), high: fc.nat({ max: 2 }) })
  .map(({ a, b, low, high }) => ({
    ...[{}, { minimum: Math.min(a, b) }, { exclusiveMinimum: Math.min(a, b) - 1 }][low],
    ...[{}, { maximum: Math.max(a, b) }, { exclusiveMaximum: Math.max(a, b) + 1 }][high],
  }))

const patterns = fc.constantFrom(
  '^a+$',
  '[0-9]{2}',
  '^(foo|bar)',
  'z$',
  '^\\w+ \\w+$',
  '^[^a-z]*$',
  'é|ü',
  '^\\S{1,3}$',
  '^.{2}$',
  '^[a-f]{2,5}x?$',
  '\\n',
  '^(ab*c?){1,3}$',
  '"',
  '^\\p{L}$',
  '(?=a)b',
)
const formats = fc.constantFrom(
  'date',
  'time',
  'date-time',
  'email',
  'uuid',
  'hostname',
  'ipv4',
  'uri',
)
const text = fc
  .record(
    {
      minLength: fc.nat({ max: 4 }),
      maxLength: fc.nat({ max: 12 }),
      pattern: patterns,
      format: formats,
    },
    { requiredKeys: [] },
  )
  .map((keywords) => {
    // Most together match nothing.
    const { format, ...rest } = keywords
    return format === undefined ? rest : { format }
  })

const literal = fc.oneof(
  fc.constantFrom('red', 'green', 'a"b', 'ünder', '', ' '),
  fc.constantFrom(1, -2.5, 1e21, true, null, 12, 123),
  fc.constantFrom({ a: [1, 'x'], b: null }, [[1]]),
)

const scalar = fc.oneof(
  text.map((keywords) => ({ type: 'string', ...keywords })),
  numeric.map((keywords) => ({ type: 'number', ...keywords })),
  fc
    .record({ multiple: fc.constantFrom(undefined, 2, 7), rest: numeric })
    .map(({ multiple, rest }) => ({
      type: 'integer',
      ...rest,
      ...(multiple === undefined ? {} : { multipleOf: multiple }),
    })),
  fc.constantFrom({ type: 'boolean' }, { type: 'null' }, {}, { type: ['string', 'null'] }),
  fc.constantFrom({ type: ['integer', 'string'], maxLength: 3, minimum: 5 }, true as const),
  fc.array(literal, { minLength: 1, maxLength: 4 }).map((list) => ({ enum: list })),
  literal.map((value) => ({ const: value })),
)

const reference = fc.constantFrom(
  { $ref: '#' },
  { $ref: '#/$defs/node' },
  { $ref: '#/definitions/leaf' },
)

const nested = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    reference,
    fc
      .record({
        properties: fc.dictionary(names, tie('schema'), { maxKeys: 4 }),
        required: fc.subarray(['a', 'name', 'kind', 'é']),
        additionalProperties: fc.option(fc.oneof(fc.boolean(), tie('schema')), { nil: undefined }),
      })
      .map(({ properties, required, additionalProperties }) => ({
        type: 'object',
        properties,
        required: required.filter((name) => Object.hasOwn(properties, name)),
        ...(additionalProperties === undefined ? {} : { additionalProperties }),
      })),
    fc
      .record(
        {
          items: fc.oneof(fc.boolean(), tie('schema')),
          prefixItems: fc.array(tie('schema'), { maxLength: 2 }),
          minItems: fc.nat({ max: 2 }),
          maxItems: fc.nat({ max: 4 }),
        },
        { requiredKeys: [] },
      )
      .map((keywords) => ({ type: 'array', ...keywords })),
    fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    fc.array(tie('schema'), { minLength: 1, maxLength: 2 }).map((oneOf) => ({ oneOf })),
    tie('schema').map((one) => ({ allOf: [one], description: 'One of one.' })),
  ),
})).schema

/** For tests: schemas of all kinds, many of them recursive, some that nothing can satisfy. */
export const schemas = fc
  .record({ root: nested, node: nested, leaf: scalar })
  .map(({ root, node, leaf }) =>
    typeof root === 'object' && root !== null
      ? { ...root, $defs: { node }, definitions: { leaf } }
      : { anyOf: [root], $defs: { node }, definitions: { leaf } },
  )
