import type { Result } from '#lib/result.ts'
import type { AskedFormat } from './asked-format.ts'
import type { ReplyJson } from './reply-json.ts'

/** One thing that is wrong with the form of a reply. */
export interface FormFault {
  /** Keys and 0-based places of the value at fault; absent where it is none of the JSON. */
  path?: readonly (string | number)[]
  /** One sentence. */
  message: string
}

/** How a reply stands to the form that was asked of it. */
export interface ReplyStatus {
  state: 'fits' | 'faulty' | 'unsure' | 'waiting'
  /** A few words. */
  title: string
  faults: FormFault[]
}

/** What is known of a reply so far. */
export interface Findings {
  format: AskedFormat
  /** Its JSON; undefined where none has begun. */
  json: ReplyJson | undefined
  /** What a schema says of it; undefined while that is being found out, or without a schema. */
  checked: Result<FormFault[]> | undefined
  isOver: boolean
  finishReason: string | undefined
}

/** Whether a reply has the form that was asked for, in words; undefined where none was. */
export function replyStatus(findings: Findings): ReplyStatus | undefined {
  const { format, json, checked, isOver } = findings
  if (format.kind === 'any') return undefined
  if (!json) {
    return isOver
      ? { state: 'faulty', title: 'No JSON in the reply', faults: [] }
      : { state: 'waiting', title: 'No JSON yet', faults: [] }
  }
  const faults = [
    ...writtenFaults(json, findings),
    ...kindFaults(json, format),
    ...(checked?.ok ? checked.value : []),
  ]
  if (faults.length > 0) return { state: 'faulty', title: count(faults.length), faults }
  if (checked && !checked.ok)
    return { state: 'unsure', title: 'Not checked', faults: [{ message: checked.error.message }] }
  if (format.schema !== undefined && !checked)
    return { state: 'waiting', title: 'Checking', faults: [] }
  return { state: 'fits', title: wordsFor(format, isOver), faults: [] }
}

function wordsFor({ kind, schema }: AskedFormat, isOver: boolean): string {
  if (kind === 'schema' && schema !== undefined) return isOver ? 'Fits the schema' : 'Fits so far'
  return isOver ? 'Valid JSON' : 'Valid so far'
}

function writtenFaults(json: ReplyJson, { isOver, finishReason }: Findings): FormFault[] {
  const { before, after, fenced, complete, faults } = json
  const messages = [
    before !== '' && `Text stands before the JSON: “${shortened(before)}”.`,
    fenced && 'The JSON stands in a code fence, which a program has to take off.',
    ...faults.map(({ line, message }) => `Line ${line}: ${message}`),
    after !== '' && `Text stands after the JSON: “${shortened(after)}”.`,
    isOver && !complete && faults.length === 0 && brokenOff(finishReason),
  ]
  return messages.filter((one) => one !== false).map((message) => ({ message }))
}

function brokenOff(finishReason: string | undefined): string {
  return finishReason === 'length' || finishReason === 'max_tokens'
    ? 'The token limit was reached before the JSON was over. Allow more tokens.'
    : 'The reply ended before the JSON was over.'
}

/** JSON mode is for objects; a schema says itself what the outermost value is. */
function kindFaults({ tree }: ReplyJson, { kind }: AskedFormat): FormFault[] {
  if (kind !== 'object' || !tree || tree.type === 'object') return []
  return [{ path: [], message: `JSON mode gives an object; this is ${kinds[tree.type]}.` }]
}

const kinds: Record<string, string> = {
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}

function count(problems: number): string {
  return problems === 1 ? '1 problem' : `${problems} problems`
}
