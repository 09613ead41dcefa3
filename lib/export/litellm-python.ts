import { liteLlmCall, type LiteLlmCall } from './litellm-route.ts'
import { pythonEnding } from './openai-python.ts'
import { isStreamed, isTeaching, teachingRemark } from './parts.ts'
import { pythonValue, pythonVariable } from './quote/python.ts'
import { quoted } from './quote/text.ts'
import type { ExportRequest, ExportTarget } from './request.ts'

/** The arguments of a call, each as Python. */
type Arguments = Map<string, string>

/** A Python program that sends the request with the `litellm` package and prints the reply. */
export function writeLiteLlmPython(request: ExportRequest): string {
  const first = argumentsOf(liteLlmCall(request), 4)
  const given = new Map(first)
  const { timeout, numRetries } = request
  if (timeout !== undefined) given.set('timeout', pythonValue(timeout))
  // LiteLLM's num_retries would come on top of those of the client below it.
  if (numRetries !== undefined) given.set('max_retries', pythonValue(numRetries))
  const others = request.fallbacks.map((target) => `        ${fallback(target, first)},\n`)
  if (others.length > 0) given.set('fallbacks', `[\n${others.join('')}    ]`)
  const code = [...given].map(([name, value]) => `    ${name}=${value},\n`).join('')
  const usesVariable = code.includes('os.environ[')
  return [
    isTeaching(request) ? `# ${teachingRemark}\n` : '',
    usesVariable ? 'import os\n\n' : '',
    'import litellm\n\n',
    `${isStreamed(request) ? 'stream' : 'completion'} = litellm.completion(\n${code})\n`,
    pythonEnding(request),
  ].join('')
}

function argumentsOf(call: LiteLlmCall, indent: number): Arguments {
  const { apiBase, apiVersion, variable, headers, named, extra } = call
  const given: Arguments = new Map([['model', quoted(call.model)]])
  if (apiBase !== undefined) given.set('api_base', quoted(apiBase))
  if (apiVersion !== undefined) given.set('api_version', quoted(apiVersion))
  given.set('api_key', variable === undefined ? '"none"' : pythonVariable(variable))
  if (Object.keys(headers).length > 0) given.set('extra_headers', pythonValue(headers, indent))
  for (const [name, value] of named) given.set(name, pythonValue(value, indent))
  if (Object.keys(extra).length > 0) given.set('extra_body', pythonValue(extra, indent))
  return given
}

/** Only what is another than in the first call; what that has and this has not is taken away. */
function fallback(target: ExportTarget, first: Arguments): string {
  const own = argumentsOf(liteLlmCall(target), 8)
  const names = [...new Set([...own.keys(), ...first.keys()])]
  const changed = names.filter(
    (name) => name === 'model' || differs(own.get(name), first.get(name)),
  )
  return `{${changed.map((name) => `${quoted(name)}: ${own.get(name) ?? 'None'}`).join(', ')}}`
}

/** Whether two pieces of code differ by more than their indentation. */
function differs(one: string | undefined, other: string | undefined): boolean {
  return one?.replace(/\n */g, '\n') !== other?.replace(/\n */g, '\n')
}
