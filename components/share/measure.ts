import { linkFor } from '#lib/preset/link.ts'
import type { Preset } from '#lib/preset/preset.ts'
import type { RecordedRun } from '#lib/preset/recorded-run.ts'
import { withParts, type SharePart } from '#lib/preset/share.ts'

/** What can be ticked in the share panel. */
export type ShareRow = SharePart | 'run' | 'lock'
/** What a link consists of: the rows, and what its author says. */
export type MeasuredPart = ShareRow | 'words'

/** What of a preset is chosen to travel. */
interface Chosen {
  wanted: ReadonlySet<SharePart>
  isLocked: boolean
  hasRun: boolean
}

/**
 * The preset and the run as they would travel, their link, and what each part costs in characters: by how
 * much it lengthens the link, or would lengthen it. All is packed together, so the parts do not quite add
 * up to the whole.
 */
export function measuredShare(whole: Preset, recorded: RecordedRun | undefined, chosen: Chosen) {
  const preset = chosenOf(whole, chosen)
  const run = chosen.hasRun ? recorded : undefined
  const plain = lengthOf(preset)
  const link = linkFor(preset, run)
  const withRun = run ? lengthIn(link) : recorded && lengthOf(preset, recorded)
  const costOf = (part: SharePart) => {
    const others = new Set(chosen.wanted)
    others.delete(part)
    const both = { ...chosen, wanted: new Set([...others, part]) }
    return gap(
      lengthOf(chosenOf(whole, both)),
      lengthOf(chosenOf(whole, { ...chosen, wanted: others })),
    )
  }
  const open = chosenOf(whole, { ...chosen, isLocked: false })
  return {
    preset,
    run,
    link,
    costs: {
      parameters: costOf('parameters'),
      messages: costOf('messages'),
      address: costOf('address'),
      metadata: costOf('metadata'),
      identity: costOf('identity'),
      lock: gap(lengthOf(chosenOf(whole, { ...chosen, isLocked: true })), lengthOf(open)),
      words: gap(lengthOf(open), lengthOf({ settings: open.settings })),
      run: gap(withRun, plain),
    },
  }
}

function chosenOf(whole: Preset, { wanted, isLocked }: Chosen): Preset {
  const { unlocked, ...open } = withParts(whole, wanted)
  return isLocked && unlocked ? { ...open, unlocked } : open
}

function lengthOf(preset: Preset, run?: RecordedRun): number | undefined {
  return lengthIn(linkFor(preset, run))
}

function lengthIn(link: ReturnType<typeof linkFor>): number | undefined {
  return link.ok ? link.value.length : undefined
}

/** Nothing where one of the two does not fit into a link. */
function gap(longer: number | undefined, shorter: number | undefined): number | undefined {
  return longer === undefined || shorter === undefined ? undefined : longer - shorter
}
