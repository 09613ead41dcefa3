'use client'

import { useState } from 'react'
import { withLabelledBiases, type LabelledBias } from '#lib/tokenizers/bias-labels.ts'
import { signedBias } from '#lib/tokenizers/bias-words.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { useWriteBiases } from './write-biases.ts'

/** Writes biases into the form, and says so; `problem` is why the last ones were not written. */
export function useAdd(): {
  add(
    biases: ReadonlyMap<number, LabelledBias>,
    encoding: string | undefined,
    what: string,
  ): boolean
  problem: string | undefined
} {
  const form = useParameterForm()
  const write = useWriteBiases()
  const [problem, setProblem] = useState<string>()
  return {
    problem,
    add: (biases, encoding, what) => {
      const [draft, labels] = form.getValues(['logit_bias', 'logit_bias_labels'])
      const text = typeof draft === 'string' ? draft : null
      const result = withLabelledBiases(text, labels, biases, encoding)
      setProblem(result.ok ? undefined : result.error)
      if (!result.ok) {
        announce(`Logit bias has a problem and is not overwritten. ${result.error}`)
        return false
      }
      write(result.value)
      const [first] = biases.values()
      const ids = biases.size === 1 ? '1 id' : `${biases.size} ids`
      announce(`${ids} of ${what} written to logit_bias with ${signedBias(first?.amount ?? 0)}.`)
      return true
    },
  }
}
