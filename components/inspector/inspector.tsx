'use client'

import { lazy, Suspense } from 'react'
import { useRunRecord } from '#components/run/run-store.ts'
import { IconButton } from '#components/ui/button.tsx'
import { Tabs } from '#components/ui/tabs.tsx'

const tabs = [
  { value: 'token', title: 'Token' },
  { value: 'run', title: 'Run' },
  { value: 'request', title: 'Request' },
  { value: 'response', title: 'Response' },
] as const
export type InspectorTab = (typeof tabs)[number]['value']

// Nobody sees these before the first run, so they are no part of the first load.
const views = {
  token: lazy(async () => ({ default: (await import('./token-tab.tsx')).TokenTab })),
  run: lazy(async () => ({ default: (await import('./run-tab.tsx')).RunTab })),
  request: lazy(async () => ({ default: (await import('./request-tab.tsx')).RequestTab })),
  response: lazy(async () => ({ default: (await import('./response-tab.tsx')).ResponseTab })),
}

/** The right column: one token, the run, and what went over the wire. */
export function Inspector({
  tab,
  onTab,
  onClose,
  onShowParameter,
}: {
  tab: InspectorTab
  onTab(tab: InspectorTab): void
  onClose(): void
  onShowParameter(parameter: string): void
}) {
  const { run } = useRunRecord()
  const View = views[tab]
  return (
    <>
      <div className="flex flex-none items-center border-b border-line pr-2">
        <Tabs
          label="Inspector"
          tabs={tabs}
          value={tab}
          onChange={onTab}
          panelId="inspector-panel"
          className="flex h-10 flex-1 px-2"
          tabClassName="relative px-3 text-ink-2 aria-selected:font-medium aria-selected:text-ink aria-selected:after:absolute aria-selected:after:inset-x-3 aria-selected:after:-bottom-px aria-selected:after:h-0.5 aria-selected:after:bg-accent"
        />
        <IconButton
          icon="close"
          label="Close the inspector"
          className="xl:hidden max-md:hidden"
          onClick={onClose}
        />
      </div>
      <div
        id="inspector-panel"
        role="tabpanel"
        aria-labelledby={`inspector-panel-${tab}`}
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        {run ? (
          <Suspense>
            <View run={run} onShowParameter={onShowParameter} />
          </Suspense>
        ) : (
          <p className="p-4 text-ink-2">Run once to see something here.</p>
        )}
      </div>
    </>
  )
}
