import { isObject, nothingFound, type FoundRequest } from '../found.ts'
import { readChatMl } from './chatml.ts'
import { fromGemini, isGemini, settingsOfGemini } from './gemini.ts'
import { fromLangChain, fromShareGpt, isLangChain, isShareGpt } from './sharegpt.ts'
import { readTranscript } from './transcript.ts'
import type { Turn } from './turn.ts'

/** Several records of which each is a conversation, as a data set has them; nothing for other values. */
export function recordsIn(value: unknown): Turn[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  return value.every(isRecord) ? value : undefined
}

function isRecord(value: unknown): value is Turn {
  if (!isObject(value)) return false
  const { messages, conversations, conversation, contents } = value
  const turns = [messages, conversations, conversation, contents].find(Array.isArray)
  return turns !== undefined && turns.every(isTurn) && !Object.hasOwn(value, 'custom_id')
}

function isTurn(turn: unknown): boolean {
  return isObject(turn) && ('role' in turn || 'from' in turn || 'parts' in turn)
}

/** A conversation in a value of another form than OpenAI’s, written in that; nothing for other values. */
export function conversationIn(value: unknown): FoundRequest | undefined {
  const found = nothingFound()
  if (Array.isArray(value)) {
    const messages = messagesOf(value, found.notes)
    return messages && { ...found, values: { messages } }
  }
  if (!isObject(value)) return undefined
  if (isGemini(value.contents)) return ofGemini(value.contents, value, found)
  const turns = [value.conversations, value.conversation].find(Array.isArray)
  if (!turns) return undefined
  const isOpenAi = turns.length > 0 && turns.every((one) => isObject(one) && 'role' in one)
  const messages = isOpenAi ? turns : messagesOf(turns, found.notes)
  const { system, tools } = value
  return (
    messages && {
      ...found,
      values: {
        messages,
        ...(typeof system === 'string' && system !== '' ? { system } : {}),
        ...(Array.isArray(tools) && tools.length > 0 ? { tools } : {}),
      },
    }
  )
}

function messagesOf(turns: unknown[], notes: string[]): Turn[] | undefined {
  if (isShareGpt(turns)) return fromShareGpt(turns, notes)
  if (isGemini(turns)) return fromGemini(turns, undefined, notes)
  return isLangChain(turns) ? fromLangChain(turns, notes) : undefined
}

function ofGemini(contents: readonly Turn[], value: Turn, found: FoundRequest): FoundRequest {
  const { systemInstruction, system_instruction: other, generationConfig, model, tools } = value
  const messages = fromGemini(contents, systemInstruction ?? other, found.notes)
  const settings = settingsOfGemini(generationConfig ?? value.generation_config, found.notes)
  if (tools !== undefined) found.notes.push('Gemini’s tools were left out.')
  const name = typeof model === 'string' ? { model: model.replace(/^models\//, '') } : {}
  return { ...found, values: { ...name, ...settings, messages } }
}

/** A conversation that is written out as a text: ChatML, or a transcript with a label for each turn. */
export function conversationInText(pasted: string): FoundRequest | undefined {
  const found = nothingFound()
  const text = pasted.replaceAll(/\r\n?/g, '\n').replace(/^\ufeff/, '')
  const messages = readChatMl(text, found.notes) ?? readTranscript(text)
  return messages && { ...found, values: { messages } }
}
