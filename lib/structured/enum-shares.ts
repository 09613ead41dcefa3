import { isUnknown } from '#lib/logprobs/scale.ts'
import { probability, unseenMass } from '#lib/logprobs/measures.ts'
import type { SegmentView } from '#lib/reply/segment-view.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import type { Field } from './field-tree.ts'
import { continues, spellingsOf, utf8 } from './member-text.ts'

/** What one member could still have got at a token. */
export interface MemberShare {
  /** The member as JSON writes it. */
  member: string
  isChosen: boolean
  /** The probability (0 to 1) of the known tokens with which this member alone goes on. */
  lower: number
  /** The most it can be: with all that is shared with it, and all that is unseen. */
  upper: number
}

/** How the members of an enum stood at one token. All shares are probabilities, 0 to 1. */
export interface Decision {
  /** The 0-based token at which at least one member parted from the chosen one. */
  token: number
  /** The members that were still possible before it, the chosen one first, then by share. */
  members: MemberShare[]
  /** Known tokens with which two or more of these members go on. */
  shared: number
  /** Known tokens with which none of these members goes on. */
  other: number
  /** What the known tokens leave: 0 where the list tells all. */
  unseen: number
}

/** Unseen mass below this is rounding. */
const precision = 1e-6

/**
 * How likely each member of an enum was where the chosen one parted from it: one decision for each token
 * at which some did, in order; the first is the one that tells most. At such a token, with the text `w`
 * that is written of the value before it, a known token `a` (listed, or the chosen one) goes on with a
 * member `m` when `w + a` is the beginning of `m` or begins with `m`; what follows a finished member is a
 * blank, a comma or a bracket. The share of `m` is Σ p(a) over the tokens that go on with `m` alone: a
 * lower bound, since what is shared or unseen can be its, too. Everything is compared in UTF-8 bytes.
 *
 * Empty where the value is none of the members, is not over, or where tokens and text differ.
 */
export function enumDecisions(
  field: Field,
  members: readonly unknown[],
  { tokens, segments, content }: { tokens: TokenStore; segments: SegmentView; content: string },
): Decision[] {
  const chosen = members.findIndex((member) => member === field.value)
  if (chosen < 0 || field.open || field.children.length > 0) return []
  const written = utf8(content.slice(field.start, field.end))
  const all: Member[] = members.map((member, place) => ({
    text: JSON.stringify(member),
    spellings: place === chosen ? [written] : spellingsOf(member),
    isChosen: place === chosen,
  }))
  const decisions: Decision[] = []
  let left = all
  for (const step of stepsOver(field, tokens, segments, content)) {
    const after = left.filter(({ spellings }) =>
      spellings.some((one) => continues(one, step.after)),
    )
    if (after.length < left.length) decisions.push(decisionAt(step, left, tokens))
    left = after
    if (left.length <= 1) break
  }
  return decisions
}

interface Member {
  text: string
  spellings: string[]
  isChosen: boolean
}

/** One token on the way through a value; texts as strings of bytes. */
interface Step {
  token: number
  /** What is written between the beginning of the token and that of the value; empty within it. */
  lead: string
  /** What is written of the value before and with the token. */
  before: string
  after: string
}

/** No segment: text without a token. */
const nowhere = { start: 0, end: 0, first: -1, last: -1, mismatch: true }

/** The tokens from the one with the first character of a value to the one with the first after it. */
function* stepsOver(
  field: Field,
  tokens: TokenStore,
  segments: SegmentView,
  content: string,
): Generator<Step> {
  for (let at = segments.indexAt(field.start); at < segments.length; at += 1) {
    const { start, end, first, last, mismatch } = segments.at(at) ?? nowhere
    if (start > field.end || mismatch || first < 0) return
    const lead = utf8(content.slice(start, Math.max(start, field.start)))
    let before = start > field.start ? utf8(content.slice(field.start, start)) : ''
    for (let token = first; token <= last; token += 1) {
      const isLast = token === last
      const own = bytesOf(tokens, token)
      const skipped = token === first ? lead : ''
      const after = isLast
        ? utf8(content.slice(field.start, end))
        : before + own.slice(skipped.length)
      yield { token, lead: skipped, before, after }
      before = after
    }
  }
}

function decisionAt(step: Step, left: readonly Member[], tokens: TokenStore): Decision {
  const shares = left.map((member) => ({ member, lower: 0, upper: 0 }))
  let [shared, other] = [0, 0]
  const known = knownAt(tokens, step.token)
  for (const { bytes, logprob } of known) {
    const text = step.before + withoutLead(bytes, step)
    const p = probability(logprob)
    const fits = shares.filter(({ member }) => member.spellings.some((one) => continues(one, text)))
    for (const fit of fits) {
      if (fits.length === 1) fit.lower += p
      fit.upper += p
    }
    if (fits.length > 1) shared += p
    if (fits.length === 0) other += p
  }
  const rest = unseenMass(known.map(({ logprob }) => logprob))
  const unseen = rest < precision ? 0 : rest
  const members = shares.map(({ member, lower, upper }) => ({
    member: member.text,
    isChosen: member.isChosen,
    lower: Math.min(1, lower),
    upper: Math.min(1, upper + unseen),
  }))
  const order = (one: MemberShare) => (one.isChosen ? 2 : one.lower)
  return {
    token: step.token,
    members: members.toSorted((one, another) => order(another) - order(one)),
    shared,
    other,
    unseen,
  }
}

interface KnownToken {
  bytes: string
  logprob: number
}

/** The tokens with a known probability at a place: the listed ones, and the chosen one beside them. */
function knownAt(tokens: TokenStore, at: number): KnownToken[] {
  const { chosen, listed, chosenAt } = tokens.position(at)
  const ids = tokens.listedTableIds(at)
  const known = Array.from(listed, (logprob, place) => {
    const { token, bytes } = tokens.named(ids[place] ?? Number.NaN)
    return { bytes: bytes ? String.fromCharCode(...bytes) : utf8(token), logprob }
  })
  if (chosenAt < 0) known.push({ bytes: bytesOf(tokens, at), logprob: chosen })
  return known.filter(({ logprob }) => !isUnknown(logprob))
}

function bytesOf(tokens: TokenStore, at: number): string {
  const bytes = tokens.bytes(at)
  return bytes ? String.fromCharCode(...bytes) : utf8(tokens.text(at))
}

/**
 * What a token adds to the value. One that begins before the value has to begin with what is written
 * there; blanks at its end may be others. Where it does not, it goes on with no member.
 */
function withoutLead(bytes: string, { lead, before }: Step): string {
  if (before !== '') return bytes
  const visible = lead.trimEnd()
  return bytes.startsWith(visible)
    ? bytes.slice(visible.length).replace(/^[\t\n\r ]+/, '')
    : `\0${bytes}`
}
