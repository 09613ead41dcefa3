/** A tool to begin with. */
export interface ToolTemplate {
  title: string
  /** What it shows. */
  words: string
  tool: Record<string, unknown>
}

const text = (description: string) => ({ type: 'string', description })

function template(
  title: string,
  words: string,
  name: string,
  description: string,
  parameters: Record<string, unknown>,
): ToolTemplate {
  const tool = { type: 'function', function: { name, description, parameters } }
  return { title, words, tool }
}

/** Tools to begin with, the plainest first. */
export const toolTemplates: readonly ToolTemplate[] = [
  template('Empty function', 'a name and no arguments yet', 'my_tool', 'What it does, and when', {
    type: 'object',
    properties: {},
  }),
  template(
    'Weather',
    'one required argument, one that may be left out',
    'get_weather',
    'Fetches the current weather for a given location.',
    {
      type: 'object',
      properties: {
        location: text('The city or location to get the weather for.'),
        date: text('The date for which to get the weather (YYYY-MM-DD).'),
      },
      required: ['location'],
    },
  ),
  template('Search', 'a choice among words, and a number', 'search', 'Searches the documents.', {
    type: 'object',
    properties: {
      query: text('What to look for.'),
      order: { type: 'string', enum: ['relevance', 'newest'], description: 'What comes first.' },
      limit: { type: 'integer', minimum: 1, maximum: 20, description: 'How many results.' },
    },
    required: ['query'],
  }),
  template(
    'Calculator',
    'strict: the arguments always fit',
    'calculate',
    'Evaluates an arithmetic expression.',
    {
      type: 'object',
      properties: { expression: text('Such as (12.5 + 3) * 4') },
      required: ['expression'],
      additionalProperties: false,
    },
  ),
  {
    title: 'Custom tool',
    words: 'takes any text instead of arguments',
    tool: {
      type: 'custom',
      custom: { name: 'run_query', description: 'Runs a query that the model writes.' },
    },
  },
].map((one) => (one.title === 'Calculator' ? { ...one, tool: strictly(one.tool) } : one))

function strictly(tool: Record<string, unknown>): Record<string, unknown> {
  return { ...tool, function: { ...Object(tool.function), strict: true } as object }
}
