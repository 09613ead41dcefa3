import { Column } from './column.ts'
import { decodeUtf8, endsWithinCharacter } from './utf8.ts'

/** What a token is known by. */
interface Interned {
  readonly token: string
  readonly bytes?: readonly number[] | undefined
  readonly id?: number | undefined
}

/** A table as plain values that can be handed to another thread. */
export interface PackedTable {
  texts: string[]
  bytes: Uint8Array<ArrayBuffer>
  ends: Uint32Array<ArrayBuffer>
  given: Uint8Array<ArrayBuffer>
  vocabularyIds: number[]
}

/**
 * The different tokens of a reply, each kept once: text, and its bytes in one array. The same text
 * with other bytes, or with none, is another token.
 */
export class TokenTable {
  /** Made for the first token that is added: a table that was handed over may never get one. */
  #ids: Map<string, number> | undefined
  readonly #texts: string[]
  readonly #bytes: Column<'byte'>
  /** For each token the end of its bytes. */
  readonly #ends: Column<'id'>
  /** For each token 1 where the provider gave bytes, else 0. */
  readonly #given: Column<'byte'>
  /** Ids in the model's vocabulary, by place in this table; holes where none was told. */
  readonly #vocabularyIds: number[]
  /** Texts by bytes, as far as they were asked for; null where bytes end within a character. */
  readonly #wholes: (string | null)[] = []

  constructor(packed?: PackedTable) {
    this.#texts = packed?.texts.slice() ?? []
    this.#bytes = new Column('byte', packed?.bytes)
    this.#ends = new Column('id', packed?.ends)
    this.#given = new Column('byte', packed?.given)
    this.#vocabularyIds = packed?.vocabularyIds.slice() ?? []
  }

  /** The table as plain values; what `new TokenTable` takes. */
  packed(): PackedTable {
    return {
      texts: this.#texts,
      bytes: this.#bytes.packed(),
      ends: this.#ends.packed(),
      given: this.#given.packed(),
      vocabularyIds: this.#vocabularyIds,
    }
  }

  /** How many different tokens there are. */
  get size(): number {
    return this.#texts.length
  }

  /** The 0-based id of a token in this table; a new one where it was not seen before. */
  intern(token: Interned): number {
    const { token: text, bytes } = token
    const key = keyOf(text, bytes)
    this.#ids ??= this.#knownIds()
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = this.#texts.push(text) - 1
    if (token.id !== undefined) this.#vocabularyIds[id] = token.id
    for (const byte of bytes ?? []) this.#bytes.push(byte)
    this.#ends.push(this.#bytes.length)
    this.#given.push(bytes ? 1 : 0)
    this.#ids.set(key, id)
    return id
  }

  #knownIds(): Map<string, number> {
    return new Map(this.#texts.map((text, id) => [keyOf(text, this.bytes(id)), id]))
  }

  /** The text of a token as the provider wrote it; empty where there is no such id. */
  text(id: number): string {
    return this.#texts[id] ?? ''
  }

  /** The token's id in the model's vocabulary, where the provider told it. */
  vocabularyId(id: number): number | undefined {
    return this.#vocabularyIds[id]
  }

  /** The bytes of a token, where the provider gave them. */
  bytes(id: number): Uint8Array | undefined {
    if (this.#given.at(id) !== 1) return undefined
    return this.#bytes.slice(id === 0 ? 0 : this.#ends.at(id - 1), this.#ends.at(id))
  }

  /** The text of a token by its bytes, by its own text without them; nothing within a character. */
  wholeText(id: number): string | undefined {
    const known = this.#wholes[id]
    if (known !== undefined) return known ?? undefined
    const found = this.#decode(id)
    this.#wholes[id] = found ?? null
    return found
  }

  /** Some servers send only the first of a token's bytes; then its text counts. */
  #decode(id: number): string | undefined {
    const text = this.text(id)
    const bytes = this.bytes(id)
    if (!bytes) return text
    if (endsWithinCharacter(bytes)) return undefined
    const decoded = decodeUtf8(bytes)
    return text.startsWith(decoded) ? text : decoded
  }
}

/** Unambiguous: how many bytes follow, the bytes as characters, then the text. */
function keyOf(text: string, bytes: ArrayLike<number> | undefined): string {
  if (!bytes) return `-:${text}`
  let key = `${bytes.length}:`
  for (let at = 0; at < bytes.length; at += 1) key += String.fromCharCode(bytes[at] ?? 0)
  return key + text
}
