import {
  isStreamed,
  isTeaching,
  openAiNames,
  partsOf,
  splitBody,
  teachingRemark,
  type Parts,
} from './parts.ts'
import { scriptKey, scriptValue, scriptVariable } from './quote/typescript.ts'
import type { ExportRequest } from './request.ts'

/**
 * A TypeScript module that sends the request with the `openai` package and prints the reply. It is
 * plain JavaScript at the same time; parameters without a type come by a spread, which no type checks.
 */
export function writeOpenAiTypeScript(request: ExportRequest): string {
  const parts = partsOf(request)
  const client = parts.deployment === undefined ? 'OpenAI' : 'AzureOpenAI'
  const [named, extra] = splitBody(request.body, (name) => openAiNames.has(name))
  const values = named.map(entry)
  if (Object.keys(extra).length > 0)
    values.push(`  // What the library has no types for.\n  ...${scriptValue(extra, 2)},\n`)
  return [
    isTeaching(request) ? `// ${teachingRemark}\n` : '',
    `import ${client === 'OpenAI' ? client : `{ ${client} }`} from "openai"\n\n`,
    `const client = new ${client}({\n${optionsOf(parts, request).join('')}})\n\n`,
    `const ${isStreamed(request) ? 'stream' : 'completion'} = `,
    `await client.chat.completions.create({\n${values.join('')}})\n`,
    ending(request),
  ].join('')
}

function ending(request: ExportRequest): string {
  if (!isStreamed(request)) {
    return 'for (const choice of completion.choices) console.log(choice.message.content)\n'
  }
  // With several choices their pieces come mixed, so that only the first can be printed as it comes.
  return [
    'for await (const chunk of stream) {\n',
    '  for (const choice of chunk.choices) {\n',
    '    if (choice.index === 0) process.stdout.write(choice.delta.content ?? "")\n',
    '  }\n',
    '}\n',
    'console.log()\n',
  ].join('')
}

function optionsOf(parts: Parts, { timeout, numRetries }: ExportRequest): string[] {
  const { base, deployment, apiVersion, query, variable, headers } = parts
  const address =
    deployment === undefined ? { baseURL: base } : { endpoint: base, deployment, apiVersion }
  const more = {
    ...(Object.keys(query).length > 0 ? { defaultQuery: query } : {}),
    ...(Object.keys(headers).length > 0 ? { defaultHeaders: headers } : {}),
    // Whole milliseconds, and never 0, which would stand for no time at all.
    ...(timeout === undefined ? {} : { timeout: Math.max(1, Math.round(timeout * 1000)) }),
    ...(numRetries === undefined ? {} : { maxRetries: numRetries }),
  }
  const key = variable === undefined ? '"none"' : scriptVariable(variable)
  const remark = variable === undefined ? ' // The library wants one; the server does not.' : ''
  return [
    ...Object.entries(address).map(entry),
    `  apiKey: ${key},${remark}\n`,
    ...Object.entries(more).map(entry),
  ]
}

function entry([name, value]: [string, unknown]): string {
  return `  ${scriptKey(name)}: ${scriptValue(value, 2)},\n`
}
