'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { parameterNames, type ParameterName } from '#lib/parameters/index.ts'
import type { Preset } from '#lib/preset/preset.ts'
import { recordedRunOf, type RecordedRun } from '#lib/preset/recorded-run.ts'
import { namesByPart, privateParts, shareParts, type SharePart } from '#lib/preset/share.ts'
import { parseDrafts, sentNames, type Drafts } from '#lib/request/drafts.ts'
import type { Result } from '#lib/result.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { useCurrentPreset, type CurrentPreset } from '#components/presets/current-preset.ts'
import { useRunRecord, type RunRecord } from '#components/run/run-store.ts'
import { measuredShare, type MeasuredPart, type ShareRow } from './measure.ts'

/** What the share panel shows and lets choose. */
export interface Share {
  ticked: ReadonlySet<ShareRow>
  toggle(row: ShareRow): void
  /** The controls that stay free when the others are locked; they lock nothing in this page. */
  free: readonly ParameterName[]
  setFree(names: readonly ParameterName[]): void
  /** The preset as it would travel. */
  preset: Preset
  run: RecordedRun | undefined
  /** The finished run in view, which could travel. */
  recorded: RunRecord | undefined
  /** Whether that run was made with other settings than the form has. */
  runDiffers: boolean
  names: Record<SharePart, ParameterName[]>
  /** All that could travel. */
  settings: Preset['settings']
  /** The names of the parameters that are set and have a problem; they stay here. */
  broken: ParameterName[]
  /** The names of what is set and not sent, because the provider does not take it. */
  unsent: ParameterName[]
  /** The fragment, or why there is none. */
  link: Result<string, string>
  /** Characters that each part adds to the link, or would add; nothing where it then would not fit. */
  costs: Record<MeasuredPart, number | undefined>
}

/** The choices of the share panel; what identifies a person is off until it is ticked. */
export function useShare(): Share {
  // What is typed behind an open panel cannot change, but a run may still be coming.
  const drafts = useWatch({ control: useControl() }) as Drafts
  const said = useDeferredValue(useCurrentPreset())
  const { run: record, version } = useRunRecord()
  const [ticked, setTicked] = useState<ReadonlySet<ShareRow>>(() => firstTicked(said))
  const [free, setFree] = useState<readonly ParameterName[]>(said.unlocked ?? [])
  const { settings, broken, unsent } = useMemo(() => soundSettings(drafts), [drafts])
  // A run that failed or was stopped before its first token has nothing to hand on.
  const hasRun = record !== undefined && !record.running && record.reply.choices.length > 0
  const recorded = useMemo(
    () => (hasRun && record && version > 0 ? recordedRunOf(record, madeAt(record)) : undefined),
    [hasRun, record, version],
  )
  const made = useMemo(() => {
    const wanted = new Set(shareParts.filter((part) => ticked.has(part)))
    const preset = presetOf(settings, said, free)
    const chosen = { wanted, isLocked: ticked.has('lock'), hasRun: ticked.has('run') }
    return measuredShare(preset, recorded, chosen)
  }, [settings, said, free, ticked, recorded])
  const toggle = (row: ShareRow) => {
    const next = new Set(ticked)
    if (!next.delete(row)) next.add(row)
    setTicked(next)
  }
  return {
    ...made,
    ticked,
    toggle,
    free,
    setFree,
    recorded: hasRun ? record : undefined,
    runDiffers:
      recorded !== undefined && JSON.stringify(recorded.settings) !== JSON.stringify(settings),
    names: namesByPart(settings),
    settings,
    broken,
    unsent,
  }
}

/** When the provider says that it answered, in milliseconds since 1970. */
function madeAt({ recorded, reply }: RunRecord): number | undefined {
  return recorded?.at ?? (reply.created === undefined ? undefined : reply.created * 1000)
}

function firstTicked({ unlocked }: CurrentPreset): ReadonlySet<ShareRow> {
  const open = shareParts.filter((part) => !privateParts.has(part))
  return new Set<ShareRow>(unlocked ? [...open, 'lock'] : open)
}

function soundSettings(drafts: Drafts) {
  const { settings, problems } = parseDrafts(drafts)
  const faulty = new Set<string>(problems.map(({ parameter }) => parameter))
  const sound = Object.entries(settings).filter(([name]) => !faulty.has(name))
  const isSet = parameterNames.filter((name) => (drafts[name] ?? null) !== null)
  const sent = sentNames(drafts)
  return {
    // Every value without a problem passed the schema of its parameter.
    settings: Object.fromEntries(sound) as Preset['settings'],
    broken: isSet.filter((name) => faulty.has(name)),
    unsent: isSet.filter((name) => !sent.includes(name)),
  }
}

function presetOf(
  settings: Preset['settings'],
  { name, description, authorNote }: CurrentPreset,
  free: readonly ParameterName[],
): Preset {
  return {
    settings,
    ...(name ? { name } : {}),
    ...(description ? { description } : {}),
    ...(authorNote ? { authorNote } : {}),
    unlocked: [...free],
  }
}
