import { onTeachingModel, user, type StarterGroup } from './starter-preset.ts'

const weatherTool = {
  type: 'function' as const,
  function: {
    name: 'get_weather',
    description: 'Get the current weather in a city',
    parameters: {
      type: 'object',
      properties: {
        city: { type: 'string' },
        unit: { type: 'string', enum: ['celsius', 'fahrenheit'] },
      },
      required: ['city'],
      additionalProperties: false,
    },
  },
}

const weatherQuestion = user('What is the weather in Lisbon?')

/** Presets about replies that programs read. */
export const forms: StarterGroup = {
  title: 'Replies for programs',
  presets: [
    {
      id: 'extract-json',
      name: 'Facts into JSON',
      description: 'Reads a name, an age and a city out of a sentence, in the form of a schema.',
      authorNote:
        'Braces, quotes and keys are certain, because the schema allows nothing else; look where the model could still choose.',
      settings: onTeachingModel({
        messages: [user('Anna Kowalska is 34 years old and lives in Gdansk. Extract the person.')],
        seed: 42,
        response_format: {
          type: 'json_schema',
          json_schema: {
            name: 'person',
            strict: true,
            schema: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                age: { type: 'integer' },
                city: { type: 'string' },
              },
              required: ['name', 'age', 'city'],
              additionalProperties: false,
            },
          },
        },
      }),
    },
    {
      id: 'tool-call',
      name: 'Call a tool',
      description: 'Offers a weather function, which the model asks to be called.',
      authorNote:
        'There is no text: the reply is a call with arguments, and the finish reason is tool_calls. Nobody looks the weather up; that would be your program’s part.',
      settings: onTeachingModel({
        messages: [weatherQuestion],
        tools: [weatherTool],
        seed: 42,
      }),
    },
    {
      id: 'tool-result',
      name: 'Answer from a tool’s result',
      description: 'The second half of a tool call: the result is in the conversation.',
      authorNote:
        'The numbers come from the tool message. Change the temperature there to 35 and run again.',
      settings: onTeachingModel({
        messages: [
          weatherQuestion,
          {
            role: 'assistant',
            content: null,
            tool_calls: [
              {
                id: 'call_1',
                type: 'function',
                function: { name: 'get_weather', arguments: '{"city": "Lisbon"}' },
              },
            ],
          },
          {
            role: 'tool',
            tool_call_id: 'call_1',
            content: '{"city": "Lisbon", "temperature": 21, "condition": "light rain"}',
          },
        ],
        tools: [weatherTool],
        seed: 42,
      }),
    },
  ],
}
