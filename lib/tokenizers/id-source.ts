import type { ProviderId } from '#lib/providers/catalogue.ts'
import { encodingOf } from './encoding-of.ts'
import type { Encoding } from './encoding.ts'

/** A model at a place. */
export interface ModelPlace {
  provider: ProviderId
  model: string
  /** The address, where another than the provider's own was given. */
  address?: string | undefined
}

/** The model that wrote a reply. */
export interface Writer extends ModelPlace {
  /** The model that the reply names. */
  answered?: string | undefined
}

/** Where the ids for the next request come from. */
export interface IdSource {
  /** The encoding of the model that is asked next, where it is known. */
  encoding: Encoding | undefined
  /** The token's id as the reply told it, where the same model is asked next. */
  told: number | undefined
  /** Whether the reply told an id, but of another model than the one that is asked next. */
  isOfAnother: boolean
}

/**
 * Where the ids of a token of one model's reply come from when `next` is asked: an id of another
 * model means another token, so it does not count.
 */
export function idSourceFor(id: number | undefined, writer: Writer, next: ModelPlace): IdSource {
  const same =
    writer.provider === next.provider &&
    writer.model === next.model &&
    writer.address === next.address
  const encoding = encodingOf(next.provider, next.model, same ? writer.answered : undefined)
  return { encoding, told: same ? id : undefined, isOfAnother: id !== undefined && !same }
}
