'use client'

import { useState } from 'react'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { biasesIn } from '#lib/tokenizers/bias-draft.ts'
import { labelsIn, withIdsReplaced } from '#lib/tokenizers/bias-labels.ts'
import { encodings, type Encoding } from '#lib/tokenizers/encoding.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { tokenizer } from '#components/tokenizer/client.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { biasText, useBiasFields, useWriteBiases } from './write-biases.ts'

/** What a translation left out, and the text that it led to. */
interface Outcome {
  text: string | null
  words: string
}

/** Warns of ids that were written for another encoding than the next model’s, and translates them. */
export function OtherEncoding({ encoding, model }: { encoding: Encoding; model: string }) {
  const fields = useBiasFields()
  const write = useWriteBiases()
  const [outcome, setOutcome] = useState<Outcome>()
  const text = biasText(fields)
  const { encoding: old, labels } = labelsIn(fields.logit_bias_labels)
  const present = biasesIn(text)
  const ids = Object.keys(labels).filter((id) => present.has(id))
  const isOther = old !== undefined && old !== encoding && ids.length > 0
  const translate = async () => {
    const names = await namesOf(old, ids, labels)
    const found = names.ok ? await tokenizer.singleIdsOf(encoding, names.value) : names
    if (!names.ok || !found.ok) {
      const words = found.ok ? '' : found.error.message
      setOutcome({ text, words })
      return announce(words)
    }
    const next = new Map(ids.map((id, at) => [id, found.value[at]?.toString()]))
    const result = withIdsReplaced(text, fields.logit_bias_labels, next, encoding)
    if (!result.ok) return
    write(result.value)
    const lost = names.value.filter((_, at) => found.value[at] === undefined)
    const words = sentenceOf(ids.length - lost.length, lost, encoding)
    setOutcome({ text: result.value.logit_bias, words })
    announce(words)
  }
  return (
    <>
      {isOther && (
        <div
          role="note"
          className="mb-2 rounded-[6px] border border-warn-line bg-warn-soft p-2 text-small text-warn"
        >
          <p className="flex gap-1.5">
            <Icon name="info" size={14} />
            <span>
              These ids are of {old}; {model} uses {encoding}.
            </span>
          </p>
          <Button className="mt-1.5 text-ink" onClick={() => void translate()}>
            Translate to {encoding}
          </Button>
        </div>
      )}
      {outcome?.text === text && (
        <p data-bias-translated className="mb-2 text-small text-ink-2">
          {outcome.words}
        </p>
      )}
    </>
  )
}

/** The texts of ids, by the encoding that they are of; by their labels where it is not one that is known. */
async function namesOf(
  old: string | undefined,
  ids: readonly string[],
  labels: Readonly<Record<string, string>>,
): Promise<Result<string[]>> {
  const written = ids.map((id) => labels[id] ?? '')
  const known = encodings.find((one) => one === old)
  if (known === undefined) return ok(written)
  const found = await tokenizer.namesOf(known, ids.map(Number))
  return found.ok ? ok(written.map((label, at) => found.value[at] ?? label)) : fail(found.error)
}

function sentenceOf(count: number, lost: readonly string[], encoding: Encoding): string {
  const done = `${count === 1 ? '1 id is' : `${count} ids are`} of ${encoding} now.`
  if (lost.length === 0) return done
  const names = lost.map((text) => `“${visibleToken(text)}”`).join(', ')
  return `${done} Left out, since ${encoding} has no single token for it: ${names}. Undo brings everything back.`
}
