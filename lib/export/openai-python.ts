import {
  isStreamed,
  isTeaching,
  openAiNames,
  partsOf,
  splitBody,
  teachingRemark,
  type Parts,
} from './parts.ts'
import { pythonValue, pythonVariable } from './quote/python.ts'
import type { ExportRequest } from './request.ts'

/** A Python program that sends the request with the `openai` package and prints the reply. */
export function writeOpenAiPython(request: ExportRequest): string {
  const parts = partsOf(request)
  const client = parts.deployment === undefined ? 'OpenAI' : 'AzureOpenAI'
  const [named, extra] = splitBody(request.body, isNamed)
  const values = named.map(([name, value]) => `    ${name}=${pythonValue(value, 4)},\n`)
  if (Object.keys(extra).length > 0) values.push(`    extra_body=${pythonValue(extra, 4)},\n`)
  return [
    isTeaching(request) ? `# ${teachingRemark}\n` : '',
    parts.variable === undefined ? '' : 'import os\n\n',
    `from openai import ${client}\n\n`,
    `client = ${client}(\n${optionsOf(parts, request).join('')})\n\n`,
    `${isStreamed(request) ? 'stream' : 'completion'} = client.chat.completions.create(\n`,
    `${values.join('')})\n`,
    pythonEnding(request),
  ].join('')
}

/** What prints the reply, named `stream` or `completion`. */
export function pythonEnding(request: ExportRequest): string {
  if (!isStreamed(request)) {
    return 'for choice in completion.choices:\n    print(choice.message.content)\n'
  }
  // With several choices their pieces come mixed, so that only the first can be printed as it comes.
  return [
    'for chunk in stream:\n',
    '    for choice in chunk.choices:\n',
    '        if choice.index == 0:\n',
    '            print(choice.delta.content or "", end="", flush=True)\n',
    'print()\n',
  ].join('')
}

function isNamed(name: string, value: unknown): boolean {
  return name === 'stream' ? typeof value === 'boolean' : openAiNames.has(name)
}

function optionsOf(parts: Parts, { timeout, numRetries }: ExportRequest): string[] {
  const { base, deployment, apiVersion, query, variable, headers } = parts
  const address =
    deployment === undefined
      ? { base_url: base }
      : { azure_endpoint: base, azure_deployment: deployment, api_version: apiVersion }
  const more = {
    ...(Object.keys(query).length > 0 ? { default_query: query } : {}),
    ...(Object.keys(headers).length > 0 ? { default_headers: headers } : {}),
    ...(timeout === undefined ? {} : { timeout }),
    ...(numRetries === undefined ? {} : { max_retries: numRetries }),
  }
  const key = variable === undefined ? '"none"' : pythonVariable(variable)
  const remark = variable === undefined ? '  # The library wants one; the server does not.' : ''
  return [
    ...Object.entries(address).map(option),
    `    api_key=${key},${remark}\n`,
    ...Object.entries(more).map(option),
  ]
}

function option([name, value]: [string, unknown]): string {
  return `    ${name}=${pythonValue(value, 4)},\n`
}
