import type { ParameterName } from '#lib/parameters/index.ts'
import type { Preset } from '#lib/preset/preset.ts'
import type { Distribution } from './distribution.ts'

/** The figures of a lesson's record, for its sentences. */
export interface FigureReader {
  /** The distribution at the lesson's position, as the control at this value would have it. */
  at(value: number): Distribution
  /** A token's share at a value of the control, for a sentence; as recorded where none is given. */
  share(token: string, value?: number): string
  /** How many of the named candidates can still be drawn. */
  count(value: number): number
}

/** The one control of a lesson that can be moved. */
export interface Control {
  name: Extract<ParameterName, 'temperature' | 'top_p' | 'logit_bias'>
  min: number
  max: number
  step: number
  /** What the run was recorded with. */
  recorded: number
  /** For a bias: the token whose logit it is added to. */
  token?: string
}

/** One answer of a question. It is right when the figure lies from `from` up to, not including, `to`. */
export interface Option {
  text: string
  from: number
  to: number
}

/** A question to be answered before the answer can be seen. */
export interface Question {
  text(figures: FigureReader): string
  /** The value of the control that it is about. */
  value: number
  /** What is asked for: the probability (0 to 1) of a token, or how many tokens can still be drawn. */
  about: { probabilityOf: string } | 'count'
  options: Option[]
  hint(figures: FigureReader): string
  /** What there is to see once the answer is revealed. */
  after(figures: FigureReader): string
}

/** One step: something to read, perhaps with a question, and what may be done at it. */
export interface Step {
  title: string
  /** Paragraphs; what stands between backticks is code. Figures are computed, never typed. */
  text(figures: FigureReader): string[]
  question?: Question
  /** Whether the control can be moved although nothing is asked. */
  free?: boolean
  /** Whether the step is about running the teaching model. */
  live?: boolean
}

/** A lesson: an experiment, a recorded run of it, one free control, and steps. */
export interface Lesson {
  slug: string
  title: string
  /** What it is about, in one sentence. */
  sentence: string
  minutes: number
  preset: Preset
  control: Control
  /** The 0-based token of the recorded reply that the lesson is about. */
  position: number
  steps: Step[]
}
