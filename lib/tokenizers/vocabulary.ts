import { formsOfWord, spellingsOf, type WordForm } from './spellings.ts'

/** A token as a reply tells it. */
export interface TokenLike {
  readonly token: string
  /** The token's bytes, each 0 to 255, where they are known. */
  readonly bytes?: readonly number[] | undefined
}

/** One way to write a word, with the token ids that it takes; exactly one where it is a token. */
export interface Variant {
  readonly text: string
  readonly ids: readonly number[]
  /** What each id stands for, as far as it is text of its own. */
  readonly pieces: readonly string[]
}

/** A token with the other spellings of its text. */
export interface TokenVariants {
  /** The id of the token itself; nothing where the encoding has no such token. */
  readonly id: number | undefined
  /** Other spellings of the text; none where the token holds part of a character. */
  readonly others: readonly Variant[]
}

/** One form of a word, with and without the space before it. */
export interface FormVariants {
  readonly form: WordForm
  /** With the space; nothing for blank text. */
  readonly spaced: Variant | undefined
  readonly bare: Variant
}

/** What a typed word can be written as. */
export interface WordVariants {
  readonly forms: readonly FormVariants[]
  /** The id of the special token of this name, where it is one of the encoding's. */
  readonly special: number | undefined
}

/** A token of a text that was split. */
export interface SplitToken {
  readonly id: number
  /** Its text; for a part of a character the bytes of that part, written `\xNN`. */
  readonly text: string
  /** The characters that it holds a part of, where it is no text by itself. */
  readonly partOf?: string
}

/** What a vocabulary is made of. */
export interface VocabularySource {
  /** By id: the text of a token, or its bytes where they are no text; holes where there is no token. */
  readonly ranks: readonly (string | readonly number[] | undefined)[]
  /** The ids of a text, names of special tokens in it taken as ordinary text. */
  encode(text: string): number[]
  /** Ids of special tokens such as `<|endoftext|>`, by name. */
  readonly special: Readonly<Record<string, number>>
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const loose = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

/** The tokens of one encoding, found by text, by bytes and by id. */
export class Vocabulary {
  readonly #source: VocabularySource
  /** Ids by text; by bytes, each one character, where a token is no text. */
  readonly #byText = new Map<string, number>()
  readonly #byBytes = new Map<string, number>()

  constructor(source: VocabularySource) {
    this.#source = source
    source.ranks.forEach((piece, id) => {
      if (typeof piece === 'string') this.#byText.set(piece, id)
      else if (piece) this.#byBytes.set(keyOf(piece), id)
    })
  }

  /** The ids that a text is split into. */
  idsOf(text: string): number[] {
    return this.#source.encode(text)
  }

  /** The text that ids stand for; parts of characters and unknown ids become `�`. */
  textOf(ids: readonly number[]): string {
    const bytes = ids.flatMap((id) => this.#bytesOf(id))
    return loose.decode(Uint8Array.from(bytes))
  }

  /**
   * The id of a token, by its bytes where they are known, which tells parts of characters apart, else
   * by its text. Nothing where the encoding has no such token.
   */
  idOf({ token, bytes }: TokenLike): number | undefined {
    if (!bytes || bytes.length === 0) return this.#byText.get(token) ?? this.#special(token)
    const text = textOf(bytes)
    // A few tokens that are text are listed as bytes.
    return (
      (text === undefined ? undefined : this.#byText.get(text)) ?? this.#byBytes.get(keyOf(bytes))
    )
  }

  /** A token's own id, and the ids of the other spellings of its text. */
  variantsOf(given: TokenLike): TokenVariants {
    const id = this.idOf(given)
    const text = given.bytes && given.bytes.length > 0 ? textOf(given.bytes) : given.token
    if (id === undefined || text === undefined || this.#special(text) === id) {
      return { id, others: [] }
    }
    return {
      id,
      others: spellingsOf(text)
        .slice(1)
        .map((one) => this.#variant(one)),
    }
  }

  /** A word's forms with their ids: `the`, ` the`, `The`, … A space before the word makes no difference. */
  variantsOfWord(typed: string): WordVariants {
    const isBlank = typed.trim() === ''
    const word = !isBlank && typed.startsWith(' ') ? typed.slice(1) : typed
    const forms = formsOfWord(word).map(({ form, text }) => ({
      form,
      spaced: isBlank ? undefined : this.#variant(` ${text}`),
      bare: this.#variant(text),
    }))
    return { forms, special: this.#special(word) }
  }

  /**
   * The text of each of these ids; for a part of a character its bytes as `\xNN`. Nothing where the
   * encoding has no such token.
   */
  namesOf(ids: readonly number[]): (string | undefined)[] {
    return ids.map((id) => this.#nameOf(id))
  }

  /** The id of each of these texts that is a token by itself, special tokens included. */
  singleIdsOf(texts: readonly string[]): (number | undefined)[] {
    return texts.map((text) => this.idOf({ token: text }))
  }

  /** The tokens of a text, in order. */
  split(text: string): SplitToken[] {
    const tokens: SplitToken[] = []
    let open: { id: number; bytes: readonly number[] }[] = []
    for (const id of this.idsOf(text)) {
      const bytes = this.#bytesOf(id)
      const whole = open.length === 0 ? textOf(bytes) : undefined
      if (whole !== undefined) {
        tokens.push({ id, text: whole })
        continue
      }
      open.push({ id, bytes })
      const partOf = textOf(open.flatMap((one) => one.bytes))
      if (partOf === undefined) continue
      tokens.push(...open.map((one) => ({ id: one.id, text: escaped(one.bytes), partOf })))
      open = []
    }
    return [...tokens, ...open.map((one) => ({ id: one.id, text: escaped(one.bytes), partOf: '' }))]
  }

  #nameOf(id: number): string | undefined {
    const piece = this.#source.ranks[id]
    if (piece === undefined) return this.#specialName(id)
    return typeof piece === 'string' ? piece : (textOf(piece) ?? escaped(piece))
  }

  #specialName(id: number): string | undefined {
    return Object.entries(this.#source.special).find(([, one]) => one === id)?.[0]
  }

  #variant(text: string): Variant {
    const whole = this.#byText.get(text)
    const ids = whole === undefined ? this.idsOf(text) : [whole]
    return { text, ids, pieces: ids.map((id) => this.textOf([id])) }
  }

  #special(name: string): number | undefined {
    const { special } = this.#source
    return Object.hasOwn(special, name) ? special[name] : undefined
  }

  #bytesOf(id: number): readonly number[] {
    const piece = this.#source.ranks[id]
    if (piece === undefined) {
      return [...encoder.encode(this.#specialName(id) ?? '\ufffd')]
    }
    return typeof piece === 'string' ? [...encoder.encode(piece)] : piece
  }
}

function textOf(bytes: readonly number[]): string | undefined {
  try {
    return strict.decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}

/** ASCII as it is, every other byte as `\xNN`. */
function escaped(bytes: readonly number[]): string {
  return bytes
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`))
    .join('')
}

function keyOf(bytes: readonly number[]): string {
  return String.fromCharCode(...bytes)
}
