'use client'

import { isParameterName, parameterOf } from '#lib/parameters/index.ts'
import type { ParameterProblem } from '#lib/request/check.ts'
import { focusParameter } from '#components/parameters/focus-parameter.ts'
import { Button } from '#components/ui/button.tsx'

/** Why there is no code: what stops a run stops it too. */
export function CodeProblems({
  problems,
  onClose,
}: {
  problems: readonly ParameterProblem[]
  onClose(): void
}) {
  const show = (parameter: string) => {
    onClose()
    // The dialog gives the focus back first.
    setTimeout(() => focusParameter(parameter), 0)
  }
  return (
    <section
      aria-label="Problems"
      className="rounded-[8px] border border-line border-l-3 border-l-danger p-4"
    >
      <h3 className="font-semibold">There is no request to write yet</h3>
      <ul className="mt-2 flex flex-col gap-1">
        {problems.map(({ parameter, message }, index) => (
          <li key={`${index}:${parameter}`} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">
              {isParameterName(parameter) && (
                <b className="font-medium">{parameterOf(parameter).title}: </b>
              )}
              {message}
            </span>
            <Button onClick={() => show(parameter)}>Go to it</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
