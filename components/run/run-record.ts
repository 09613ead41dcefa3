import type { AnySettings } from '#lib/parameters/descriptor.ts'
import type { Beginning } from '#lib/reply/branch-reply.ts'
import type { Reply } from '#lib/reply/reply.ts'
import type { RunEvent } from '#lib/reply/run-events.ts'
import type { Alternative } from '#lib/reply/token-store.ts'
import type { HowContinued } from '#lib/request/branch.ts'

/** Where a branch leaves another run. */
export interface RunParent {
  /** The id of that run; it may no longer be kept. */
  run: string
  /** The number under which that run is spoken of. */
  number: number
  /** 0-based place of the choice. */
  choice: number
  /** How many of its tokens are kept, so the 0-based place of the first token that is another. */
  tokensKept: number
  /** How much of its content is kept, in UTF-16 units. */
  charactersKept: number
  /** What replaced the next token, where something did. */
  alternative?: Alternative
  how: HowContinued
}

/** How a branch begins. */
export interface BranchStart {
  parent: RunParent
  /** The kept tokens with the alternative. */
  beginning: Beginning
}

/** Where a run comes from that was not made on this page. */
export interface Recorded {
  from: 'link' | 'file' | 'history' | 'lesson'
  /** When it was made, in milliseconds since 1970, where that is known. */
  at?: number
}

/** One run: what was asked, what came back, and the events that can play it again. */
export interface RunRecord {
  id: string
  /** 1-based, in the order in which runs began. */
  number: number
  /** For a branch: where it left another run. */
  parent?: RunParent
  /** Where it comes from, for a run that was not made on this page. */
  recorded?: Recorded
  /**
   * The settings as they were when Run was pressed; those of a branch are its parent's, and what it
   * adds to the conversation is in the request of its attempts.
   */
  settings: AnySettings
  reply: Reply
  events: RunEvent[]
  running: boolean
  /** Length of all raw texts, in UTF-16 units. */
  characters: number
  /** Takes an event into the reply. */
  apply(event: RunEvent): void
}

/** A run as it is stored: what plays it again. Runs stored by an older version have no id. */
export interface StoredRun {
  id?: string
  number?: number
  settings: AnySettings
  events: RunEvent[]
  branch?: BranchStart
  recorded?: Recorded
}

/** Takes in one event. */
export function addEvent(run: RunRecord, event: RunEvent): void {
  run.events.push(event)
  run.characters += charactersIn(event)
  run.apply(event)
}

/** The length of an event's raw text in UTF-16 units; the other events are short. */
export function charactersIn(event: RunEvent): number {
  return 'data' in event ? event.data.length : 500
}

/** What a reply is held against: of a run that travelled it is not known how it was delivered. */
export function askedOf({ settings, recorded }: RunRecord): AnySettings {
  if (!recorded || recorded.from === 'history') return settings
  const { stream: _stream, stream_options: _options, ...rest } = settings
  return rest
}

/** What to store of a run that is over. */
export function toStored(run: RunRecord): StoredRun {
  const { id, number, settings, events, parent, recorded, reply } = run
  const choice = reply.choices.find(({ index }) => index === 0)
  const plain = { id, number, settings, events, ...(recorded ? { recorded } : {}) }
  if (!parent || !choice?.kept) return plain
  const tokens = Array.from({ length: choice.kept.tokens }, (_, at) => choice.tokens.token(at))
  const beginning = {
    text: choice.content.slice(0, choice.kept.characters),
    tokens: tokens.filter((token) => token !== undefined),
  }
  return { ...plain, branch: { parent, beginning } }
}

/** Where a branch begins in its own reply. */
export interface BranchPoint {
  /** The 0-based token of the first choice that is the first one not kept. */
  token: number
  /** Where that token begins in the content, in UTF-16 units. */
  character: number
  how: HowContinued
}

/** The place for a mark in the first choice of a branch; nothing in a run that is none. */
export function branchPoint({ parent }: RunRecord): BranchPoint | undefined {
  return parent && { token: parent.tokensKept, character: parent.charactersKept, how: parent.how }
}
