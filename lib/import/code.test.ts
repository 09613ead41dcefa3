import { describe, expect, it } from 'vitest'
import { readPaste } from './index.ts'

function read(text: string) {
  const result = readPaste(text)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const settingsOf = (text: string) => read(text).preset.settings
const hello = [{ role: 'user', content: 'Hello' }]
const small = { model: 'gpt-4o-mini', messages: hello, temperature: 0.3 }

describe('Python', () => {
  it.each([
    [
      'a whole program',
      `import os
from openai import OpenAI

client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])

response = client.chat.completions.create(
    model="gpt-4o-mini",
    messages=[{"role": "user", "content": "Hello"}],  # one turn
    temperature=0.3,
)
print(response.choices[0].message.content)`,
    ],
    [
      'prompts of the interpreter',
      `>>> from openai import OpenAI\n>>> client = OpenAI()\n>>> r = client.chat.completions.create(\n...     model='gpt-4o-mini', temperature=.3,\n...     messages=[{'role': 'user', 'content': 'Hello'}])`,
    ],
    [
      'variables from before',
      `from openai import OpenAI\nMODEL: str = "gpt-4o-mini"\nmessages: list[dict] = [\n  {"role": "user", "content": "Hello"},\n]\nOpenAI().chat.completions.create(model=MODEL, messages=messages, temperature=3e-1)`,
    ],
    [
      'a function around it',
      `from openai import OpenAI\nasync def ask(client=None):\n    stream = await client.chat.completions.create(model="gpt-4o-mini", messages=[dict(role="user", content="Hello")], temperature=0.3)\n    async for chunk in stream:\n        print(chunk)\nclient = AsyncOpenAI()`,
    ],
    [
      'unpacked keyword arguments',
      `import openai\nclient = openai.OpenAI()\nparams = {"model": "gpt-4o-mini", "temperature": 0.3}\nclient.chat.completions.create(**params, messages=[{"role": "user", "content": "Hel" "lo"}])`,
    ],
    [
      'LiteLLM',
      `from litellm import completion\nresponse = completion(model="openai/gpt-4o-mini", messages=[{"role": "user", "content": "Hello"}], temperature=0.3)`,
    ],
    [
      'LiteLLM without a prefix',
      `litellm.completion("gpt-4o-mini", [{"role": "user", "content": "Hello"}], temperature=0.3)`,
    ],
    [
      'the requests package',
      `import requests\nrequests.post("https://api.openai.com/v1/chat/completions", headers={"Authorization": f"Bearer {KEY}"}, json={"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Hello"}], "temperature": 0.3})`,
    ],
    [
      'text sent by the requests package',
      `payload = {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Hello"}], "temperature": 0.3}\nrequests.post(url="https://api.openai.com/v1/chat/completions", data=json.dumps(payload))`,
    ],
    [
      'an older form',
      `import openai\nclient = OpenAI()\nopenai.ChatCompletion.create(model="gpt-4o-mini", messages=[{"role": "user", "content": "Hello"}], temperature=0.3)`,
    ],
  ])('is read from %s', (_, text) => {
    const imported = read(text)
    expect(imported).toMatchObject({ kind: 'python', notes: [] })
    expect(imported.preset.settings).toEqual({ provider: 'openai', ...small })
  })

  it.each([
    [
      'keyword arguments',
      `model="gpt-4o-mini", temperature=0.3,\nmessages=[{"role": "user", "content": "Hello"}]`,
    ],
    [
      'lines of assignments',
      `model = "gpt-4o-mini"\ntemperature = 0.3\nmessages = [{"role": "user", "content": "Hello"}]`,
    ],
    [
      'a dict',
      `{'model': 'gpt-4o-mini', 'temperature': 0.3, 'stream': None,\n 'messages': [{'role': 'user', 'content': 'Hello'}]}`,
    ],
    [
      'a variable with a dict',
      `payload = {\n  "model": "gpt-4o-mini",\n  "messages": [{"role": "user", "content": "Hello"}],\n  "temperature": 0.3,\n}`,
    ],
  ])('is read from %s, and leaves the provider alone', (_, text) => {
    expect(settingsOf(text)).toEqual(small)
  })

  it('reads every kind of literal', () => {
    const text = String.raw`client.chat.completions.create(
  model='m', seed=1_000, max_tokens=0x10, top_p=-.5 + 1, presence_penalty=-1.5, logprobs=True, store=False, user=None,
  stop=("a", r'\n', "\x41\u00e9\U0001F600\101\q", """two
lines"""),
  logit_bias={50256: -100, "11": 5,},
  messages=[{"role": "user", "content": ("one "
    'two ' f"three {{x}}" "\N{EM DASH}\
!")}],
)`
    expect(settingsOf(text)).toEqual({
      model: 'm',
      seed: 1000,
      max_tokens: 16,
      top_p: 0.5,
      presence_penalty: -1.5,
      logprobs: true,
      store: false,
      stop: ['a', '\\n', 'Aé😀A\\q', 'two\nlines'],
      logit_bias: { '50256': -100, '11': 5 },
      messages: [{ role: 'user', content: 'one two three {x}—!' }],
    })
  })

  it('finds address, provider and version of the client', () => {
    expect(
      settingsOf(
        `client = OpenAI(base_url="https://openrouter.ai/api/v1", api_key="sk-1")\nclient.chat.completions.create(model="openai/gpt-4o", messages=[{"role": "user", "content": "Hello"}])`,
      ),
    ).toEqual({ provider: 'openrouter', model: 'openai/gpt-4o', messages: hello })
    expect(
      settingsOf(
        `client = AzureOpenAI(azure_endpoint="https://school.openai.azure.com/", api_version="2024-10-21")\nclient.chat.completions.create(model="dep", messages=[{"role": "user", "content": "Hello"}])`,
      ),
    ).toEqual({
      provider: 'azure',
      model: 'dep',
      api_base: 'https://school.openai.azure.com',
      api_version: '2024-10-21',
      messages: hello,
    })
    expect(
      settingsOf(
        `completion(model="anthropic/claude-x", api_base="https://llm.example.org/v1", messages=[{"role": "user", "content": "Hello"}], num_retries=2)`,
      ),
    ).toMatchObject({ provider: 'anthropic', model: 'claude-x', num_retries: 2 })
  })

  it('sorts extra_body into what is known and what is not', () => {
    expect(
      settingsOf(
        `client.chat.completions.create(model="m", messages=[{"role": "user", "content": "Hello"}], extra_body={"top_k": 5, "guided_json": {"a": 1}}, extra_headers={"X-Test": "1"})`,
      ),
    ).toEqual({ model: 'm', messages: hello, top_k: 5, extra_body: { guided_json: { a: 1 } } })
  })

  it('names what it leaves out, and keeps no key', () => {
    const imported = read(`openai.api_key = "sk-hidden-1"
client = OpenAI(api_key="sk-hidden-2", default_headers={"Authorization": "sk-hidden-3"})
client.chat.completions.create(model="m", temperature=settings.heat, tools=load("tools.json"), api_key="sk-hidden-4",
  messages=[{"role": "system", "content": system_prompt}, {"role": "user", "content": f"Hi {name}"}], seed=3 if x else 4)`)
    expect(JSON.stringify(imported)).not.toContain('hidden')
    expect(imported.refused.map(({ name }) => name)).toEqual(['openai.api_key', 'api_key'])
    expect(imported.preset.settings).toEqual({
      provider: 'openai',
      model: 'm',
      messages: [
        { role: 'system', content: '{system_prompt}' },
        { role: 'user', content: 'Hi {name}' },
      ],
    })
    for (const place of [
      'temperature',
      'tools',
      'seed',
      'messages[0].content',
      'messages[1].content',
    ])
      expect(imported.notes.some((note) => note.startsWith(place))).toBe(true)
  })
})

describe('TypeScript and JavaScript', () => {
  it.each([
    [
      'a whole program',
      `import OpenAI from 'openai'

const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY })

async function main() {
  const completion = await client.chat.completions.create({
    model: 'gpt-4o-mini', // small
    messages: [{ role: 'user', content: 'Hello' }],
    temperature: 0.3,
  })
  console.log(completion.choices[0]?.message)
}
main()`,
    ],
    [
      'types and constants',
      `const model = 'gpt-4o-mini' as const\nconst messages: OpenAI.Chat.ChatCompletionMessageParam[] = [{ role: 'user', content: \`Hello\` }]\nconst openai = new OpenAI()\nopenai.chat.completions.create({ model, messages, temperature: 0.3 } satisfies Params<'a', 'b'>)`,
    ],
    [
      'a handler',
      `import OpenAI from "openai";\nconst openai = new OpenAI();\napp.post('/chat', async (req, res) => {\n  const options = { temperature: 0.3 };\n  const r = await openai.chat.completions.create({ ...options, "model": "gpt-4o-mini", messages: [{ role: "user", content: "Hello", }] });\n  res.json(r);\n});`,
    ],
    [
      'fetch',
      `const res = await fetch("https://api.openai.com/v1/chat/completions", {\n  method: "POST",\n  headers: { "Content-Type": "application/json", Authorization: \`Bearer \${key}\` },\n  body: JSON.stringify({ model: "gpt-4o-mini", messages: [{ role: "user", content: "Hello" }], temperature: 0.3 }),\n});`,
    ],
    [
      'axios',
      `const { data } = await axios.post('https://api.openai.com/v1/chat/completions', { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hello' }], temperature: 0.3 }, { headers: { Authorization: key } })`,
    ],
  ])('is read from %s', (_, text) => {
    const imported = read(text)
    expect(imported).toMatchObject({ kind: 'typescript', notes: [] })
    expect(imported.preset.settings).toEqual({ provider: 'openai', ...small })
  })

  it('reads an object literal and properties alone', () => {
    const properties = `model: 'gpt-4o-mini',\n/* the question */ messages: [{ role: 'user', content: 'Hello' }],\ntemperature: 0.3,`
    expect(settingsOf(properties)).toEqual(small)
    expect(settingsOf(`{ ${properties} }`)).toEqual(small)
  })

  it('reads templates, fallbacks and camel case', () => {
    const imported = read(
      "const name = 'Ada'\nclient.chat.completions.create({ model: process.env.MODEL ?? 'gpt-4o', maxTokens: 5, messages: [{ role: 'user', content: `Hi ${name}, ${when} \\u{1f600}\\n` + 'bye' }] })",
    )
    expect(imported.preset.settings).toEqual({
      model: 'gpt-4o',
      max_tokens: 5,
      messages: [{ role: 'user', content: 'Hi Ada, {when} 😀\nbye' }],
    })
    expect(imported.notes).toEqual(['messages[0].content has {when} in it, as written.'])
  })
})
