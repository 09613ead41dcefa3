import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seedExamples } from '#lib/json/seed-examples.fixture.ts'
import type { Settings } from '#lib/parameters/index.ts'
import { checkRequest } from '#lib/request/check.ts'
import { linkFor } from './link.ts'

function lengthOf(settings: Settings): number {
  const made = linkFor({ settings })
  return made.ok ? made.value.length : Infinity
}

const example = (name: string) => seedExamples.find((one) => one.name === name)?.value

/** A prompt of this many characters that asks for labels by examples, as classifiers are prompted. */
function fewShot(characters: number): string {
  const places = ['the kitchen', 'a hotel room', 'our garden', 'the night train', 'a rented car']
  const things = ['lamp', 'kettle', 'radio', 'blanket', 'camera', 'printer', 'heater']
  const verdicts = ['stopped working after a week', 'does what it should', 'surprised everybody']
  const labels = ['negative', 'neutral', 'positive']
  let text = 'Classify the sentiment of each review as positive, negative or neutral.\n'
  for (let at = 0; text.length < characters; at += 1) {
    const [thing, place] = [things[(at * 3) % 7], places[(at * 2) % 5]]
    text += `\nReview ${at + 1}: The ${thing} that we bought for ${place} ${verdicts[at % 3]}.\nSentiment: ${labels[at % 3]}\n`
  }
  return text.slice(0, characters)
}

/** Prose of this many characters: letters that the teaching model has read. */
function prose(characters: number): string {
  const letters = new URL('../teaching-model/corpus/letters.md', import.meta.url)
  return readFileSync(letters, 'utf8').slice(0, characters)
}

describe('the length of a link', () => {
  it('of a small preset is at most 150 characters', () => {
    const length = lengthOf({
      provider: 'teaching',
      model: 'nucleus-teaching-1',
      messages: [
        { role: 'system', content: 'Answer in one sentence.' },
        { role: 'user', content: 'What is a rainbow?' },
      ],
      temperature: 1.2,
      logprobs: true,
      top_logprobs: 5,
    })
    expect(length).toBeLessThanOrEqual(150)
  })

  it('of a preset with everything that the seed names is at most 700 characters', () => {
    const settings = {
      provider: 'litellm',
      model: 'gpt-4o-mini',
      messages: example('messages'),
      n: 2,
      frequency_penalty: 0.4,
      presence_penalty: -0.3,
      temperature: 0.85,
      top_p: 0.92,
      seed: 20_261_126,
      logprobs: true,
      top_logprobs: 5,
      logit_bias: example('logit_bias'),
      max_completion_tokens: 300,
      stop: ['\n', 'END', '---'],
      stream: true,
      response_format: example('response_format'),
      tools: example('tools'),
      tool_choice: example('tool_choice'),
      parallel_tool_calls: true,
      user: 'student-17',
      safety_identifier: '9f86d081884c7d65',
      metadata: example('metadata'),
      fallbacks: example('fallbacks'),
      num_retries: 3,
      timeout: 45,
      api_version: '2024-10-21',
      extra_body: example('extra_body'),
    }
    expect(checkRequest(settings)).toMatchObject({ ok: true })
    expect(lengthOf(settings as Settings)).toBeLessThanOrEqual(700)
  })

  it('of a prompt of 6.8 kB with examples is at most 2,000 characters', () => {
    const content = fewShot(6800)
    expect(lengthOf({ messages: [{ role: 'user', content }] })).toBeLessThanOrEqual(2000)
  })

  it('of 6.8 kB of prose is at most 5,000 characters', () => {
    const content = prose(6800)
    expect(content.length).toBe(6800)
    expect(lengthOf({ messages: [{ role: 'user', content }] })).toBeLessThanOrEqual(5000)
  })
})
