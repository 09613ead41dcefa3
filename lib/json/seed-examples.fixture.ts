/** The examples as the page that describes the parameters shows them, typographic quotes and all. */
export const seedExamples: { name: string; text: string; value: unknown }[] = [
  {
    name: 'logit_bias',
    text: '{\n“2683”: -100,\n“7211”: 5\n}',
    value: { '2683': -100, '7211': 5 },
  },
  {
    name: 'messages',
    text: `[
{
“role”: “system”,
“content”: “You are a helpful assistant that answers questions about programming.”
},
{
“role”: “user”,
“content”: “Can you explain what a JSON map is?”
}
]`,
    value: [
      {
        role: 'system',
        content: 'You are a helpful assistant that answers questions about programming.',
      },
      { role: 'user', content: 'Can you explain what a JSON map is?' },
    ],
  },
  {
    name: 'response_format',
    text: '{ "type": "json_object" }',
    value: { type: 'json_object' },
  },
  {
    name: 'tool_choice',
    text: '{\n“type”: “function”,\n“function”: {\n“name”: “get_weather”\n}\n}',
    value: { type: 'function', function: { name: 'get_weather' } },
  },
  {
    name: 'tools',
    text: `[
{
“type”: “function”,
“function”: {
“name”: “get_weather”,
“description”: “Fetches the current weather for a given location.”,
“parameters”: {
“type”: “object”,
“properties”: {
“location”: {
“type”: “string”,
“description”: “The city or location to get the weather for.”
},
“date”: {
“type”: “string”,
“description”: “The date for which to get the weather (YYYY-MM-DD).”
}
},
“required”: [“location”]
}
}
}
]`,
    value: [
      {
        type: 'function',
        function: {
          name: 'get_weather',
          description: 'Fetches the current weather for a given location.',
          parameters: {
            type: 'object',
            properties: {
              location: {
                type: 'string',
                description: 'The city or location to get the weather for.',
              },
              date: {
                type: 'string',
                description: 'The date for which to get the weather (YYYY-MM-DD).',
              },
            },
            required: ['location'],
          },
        },
      },
    ],
  },
  {
    name: 'extra_body',
    text: '{\n“first_key”: 12345,\n“second_key”: “some_value”\n}',
    value: { first_key: 12345, second_key: 'some_value' },
  },
  {
    name: 'fallbacks',
    text: '[\n{\n“openai/*”: [\n“gpt-4o-mini”\n]\n}\n]',
    value: [{ 'openai/*': ['gpt-4o-mini'] }],
  },
  {
    name: 'metadata',
    text: `{
“request_id”: “req-8f21c9a2”,
“tenant_id”: “acme-prod”,
“workflow”: “blink-workflow”,
“feature”: “docs-helper”,
“trace_id”: “trace-91b7e3”,
“user_id”: “user-1234”,
“debug”: true
}`,
    value: {
      request_id: 'req-8f21c9a2',
      tenant_id: 'acme-prod',
      workflow: 'blink-workflow',
      feature: 'docs-helper',
      trace_id: 'trace-91b7e3',
      user_id: 'user-1234',
      debug: true,
    },
  },
  {
    name: 'a reply',
    text: `{
\t"id": "chatcmpl-CzHVeyzZj09MzGSXlmesrcTztrr66",
\t"choices": [
\t\t{
\t\t\t"message": {
\t\t\t\t"content": "The current weather in New York City is cloudy, with a temperature of 12°C."
\t\t\t},
\t\t\t"logprobs": { "content": [{ "token": "The", "bytes": [\n84\n], "logprob": -0.001632451661862433 }] }
\t\t}
\t]
}`,
    value: {
      id: 'chatcmpl-CzHVeyzZj09MzGSXlmesrcTztrr66',
      choices: [
        {
          message: {
            content: 'The current weather in New York City is cloudy, with a temperature of 12°C.',
          },
          logprobs: { content: [{ token: 'The', bytes: [84], logprob: -0.001632451661862433 }] },
        },
      ],
    },
  },
]
