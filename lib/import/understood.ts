import { setParameters, type Settings } from '#lib/parameters/index.ts'
import { providerOf } from '#lib/providers/catalogue.ts'

/** What a pasted text can be. */
export type ImportKind =
  | 'curl'
  | 'python'
  | 'typescript'
  | 'json'
  | 'conversation'
  | 'log'
  | 'link'
  | 'file'

const names: Readonly<Record<ImportKind, string>> = {
  curl: 'a curl command',
  python: 'Python',
  typescript: 'TypeScript or JavaScript',
  json: 'JSON',
  conversation: 'a conversation',
  log: 'an entry of a log',
  link: 'a link',
  file: 'a preset file',
}

/** What a text is and holds, in a few words each. */
export function understoodOf(kind: ImportKind, settings: Settings): string[] {
  const { provider, messages } = settings
  const aside = new Set(['provider', 'messages'])
  const parameters = setParameters(settings).filter(([{ name }]) => !aside.has(name)).length
  return [
    provider ? `${names[kind]} for ${providerOf(provider).title}` : names[kind],
    ...(parameters > 0 ? [counted(parameters, 'parameter')] : []),
    ...(messages ? [counted(messages.length, 'message')] : []),
  ]
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
