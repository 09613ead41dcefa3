'use client'

import { lazy, Suspense, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import { isParameterName, parameterOf } from '#lib/parameters/index.ts'
import { Conversation } from '#components/conversation/conversation.tsx'
import { useRunInAddress } from '#components/history/run-in-address.ts'
import { useBiasKeys } from '#components/inspector/bias-keys.ts'
import { Inspector, type InspectorTab } from '#components/inspector/inspector.tsx'
import { ParameterForm } from '#components/parameters/parameter-form.tsx'
import { focusParameter } from '#components/parameters/focus-parameter.ts'
import { ReplyView } from '#components/reply/reply-view.tsx'
import { RunBar } from '#components/run/run-bar.tsx'
import { RunnerContext } from '#components/run/runner.ts'
import { useRuns } from '#components/run/run-store.ts'
import { useRun } from '#components/run/use-run.ts'
import { FileDrop } from '#components/share/file-drop.tsx'
import { LinkInAddress } from '#components/share/link-in-address.tsx'
import { BottomTabs, type Pane } from '#components/shell/bottom-tabs.tsx'
import { NoticeLine } from '#components/shell/notice.tsx'
import { Panels } from '#components/shell/panels.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { usePersistence } from './use-persistence.ts'
import { useRunKeys } from './use-run-keys.ts'

// There is no token before the first run, so it is no part of the first load.
const TokenPeek = lazy(async () => ({
  default: (await import('#components/inspector/token-peek.tsx')).TokenPeek,
}))

/** The three columns, or three panes on a phone: parameters, conversation with reply, inspector. */
export function Workbench() {
  const [pane, setPane] = useState<Pane>('chat')
  const [drawer, setDrawer] = useState(false)
  const [tab, setTab] = useState<InspectorTab>('token')
  const [filterRound, setFilterRound] = useState(0)
  const showProblem = useCallback((parameter: string) => {
    // The field has to be on the page before it can take the focus.
    flushSync(() => setPane(isInCentre(parameter) ? 'chat' : 'parameters'))
    if (focusParameter(parameter)) return
    // A filter may hide it; a fresh form shows all fields.
    flushSync(() => setFilterRound((round) => round + 1))
    focusParameter(parameter)
  }, [])
  const { shown } = useRuns()
  const runner = useRun(showProblem)
  const { start, again, stop } = runner
  const run = useCallback(() => {
    setPane('chat')
    start()
  }, [start])
  usePersistence()
  useRunInAddress()
  useRunKeys({ run, stop, toggleInspector: () => setDrawer((open) => !open) })
  const inspect = useCallback((next?: InspectorTab) => {
    if (next) setTab(next)
    if (matchMedia('(max-width: 799px)').matches) setPane('inspect')
    else setDrawer(true)
  }, [])
  useBiasKeys(() => flushSync(() => inspect('token')))
  const bar = (
    <RunBar
      onRun={run}
      onStop={stop}
      onShowProblem={showProblem}
      onShowRun={() => inspect('run')}
    />
  )
  return (
    <RunnerContext value={runner}>
      <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[48px_auto_minmax(0,1fr)_auto]">
        <TopBar />
        <div>
          <NoticeLine />
        </div>
        <main
          data-pane={pane}
          className="group/main grid min-h-0 grid-cols-[344px_minmax(0,1fr)] max-md:block xl:grid-cols-[344px_minmax(0,1fr)_384px]"
        >
          <aside
            aria-label="Parameters"
            className="flex min-h-0 flex-col border-r border-line bg-canvas max-md:hidden max-md:h-full max-md:border-0 max-md:group-data-[pane=parameters]/main:flex"
          >
            <ParameterForm key={filterRound} />
          </aside>
          <div className="min-h-0 flex-col overflow-y-auto bg-surface md:flex max-md:hidden max-md:h-full max-md:group-data-[pane=chat]/main:flex">
            <Conversation />
            <div className="sticky top-0 z-10 max-md:hidden">{bar}</div>
            <ReplyView onShowParameter={showProblem} onRetry={again} onInspect={() => inspect()} />
          </div>
          <aside
            aria-label="Inspector"
            data-open={drawer}
            className="min-h-0 flex-col border-l border-line bg-canvas max-xl:fixed max-xl:top-12 max-xl:right-0 max-xl:bottom-0 max-xl:z-20 max-xl:hidden max-xl:w-96 max-xl:shadow-float max-xl:data-[open=true]:flex xl:flex max-md:static! max-md:hidden! max-md:h-full max-md:w-auto! max-md:border-0 max-md:shadow-none! max-md:group-data-[pane=inspect]/main:flex!"
          >
            <Inspector
              tab={tab}
              onTab={setTab}
              onClose={() => setDrawer(false)}
              onShowParameter={showProblem}
            />
          </aside>
        </main>
        <div role="region" aria-label="Run" className="md:hidden">
          {pane === 'chat' && shown !== undefined && (
            <Suspense>
              <TokenPeek onOpen={() => setPane('inspect')} />
            </Suspense>
          )}
          <div className="border-t border-line">{bar}</div>
          <BottomTabs pane={pane} onChange={setPane} />
        </div>
        <LinkInAddress />
        <FileDrop />
        <Panels />
      </div>
    </RunnerContext>
  )
}

function isInCentre(name: string): boolean {
  return isParameterName(name) && parameterOf(name).group === 'conversation'
}
