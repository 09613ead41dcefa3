'use client'

import { useEffect, useMemo, useState } from 'react'
import { withFix, type Doubt, type LoadKnowledge } from '#lib/json/help.ts'
import { describePath, describeProblem } from '#lib/json/index.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { mostListed } from './area.ts'
import type * as mendingModule from './mending.ts'

interface ProblemListProps {
  id: string
  text: string
  problems: readonly Doubt[]
  /** Whether the text cannot be sent, or is likely not meant. */
  severity: 'error' | 'warning'
  knowledge: LoadKnowledge | undefined
  /** Called with the mended text. */
  onMend(text: string): void
}

/** What is wrong in a text, each with its place, and its mending at one press where that is obvious. */
export function ProblemList({ id, text, problems, severity, knowledge, onMend }: ProblemListProps) {
  const mend = useMender(knowledge)
  const mending = useMemo(() => mend?.(text, problems), [mend, text, problems])
  const whole = mending?.whole
  const more = problems.length - mostListed
  const put = (next: string, words: string) => {
    onMend(next)
    announce(`Done: ${words}.`)
  }
  return (
    <div className={`min-w-0 flex-1 py-1 text-small ${severity === 'warning' ? 'text-warn' : ''}`}>
      <ul id={id}>
        {problems.slice(0, mostListed).map((problem, index) => {
          const fix = mending?.fixes[index]
          return (
            <li key={`${index}:${problem.message}`} title={describeProblem(problem)}>
              <span className="flex gap-1.5">
                <Icon name={severity} size={14} />
                <span className="min-w-0 wrap-anywhere">
                  Line {problem.line}
                  {(problem.path?.length ?? 0) > 0 && (
                    <>
                      , <code className="font-mono text-tiny">{describePath(problem.path)}</code>
                    </>
                  )}
                  : {problem.message}{' '}
                  {fix && (
                    <FixButton
                      title={fix.title}
                      label={`${fix.title} in line ${problem.line}`}
                      onPress={() => put(withFix(text, fix), fix.title)}
                    />
                  )}
                </span>
              </span>
            </li>
          )
        })}
        {more > 0 && <li className="pl-5">and {more} more</li>}
      </ul>
      {whole !== undefined && (
        <p className="pl-5">
          <FixButton title="Fix all" label="Fix all" onPress={() => put(whole, 'Fix all')} />
        </p>
      )}
    </div>
  )
}

function FixButton({ title, label, onPress }: { title: string; label: string; onPress(): void }) {
  return (
    <button
      type="button"
      aria-label={label}
      className="rounded-[4px] font-semibold whitespace-nowrap underline underline-offset-2 hover:no-underline"
      onClick={onPress}
    >
      {title}
    </button>
  )
}

/** What mends texts, once it is there; it is fetched when a problem is first listed. */
function useMender(load: LoadKnowledge | undefined) {
  const [mend, setMend] = useState<Awaited<ReturnType<typeof mendingModule.mender>>>()
  useEffect(() => {
    let isGone = false
    import('./mending.ts')
      .then(({ mender }) => mender(load))
      .then(
        (found) => !isGone && setMend(() => found),
        () => undefined,
      )
    return () => {
      isGone = true
    }
  }, [load])
  return mend
}
