import { writeCurl } from './curl.ts'
import { writeJson } from './json.ts'
import { writeLiteLlmConfig } from './litellm-config.ts'
import { writeLiteLlmPython } from './litellm-python.ts'
import { writeOpenAiPython } from './openai-python.ts'
import { writeOpenAiTypeScript } from './openai-typescript.ts'
import { notesOn } from './notes.ts'
import type { ExportRequest } from './request.ts'

/** A form in which a request can be taken elsewhere. */
export interface Exporter {
  id: 'curl' | 'openai-python' | 'litellm-python' | 'openai-typescript' | 'litellm-config' | 'json'
  title: string
  language: 'sh' | 'python' | 'typescript' | 'yaml' | 'json'
  fileName: string
  write(request: ExportRequest): string
  /** What the code does otherwise than Nucleus, a sentence each. */
  notes(request: ExportRequest): string[]
}

/** Every form, in the order of the tabs. */
export const exporters: readonly Exporter[] = [
  exporter('curl', 'curl', 'sh', 'request.sh', writeCurl),
  exporter('openai-python', 'Python, openai', 'python', 'request.py', writeOpenAiPython),
  exporter('litellm-python', 'Python, litellm', 'python', 'request_litellm.py', writeLiteLlmPython),
  exporter('openai-typescript', 'TypeScript', 'typescript', 'request.mts', writeOpenAiTypeScript),
  exporter('litellm-config', 'LiteLLM config', 'yaml', 'config.yaml', writeLiteLlmConfig),
  exporter('json', 'JSON', 'json', 'request.json', writeJson),
]

function exporter(
  id: Exporter['id'],
  title: string,
  language: Exporter['language'],
  fileName: string,
  write: Exporter['write'],
): Exporter {
  return { id, title, language, fileName, write, notes: (request) => notesOn(id, request) }
}
