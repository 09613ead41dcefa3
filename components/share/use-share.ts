'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { ParameterName } from '#lib/parameters/index.ts'
import { linkFor } from '#lib/preset/link.ts'
import type { Preset } from '#lib/preset/preset.ts'
import { recordedRunOf, type RecordedRun } from '#lib/preset/recorded-run.ts'
import {
  namesByPart,
  privateParts,
  shareParts,
  withParts,
  type SharePart,
} from '#lib/preset/share.ts'
import { parseDrafts, type Drafts } from '#lib/request/drafts.ts'
import type { Result } from '#lib/result.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { useCurrentPreset, type CurrentPreset } from '#components/presets/current-preset.ts'
import { useRunRecord, type RunRecord } from '#components/run/run-store.ts'

/** What can be ticked. */
export type ShareRow = SharePart | 'run' | 'lock'

/** What the share panel shows and lets choose. */
export interface Share {
  ticked: ReadonlySet<ShareRow>
  toggle(row: ShareRow): void
  /** The preset as it would travel. */
  preset: Preset
  run: RecordedRun | undefined
  /** Whether there is a finished run that could travel. */
  hasRun: boolean
  /** Whether that run was made with other settings than the form has. */
  runDiffers: boolean
  names: Record<SharePart, ParameterName[]>
  /** The names of the parameters that are set and have a problem; they stay here. */
  broken: string[]
  /** The fragment, or why there is none. */
  link: Result<string, string>
  /** The controls that stay free where all others are locked. */
  free: readonly ParameterName[]
  setFree(free: readonly ParameterName[]): void
  /** Characters that each part adds to the link; 0 for what is not in it. */
  lengths: Record<ShareRow | 'words', number>
}

/** The choices of the share panel; what identifies a person is off until it is ticked. */
export function useShare(): Share {
  // What is typed behind an open panel cannot change, but a run may still be coming.
  const drafts = useWatch({ control: useControl() }) as Drafts
  const said = useDeferredValue(useCurrentPreset())
  const { run: record, version } = useRunRecord()
  const [ticked, setTicked] = useState<ReadonlySet<ShareRow>>(
    () =>
      new Set<ShareRow>([
        ...shareParts.filter((part) => !privateParts.has(part)),
        ...(said.unlocked ? (['lock'] as const) : []),
      ]),
  )
  const [free, setFree] = useState<readonly ParameterName[]>(said.unlocked ?? [])
  const { settings, broken } = useMemo(() => soundSettings(drafts), [drafts])
  const hasRun = record !== undefined && !record.running && record.reply.choices.length > 0
  const recorded = useMemo(
    () => (hasRun && record && version > 0 ? recordedRunOf(record, madeAt(record)) : undefined),
    [hasRun, record, version],
  )
  const made = useMemo(() => {
    const wanted = new Set(shareParts.filter((part) => ticked.has(part)))
    const preset = presetOf(settings, said, ticked.has('lock') ? free : undefined)
    const run = ticked.has('run') ? recorded : undefined
    return { preset: withParts(preset, wanted), run, ...measured(preset, wanted, run) }
  }, [settings, said, ticked, free, recorded])
  const toggle = (row: ShareRow) => {
    const next = new Set(ticked)
    if (!next.delete(row)) next.add(row)
    setTicked(next)
  }
  return {
    ...made,
    free,
    setFree,
    ticked,
    toggle,
    hasRun,
    runDiffers:
      recorded !== undefined && JSON.stringify(recorded.settings) !== JSON.stringify(settings),
    names: namesByPart(settings),
    broken,
  }
}

/** When the provider says that it answered, in milliseconds since 1970. */
function madeAt({ recorded, reply }: RunRecord): number | undefined {
  return recorded?.at ?? (reply.created === undefined ? undefined : reply.created * 1000)
}

function soundSettings(drafts: Drafts): { settings: Preset['settings']; broken: string[] } {
  const { settings, problems } = parseDrafts(drafts)
  const broken = [...new Set(problems.map(({ parameter }) => parameter))]
  const sound = Object.entries(settings).filter(([name]) => !broken.includes(name))
  // Every value without a problem passed the schema of its parameter.
  return {
    settings: Object.fromEntries(sound) as Preset['settings'],
    broken: broken.filter((name) => drafts[name as ParameterName] !== null),
  }
}

function presetOf(
  settings: Preset['settings'],
  { name, description, authorNote }: CurrentPreset,
  unlocked: readonly ParameterName[] | undefined,
): Preset {
  return {
    settings,
    ...(name ? { name } : {}),
    ...(description ? { description } : {}),
    ...(authorNote ? { authorNote } : {}),
    ...(unlocked ? { unlocked: [...unlocked] } : {}),
  }
}

/** The link, and by how much each part lengthens it. */
function measured(preset: Preset, wanted: ReadonlySet<SharePart>, run: RecordedRun | undefined) {
  const lengthOf = (one: Preset, with_?: RecordedRun) => {
    const made = linkFor(one, with_)
    return made.ok ? made.value.length : 0
  }
  const whole = withParts(preset, wanted)
  const plain = lengthOf(whole)
  const without = (part: SharePart) =>
    wanted.has(part) ? plain - lengthOf(withParts(preset, minus(wanted, part))) : 0
  const { unlocked: _unlocked, ...open } = whole
  const link = linkFor(whole, run)
  return {
    link,
    lengths: {
      parameters: without('parameters'),
      messages: without('messages'),
      address: without('address'),
      metadata: without('metadata'),
      identity: without('identity'),
      lock: plain - lengthOf(open),
      words: lengthOf(open) - lengthOf({ settings: open.settings }),
      run: run && link.ok ? link.value.length - plain : 0,
    },
  }
}

function minus(parts: ReadonlySet<SharePart>, part: SharePart): Set<SharePart> {
  return new Set([...parts].filter((one) => one !== part))
}
