'use client'

import { lazy, Suspense, useId } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { depsOf, useControl } from '#components/parameters/form-context.tsx'
import { useLock } from '#components/parameters/lock.ts'
import { RunCount } from '#components/tokenizer/run-count.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { parseDrafts } from '#lib/request/drafts.ts'
import { getRunning, useRunRecord, useRuns } from './run-store.ts'

// There is nothing to compare before the first run, so it is no part of the first load.
const DifferencesLink = lazy(async () => ({
  default: (await import('./differences-link.tsx')).DifferencesLink,
}))

const RunProgress = lazy(async () => ({
  default: (await import('./run-progress.tsx')).RunProgress,
}))

/** Run or Stop in the same place, Stream, and the way to the problems. Run is never disabled. */
export function RunBar({
  onRun,
  onStop,
  onShowProblem,
  onShowRun,
}: {
  onRun(): void
  onStop(): void
  onShowProblem(parameter: string): void
  onShowRun(): void
}) {
  const { run } = useRunRecord()
  useRuns()
  // It can be stopped from wherever one looks.
  const running = getRunning()
  return (
    <div className="flex h-13 flex-none items-center gap-3 border-b border-line bg-surface px-6 max-md:border-b-0 max-md:px-4">
      {running ? (
        <Button
          look="normal"
          icon="stop"
          className="h-8 px-3 max-md:h-9 max-md:flex-1 max-md:justify-center"
          onClick={onStop}
        >
          Stop <Key>Esc</Key>
        </Button>
      ) : (
        <Button
          look="primary"
          icon="play"
          className="h-8 px-3 max-md:h-9 max-md:flex-1 max-md:justify-center"
          onClick={onRun}
        >
          Run <Key>Ctrl ↵</Key>
        </Button>
      )}
      <StreamSwitch />
      <span className="ml-auto flex min-w-0 items-center gap-3">
        {running ? (
          <Suspense>
            <RunProgress run={running} />
          </Suspense>
        ) : (
          <>
            {run && (
              <Suspense>
                <DifferencesLink run={run} onShow={onShowRun} />
              </Suspense>
            )}
            <ProblemsLink onShow={onShowProblem} />
            <RunCount />
          </>
        )}
      </span>
    </div>
  )
}

function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded-[4px] border border-current px-1 font-mono text-tiny max-md:hidden">
      {children}
    </kbd>
  )
}

function StreamSwitch() {
  const id = useId()
  const isLocked = useLock('stream')
  const { field } = useController({
    control: useControl(),
    name: 'stream',
    rules: { deps: depsOf('stream') },
  })
  return (
    <span className="flex items-center gap-2">
      <Switch
        id={id}
        checked={field.value === true}
        disabled={isLocked}
        onChange={(on) => field.onChange(on || null)}
      />
      <label htmlFor={id}>Stream</label>
    </span>
  )
}

function ProblemsLink({ onShow }: { onShow(parameter: string): void }) {
  const summary = useWatch({
    control: useControl(),
    compute: (drafts) => {
      const { problems } = parseDrafts(drafts)
      return `${problems.length} ${problems[0]?.parameter ?? ''}`
    },
  })
  const [count, first] = summary.split(' ')
  if (!first) return null
  return (
    <button
      type="button"
      className="flex items-center gap-1.5 whitespace-nowrap text-danger hover:underline"
      onClick={() => onShow(first)}
    >
      <Icon name="error" size={14} />
      {count === '1' ? '1 problem' : `${count} problems`}
    </button>
  )
}
