'use client'

import { useEffect, useMemo } from 'react'
import { labelsIn } from '#lib/tokenizers/bias-labels.ts'
import type { AidProps } from '#components/parameters/widgets/aid.ts'
import { countExactly } from '#components/tokenizer/count-store.ts'
import { useNextModel } from '#components/tokenizer/next-model.ts'
import { BiasList } from './bias-list.tsx'
import { useBiasHints, useBiasTexts } from './bias-texts.ts'
import { IdForm } from './id-form.tsx'
import { OtherEncoding } from './other-encoding.tsx'
import { WordForm } from './word-form.tsx'
import { useBiasFields } from './write-biases.ts'

/** Writes `logit_bias` by words: their tokens are looked up, and listed with what is done to each. */
export function LogitBiasAid({ text, problems, onHints }: AidProps) {
  const next = useNextModel()
  const { encoding } = next
  const draft = useBiasFields().logit_bias_labels
  const labels = useMemo(() => labelsIn(draft), [draft])
  const texts = useBiasTexts(text, encoding, labels)
  useBiasHints(text, texts, onHints)
  useEffect(() => {
    // The tokenizer is on its way in any case.
    if (encoding) countExactly()
  }, [encoding])
  return (
    <div data-field="logit_bias_labels" className="pt-1 pb-2">
      {encoding && <OtherEncoding encoding={encoding} model={next.model} />}
      {/* Other ids start afresh. */}
      {encoding ? <WordForm key={encoding} encoding={encoding} /> : <IdForm next={next} />}
      {!encoding && labels.encoding && (
        <p className="mt-1.5 text-small text-ink-2">
          The words below are those of {labels.encoding}.
        </p>
      )}
      {problems.length > 0 ? (
        <p className="mt-1.5 text-small text-ink-3">
          The JSON has a problem. Words can be added once it is mended.
        </p>
      ) : (
        <BiasList texts={texts} labels={labels} />
      )}
    </div>
  )
}
