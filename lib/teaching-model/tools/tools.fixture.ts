import { toolUseOf, type ToolSettings } from './definitions.ts'

const text = { type: 'string' } as const
const number = { type: 'number' } as const

function tool(
  name: string,
  description: string,
  properties: Record<string, unknown>,
  required = Object.keys(properties),
) {
  const parameters = { type: 'object', properties, required, additionalProperties: false }
  return { type: 'function', function: { name, description, parameters } } as const
}

/** For tests: tools such as people define them. */
export const sampleTools = {
  get_weather: tool(
    'get_weather',
    'Get the current weather in a given location',
    {
      location: { type: 'string', description: 'The city and state, e.g. San Francisco, CA' },
      unit: { type: 'string', enum: ['celsius', 'fahrenheit'] },
    },
    ['location'],
  ),
  get_time: tool('get_time', 'Tells the time in a city', { city: text }),
  send_email: tool('send_email', 'Send an email to a person', {
    to: { type: 'string', description: 'The email address of the recipient' },
    body: text,
  }),
  search_web: tool('search_web', 'Search the internet', { query: text }),
  add_numbers: tool('add_numbers', 'Adds two numbers', { a: number, b: number }),
  calculate: tool('calculate', 'Evaluates an arithmetic expression', { expression: text }),
  book_hotel: tool(
    'book_hotel',
    'Book a hotel room',
    {
      city: text,
      checkin: { type: 'string', format: 'date' },
      nights: { type: 'integer', minimum: 1 },
      guests: { type: 'integer', minimum: 1 },
      breakfast: { type: 'boolean' },
    },
    ['city', 'nights'],
  ),
  find_flights: tool('find_flights', 'Finds flights between two cities', {
    origin: text,
    destination: text,
    date: text,
  }),
  roll_dice: tool('roll_dice', 'Rolls dice', { sides: { type: 'integer' } }, []),
  convert_units: tool('convert_units', 'Converts a measurement into another unit', {
    value: number,
    from_unit: text,
    to_unit: text,
  }),
  set_light: tool('set_light', 'Turn a lamp on or off', {
    room: text,
    state: { type: 'string', enum: ['on', 'off'] },
  }),
  translate: tool('translate', 'Translate a text into another language', {
    text,
    language: text,
  }),
  get_stock_price: tool('get_stock_price', 'Current price of a share', { symbol: text }),
  set_reminder: tool('set_reminder', 'Remind the user of something', {
    task: text,
    time: text,
  }),
} as const

/** For tests: the use of some of these tools. */
export function usage(
  names: readonly (keyof typeof sampleTools)[] = allNames,
  settings: Omit<ToolSettings, 'tools'> = {},
) {
  const use = toolUseOf({ tools: names.map((name) => sampleTools[name]), ...settings })
  if (!use) throw new Error('No tool may be called.')
  return use
}

/** For tests: the names of all sample tools. */
export const allNames = Object.keys(sampleTools).filter(
  (name): name is keyof typeof sampleTools => name in sampleTools,
)
