/** What is wrong in a value by a JSON Schema. */
export interface SchemaFault {
  /** Keys and 0-based indexes to the value at fault, or to where a missing one belongs. */
  path: (string | number)[]
  /** One plain sentence, such as "“age” must be a number." */
  message: string
  /** The keyword of the schema that is not met. */
  keyword: string
}

/** A value to be checked against a schema. */
export interface Question {
  schema: unknown
  value: unknown
  /** Whether the end of the value is still to come. */
  partial: boolean
}

/** A question on its way to the worker. */
export type Request = Question & { number: number }

/** The worker's word on the question of the same number: that it has begun, then what it found. */
export type Response =
  | { number: number; kind: 'begun' }
  | { number: number; kind: 'faults'; faults: SchemaFault[] }
  /** The schema itself cannot be used; `message` is a sentence. */
  | { number: number; kind: 'unusable'; message: string }
