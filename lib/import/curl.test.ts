import { describe, expect, it } from 'vitest'
import { readPaste } from './index.ts'

function read(text: string) {
  const result = readPaste(text)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const settingsOf = (text: string) => read(text).preset.settings
const hello = [{ role: 'user', content: 'Hello' }]
const body = JSON.stringify({ model: 'gpt-4o-mini', messages: hello, temperature: 0.3 })
const asRead = { model: 'gpt-4o-mini', messages: hello, temperature: 0.3 }

describe('a curl command', () => {
  it('is read as the documentation of OpenAI writes it, without its key', () => {
    const imported = read(`curl https://api.openai.com/v1/chat/completions \\
  -H "Content-Type: application/json" \\
  -H "Authorization: Bearer $OPENAI_API_KEY" \\
  -d '{
    "model": "gpt-4o-mini",
    "messages": [{"role": "user", "content": "Hello"}],
    "temperature": 0.3
  }'`)
    expect(imported).toMatchObject({
      kind: 'curl',
      preset: { settings: { provider: 'openai', ...asRead } },
      understood: ['a curl command for OpenAI', '2 parameters', '1 message'],
      notes: [],
      whole: true,
    })
    expect(imported.refused.map(({ name }) => name)).toEqual(['Authorization'])
    expect(imported.preset.settings).not.toHaveProperty('api_base')
  })

  it.each([
    [
      'a joined flag and an attached value',
      `curl -sSN -XPOST -Hx-a:b -d'${body}' https://api.openai.com/v1/chat/completions`,
    ],
    [
      'long options with an equals sign',
      `curl --url=https://api.openai.com/v1/chat/completions --data-raw='${body}'`,
    ],
    ['--json', `curl --json '${body}' https://api.openai.com/v1/chat/completions`],
    [
      '--data-binary in ANSI-C quotes',
      `curl https://api.openai.com/v1/chat/completions --data-binary $'${body}'`,
    ],
    ['double quotes', `curl https://api.openai.com/v1/chat/completions -d ${JSON.stringify(body)}`],
    [
      'a here-document',
      `curl https://api.openai.com/v1/chat/completions -d @- <<'EOF'\n${body}\nEOF`,
    ],
    [
      'an indented here-document',
      `curl https://api.openai.com/v1/chat/completions -d @- <<-EOF\n\t${body}\n\tEOF`,
    ],
    ['a here-string', `curl https://api.openai.com/v1/chat/completions -d @- <<< '${body}'`],
    ['a pipe', `echo '${body}' | curl https://api.openai.com/v1/chat/completions -d @-`],
    [
      'a substitution around it',
      `reply=$(curl https://api.openai.com/v1/chat/completions -d '${body}')`,
    ],
    [
      'a pipe after it',
      `curl https://api.openai.com/v1/chat/completions -d '${body}' | jq -r '.choices[0]'`,
    ],
    ['a prompt', `$ curl https://api.openai.com/v1/chat/completions -d '${body}'`],
    [
      'the prompt of PowerShell',
      `PS C:\\Users\\me> curl.exe https://api.openai.com/v1/chat/completions -d '${body}'`,
    ],
    ['a notebook', `%%bash\ncurl https://api.openai.com/v1/chat/completions -d '${body}'`],
    [
      'a fence',
      "Try this:\n```bash\ncurl https://api.openai.com/v1/chat/completions -d '" +
        body +
        "'\n```\nGood luck!",
    ],
    [
      'lines of Windows',
      `curl https://api.openai.com/v1/chat/completions \\\r\n  -d '${body}'\r\n`,
    ],
    [
      'comments and other commands',
      `# ask\ncd /tmp\ncurl https://api.openai.com/v1/chat/completions -d '${body}' # done`,
    ],
    [
      'adjacent pieces',
      `curl "https://"api.openai.com'/v1'/chat/completions -d '${body.slice(0, 9)}'"${body.slice(9).replaceAll('"', '\\"')}"`,
    ],
    [
      'the command prompt of Windows',
      `curl https://api.openai.com/v1/chat/completions ^\n  -d "${body.replaceAll('"', '\\"')}"`,
    ],
    [
      'what browsers copy for that prompt',
      `curl ^"https://api.openai.com/v1/chat/completions^" ^\n  --data-raw ^"${body.replaceAll('"', '^\\^"').replaceAll('{', '^{')}^"`,
    ],
    [
      'continued lines of PowerShell',
      `curl.exe https://api.openai.com/v1/chat/completions \`\n  -d '${body}'`,
    ],
    ['curly quotes', `curl https://api.openai.com/v1/chat/completions -d ‘${body}’`],
    [
      'a variable of the same text',
      `MODEL=gpt-4o-mini\ncurl https://api.openai.com/v1/chat/completions -d "${body.replace('gpt-4o-mini', '$MODEL').replaceAll('"', '\\"')}"`,
    ],
    [
      'sudo and an assignment',
      `DEBUG=1 sudo curl https://api.openai.com/v1/chat/completions -d '${body}'`,
    ],
  ])('is read with %s', (_, command) => {
    expect(settingsOf(command)).toEqual({ provider: 'openai', ...asRead })
  })

  it('undoes the quotes of bash exactly', () => {
    const text = `it's "so" \\n $HOME \`x\` ü 😀`
    const nasty = JSON.stringify({ messages: [{ role: 'user', content: text }] })
    const quoted = nasty.replaceAll("'", String.raw`'\''`)
    const ansi = nasty
      .replaceAll('\\', '\\\\')
      .replaceAll("'", "\\'")
      .replace('ü', '\\u00fc')
      .replace('😀', '\\U1f600')
    const double = nasty.replaceAll(/["\\$`]/g, (one) => `\\${one}`)
    for (const word of [`'${quoted}'`, `$'${ansi}'`, `"${double}"`]) {
      expect(
        settingsOf(`curl https://api.openai.com/v1/chat/completions -d ${word}`).messages,
      ).toEqual([{ role: 'user', content: text }])
    }
    expect(settingsOf(`curl x/y -d $'{"user": "\\xc3\\xa9\\ud83d\\ude00\\101"}'`).user).toBe('é😀A')
  })

  it.each([
    ['https://openrouter.ai/api/v1/chat/completions', { provider: 'openrouter' }],
    ['https://api.groq.com/openai/v1/chat/completions', { provider: 'groq' }],
    ['https://api.deepseek.com/chat/completions', { provider: 'deepseek' }],
    ['http://localhost:11434/v1/chat/completions', { provider: 'ollama' }],
    ['http://0.0.0.0:4000/v1/chat/completions', { provider: 'litellm' }],
    ['http://localhost:4000/chat/completions', { provider: 'litellm' }],
    ['localhost:8000/v1/chat/completions', { provider: 'vllm' }],
    [
      'https://llm.example.org/api/v1/chat/completions',
      { provider: 'openai_compatible', api_base: 'https://llm.example.org/api/v1' },
    ],
    [
      'https://bedrock-mantle.eu-west-1.api.aws/v1/chat/completions',
      { provider: 'bedrock', api_base: 'https://bedrock-mantle.eu-west-1.api.aws/v1' },
    ],
    [
      'https://school.openai.azure.com/openai/v1/chat/completions',
      { provider: 'azure_v1', api_base: 'https://school.openai.azure.com/openai/v1' },
    ],
  ])('finds who answers at %s', (url, expected) => {
    const { provider, api_base } = settingsOf(`curl ${url} -d '${body}'`)
    expect({ provider, ...(api_base ? { api_base } : {}) }).toEqual(expected)
  })

  it('reads the deployment and the version of Azure from the address', () => {
    expect(
      settingsOf(
        `curl "https://school.openai.azure.com/openai/deployments/small-one/chat/completions?api-version=2024-10-21" -H "api-key: 123" -d '{"messages": [{"role": "user", "content": "Hello"}]}'`,
      ),
    ).toEqual({
      provider: 'azure',
      model: 'small-one',
      api_base: 'https://school.openai.azure.com',
      api_version: '2024-10-21',
      messages: hello,
    })
  })

  it('knows the model that is built in', () => {
    expect(
      settingsOf(
        `curl http://127.0.0.1:3000/v1/chat/completions -d '{"model": "nucleus-teaching-1", "messages": [{"role": "user", "content": "Hello"}]}'`,
      ),
    ).toEqual({ provider: 'teaching', model: 'nucleus-teaching-1', messages: hello })
  })

  it('never keeps a credential, wherever it stands', () => {
    const imported = read(`export OPENAI_API_KEY=sk-hidden-1
TOKEN='sk-hidden-2'
curl -u me:sk-hidden-3 -b 'session=sk-hidden-4' "https://me:sk-hidden-5@llm.example.org/v1/chat/completions?key=sk-hidden-6" \\
  -H "Authorization: Bearer sk-hidden-7" -H 'x-api-key: sk-hidden-8' -H 'Cookie: sk-hidden-9' -H 'X-Title: Mine' \\
  -d '{"messages": [{"role": "user", "content": "Hello"}], "api_key": "sk-hidden-10", "metadata": {"token": "sk-hidden-11"}}'`)
    expect(JSON.stringify(imported)).not.toContain('hidden')
    const names = imported.refused.map(({ name }) => name)
    for (const name of [
      'OPENAI_API_KEY',
      '--user',
      '--cookie',
      'Authorization',
      'x-api-key',
      'Cookie',
      'X-Title',
      'api_key',
      'metadata',
      '?key',
      'the name in the address',
    ])
      expect(names).toContain(name)
    expect(imported.preset.settings).toEqual({
      provider: 'openai_compatible',
      api_base: 'https://llm.example.org/v1',
      messages: hello,
    })
  })

  it('says what it cannot read', () => {
    expect(read(`curl https://api.openai.com/v1/chat/completions -d @request.json`).notes).toEqual([
      'The body is in the file request.json, which cannot be read from here.',
    ])
    expect(
      read(`curl https://api.openai.com/v1/chat/completions -d '{"model": }'`).notes[0],
    ).toContain('Line 1')
    const variable = read(
      `curl https://api.openai.com/v1/chat/completions -d "{\\"model\\": \\"$MODEL\\"}"`,
    )
    expect(variable.preset.settings.model).toBe('$MODEL')
    expect(variable.notes[0]).toContain('$MODEL')
  })

  it('gives what the registry refuses with its words, and keeps what it does not know', () => {
    const imported = read(
      `curl https://api.openai.com/v1/chat/completions -d '{"temperature": 9, "top_p": 0.5, "stop": "END", "mirostat": 2, "callback_url": "https://evil.example"}'`,
    )
    expect(imported.preset.settings).toEqual({
      provider: 'openai',
      top_p: 0.5,
      stop: ['END'],
      extra_body: { mirostat: 2 },
    })
    expect(imported.refused.map(({ name }) => name)).toEqual(['callback_url', 'temperature'])
    expect(imported.notes).toEqual(['“mirostat” went to Additional parameters.'])
  })

  it('reads the command that LiteLLM logs, with the dict of Python in its quotes', () => {
    const imported = read(`POST Request Sent from LiteLLM:
curl -X POST \\
https://api.openai.com/v1/ \\
-H 'Authorization: Bearer sk-****' \\
-d '{'model': 'gpt-4o-mini', 'messages': [{'role': 'user', 'content': 'Hello'}], 'temperature': 0.3, 'stream': False, 'extra_body': {}}'`)
    expect(imported.preset.settings).toEqual({ provider: 'openai', ...asRead, stream: false })
  })
})
