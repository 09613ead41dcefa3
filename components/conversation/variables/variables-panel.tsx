'use client'

import { useEffect, useRef, useState } from 'react'
import { useLock } from '#components/parameters/lock.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button, IconButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { FilledView } from './filled-view.tsx'
import { useVariables, type Variables } from './use-variables.ts'
import { ValuesJson } from './values-json.tsx'
import { VariableLine } from './variable-line.tsx'

/** The table of variables under the messages, or the offer to make one. */
export function VariablesPanel() {
  const variables = useVariables()
  const isLocked = useLock('variables')
  const container = useRef<HTMLDivElement>(null)
  const [begun, setBegun] = useState(false)
  const { isSet, rows } = variables
  useEffect(() => {
    if (begun && isSet) container.current?.querySelector('textarea')?.focus()
  }, [begun, isSet])
  const begin = () => {
    setBegun(true)
    variables.use()
  }
  if (!isSet && (rows.length === 0 || isLocked)) return null
  return (
    <div ref={container} data-field="variables" className="px-6 pt-2 pb-1 max-md:px-4">
      {isSet ? (
        <Table variables={variables} isLocked={isLocked} />
      ) : (
        <Offer names={rows.map(({ name }) => name)} onUse={begin} />
      )}
    </div>
  )
}

/** Most names that the offer tells. */
const mostTold = 4

function Offer({ names, onUse }: { names: string[]; onUse(): void }) {
  const told = names.slice(0, mostTold).map((name) => `{{${name}}}`)
  const more = names.length > mostTold ? ' …' : ''
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-ink-2">
      <span className="min-w-0 wrap-anywhere">
        <code className="font-mono">{told.join(', ')}</code>
        {more} can be {names.length === 1 ? 'a variable' : 'variables'}; the braces are sent as
        written now.
      </span>
      <Button className="h-6 px-2 text-small" onClick={onUse}>
        Use variables
      </Button>
    </p>
  )
}

function Table({ variables, isLocked }: { variables: Variables; isLocked: boolean }) {
  const { rows, problems, isKnown } = variables
  const canRename = !useLock('messages') && !isLocked && isKnown
  const general = problems.filter(({ path }) => path.length === 0)
  return (
    <section aria-label="Variables" className="rounded-[6px] border border-line bg-canvas">
      <Head variables={variables} isLocked={isLocked} />
      {rows.length === 0 && (
        <p className="border-t border-line px-3 py-1.5 text-small text-ink-2">
          No message names a variable. Write a name in double braces, as in{' '}
          <code className="font-mono">{'{{city}}'}</code>.
        </p>
      )}
      <ul>
        {rows.map((row, index) => (
          <VariableLine
            key={index}
            row={row}
            names={rows.map(({ name }) => name)}
            variables={variables}
            isLocked={isLocked}
            canRename={canRename}
            problem={problems.find(({ path }) => path[0] === row.name)?.message}
          />
        ))}
      </ul>
      {!isKnown && (
        <p className="border-t border-line px-3 py-1.5 text-small text-ink-2">
          The names in the messages are known once their JSON can be read.
        </p>
      )}
      {general.map(({ message }) => (
        <p
          key={message}
          className="flex gap-1.5 border-t border-line px-3 py-1.5 text-small text-danger"
        >
          <Icon name="error" size={14} />
          {message}
        </p>
      ))}
    </section>
  )
}

function Head({ variables, isLocked }: { variables: Variables; isLocked: boolean }) {
  const [view, setView] = useState<'filled' | 'json'>()
  const close = () => setView(undefined)
  const unset = () => {
    variables.unset()
    announce('Variables are not in use. Braces are sent as written.')
  }
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-1 pr-1 pl-3">
      <h3 className="text-small font-semibold text-ink-2">Variables</h3>
      {isLocked && (
        <span className="ml-1 text-ink-3" title="Locked by the author of this preset">
          <Icon name="lock" size={14} label="Locked by the author of this preset" />
        </span>
      )}
      <span className="ml-auto flex items-center">
        <Button look="plain" className="text-small" onClick={() => setView('filled')}>
          Show filled in
        </Button>
        {!isLocked && (
          <>
            <Button look="plain" className="text-small" onClick={() => setView('json')}>
              Values as JSON
            </Button>
            <IconButton
              icon="reset"
              label="Reset Variables (send braces as written)"
              onClick={unset}
            />
          </>
        )}
      </span>
      {view === 'filled' && <FilledView values={variables.values} onClose={close} />}
      {view === 'json' && <ValuesJson variables={variables} onClose={close} />}
    </div>
  )
}
