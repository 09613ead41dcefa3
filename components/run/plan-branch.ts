import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { textBefore, textOfAlternative } from '#lib/reply/branch-text.ts'
import type { Choice } from '#lib/reply/reply.ts'
import type { TokenEntry } from '#lib/reply/token-store.ts'
import { branchSettings, howContinued, type KeptText } from '#lib/request/branch.ts'
import { providerIn } from '#lib/request/check.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import type { BranchStart, RunRecord } from './run-record.ts'

/** A branch that can be run. */
export interface PlannedBranch {
  /** The settings that its record shows. */
  settings: AnySettings
  start: BranchStart
}

/** Where a run is left. */
export interface BranchPlace {
  /** 0-based place of the choice. */
  choice: number
  /** 0-based; the tokens before it are kept. */
  token: number
  /** 0-based place among the token's alternatives of the one to go on with. */
  alternative?: number | undefined
}

/**
 * Plans a branch of a run that is over: the tokens before one are kept, then perhaps another token in
 * its place. Gives one sentence on why not where it cannot be, else what makes the branch, which alone
 * costs the tokens that are copied.
 */
export function planBranch(
  run: RunRecord,
  place: BranchPlace,
): Result<() => PlannedBranch, string> {
  const choice = run.reply.choices[place.choice]
  if (!choice) return fail('This run has no reply to leave.')
  const before = textBefore(choice.tokens, place.token, choice.content)
  if (!before.ok) return before
  const entry = choice.tokens.token(place.token)
  const chosen = entry?.alternatives[place.alternative ?? -1]
  const added = chosen ? textOfAlternative(chosen) : ok('')
  if (!added.ok) return added
  const text = before.value + added.value
  const settings = branchSettings(run.settings)
  const parent = {
    run: run.id,
    number: run.number,
    choice: place.choice,
    tokensKept: place.token,
    charactersKept: before.value.length,
    ...(chosen ? { alternative: chosen } : {}),
    how: howContinued(providerIn(settings), text),
  }
  return ok(() => {
    const replaced = entry && chosen ? [{ ...chosen, alternatives: entry.alternatives }] : []
    const tokens = [...firstOf(choice, place.token), ...replaced]
    return { settings, start: { parent, beginning: { text, tokens } } }
  })
}

/** The text that a branch keeps, with the ids of its tokens where all of them are known. */
export function keptTextOf({ beginning: { text, tokens } }: BranchStart): KeptText {
  const ids = tokens.flatMap(({ id }) => id ?? [])
  return ids.length === tokens.length ? { text, ids } : { text }
}

function firstOf({ tokens }: Choice, count: number): TokenEntry[] {
  return Array.from({ length: count }, (_, at) => tokens.token(at)).filter(
    (one) => one !== undefined,
  )
}
