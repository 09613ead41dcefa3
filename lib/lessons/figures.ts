import { formatPercent } from '#lib/logprobs/format.ts'
import type { Interval } from '#lib/logprobs/measures.ts'
import { formatChanceInWords } from '#lib/logprobs/what-if/format.ts'
import { samplerOrders } from '#lib/logprobs/what-if/sampler.ts'
import type { Chance } from '#lib/logprobs/what-if/what-if.ts'
import { readText } from '#lib/reply/read-body.ts'
import { createReply } from '#lib/reply/reply.ts'
import { TokenStore } from '#lib/reply/token-store.ts'
import { tokenKey } from '#lib/reply/token-key.ts'
import { readWhatIf } from '#lib/reply/what-if-reader.ts'
import type { RecordedRun } from '#lib/preset/recorded-run.ts'
import type { Distribution, Candidate } from './distribution.ts'
import type { Control, FigureReader, Lesson, Question } from './lesson.ts'

/** Reads the figures of a lesson off its recorded run. */
export class Figures implements FigureReader {
  readonly tokens: TokenStore
  readonly #lesson: Pick<Lesson, 'control' | 'position'>

  constructor(lesson: Pick<Lesson, 'control' | 'position'>, run: RecordedRun) {
    this.#lesson = lesson
    const reply = createReply()
    readText(reply, run.completion, 0)
    this.tokens = reply.choices[0]?.tokens ?? new TokenStore()
  }

  /** The distribution at the lesson's position, as the control at this value would have it. */
  at(value: number): Distribution {
    const { control, position } = this.#lesson
    const reader = readWhatIf(this.tokens, samplerWith(control, value), raw)
    const { listed, unseen } = reader.outcome(position)
    const entries = this.tokens.token(position)?.alternatives ?? []
    const recorded = entries.map(({ logprob }) => Math.exp(logprob ?? -Infinity))
    return {
      candidates: entries.map(({ token }, place) => ({
        token,
        recorded: recorded[place] ?? 0,
        chance: listed[place] ?? nothing,
      })),
      rest: { recorded: Math.max(0, 1 - sum(recorded)), chance: unseen },
    }
  }

  /** A token's share at a value of the control, for a sentence; as recorded where none is given. */
  share(token: string, value?: number): string {
    const found = this.#candidate(token, value ?? this.#lesson.control.recorded)
    if (!found) return 'an unknown share'
    return value === undefined ? formatPercent(found.recorded) : formatChanceInWords(found.chance)
  }

  /** How many of the named candidates can still be drawn. */
  count(value: number): number {
    return this.at(value).candidates.filter(({ chance }) => chance.upper > 0).length
  }

  /** What a question asks for; both ends are one number where the record decides it. */
  answer({ about, value }: Question): Interval {
    if (about !== 'count') return this.#candidate(about.probabilityOf, value)?.chance ?? nothing
    const count = this.count(value)
    return { lower: count, upper: count }
  }

  /** The 0-based option of a question that is right; nothing where the record leaves it open. */
  right(question: Question): number | undefined {
    const { lower, upper } = this.answer(question)
    const right = question.options.flatMap(({ from, to }, at) =>
      lower >= from && upper < to ? [at] : [],
    )
    return right.length === 1 ? right[0] : undefined
  }

  #candidate(token: string, value: number): Candidate | undefined {
    return this.at(value).candidates.find((one) => one.token === token)
  }
}

const nothing: Chance = { lower: 0, upper: 0, exact: true, undecided: false }
/** The teaching model tells raw log probabilities, and knows fewer tokens than this. */
const raw = { temperature: 1, presence_penalty: 0, frequency_penalty: 0, vocabulary: 8000 }

/** The sampler of the teaching model, with one control at a value. */
function samplerWith({ name, token }: Control, value: number) {
  const biases = new Map(name === 'logit_bias' && token ? [[tokenKey({ token }), value]] : [])
  return {
    temperature: name === 'temperature' ? value : 1,
    top_p: name === 'top_p' ? value : 1,
    top_k: 0,
    min_p: 0,
    order: samplerOrders['temperature-first'],
    presence_penalty: 0,
    frequency_penalty: 0,
    biases,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
