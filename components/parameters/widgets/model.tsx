'use client'

import { useMemo } from 'react'
import { pricesInShort, tokensInShort } from '#lib/costs/format.ts'
import type { ModelInfo } from '#lib/models/model-info.ts'
import { useModelList } from '#components/connection/use-model-list.ts'
import { IconButton } from '#components/ui/button.tsx'
import { Combobox } from '#components/ui/combobox/combobox.tsx'
import { textOf, type WidgetProps } from './widget.ts'

/** A model's id: typed freely, with what the provider lists as suggestions. */
export function ModelField({ id, draft, onChange, onBlur, invalid, describedBy }: WidgetProps) {
  const { models, state, refresh, isFetching, ask } = useModelList()
  const options = useMemo(
    () => models.map((model) => ({ value: model.id, detail: detailOf(model) })),
    [models],
  )
  return (
    <div className="flex w-42 items-center gap-0.5">
      <Combobox
        id={id}
        listLabel="Models"
        value={textOf(draft)}
        options={options}
        note={state}
        invalid={invalid}
        describedBy={describedBy}
        onChange={onChange}
        onBlur={onBlur}
        onOpen={ask}
      />
      {refresh && (
        <IconButton
          icon="refresh"
          label="Refresh the list of models"
          aria-description={state}
          aria-busy={isFetching}
          onClick={refresh}
          className="size-5"
        />
      )}
    </div>
  )
}

function detailOf({ contextTokens, pricePerMillion, purpose }: ModelInfo): string | undefined {
  const facts = [
    purpose?.replaceAll('_', ' '),
    contextTokens && tokensInShort(contextTokens),
    pricePerMillion && pricesInShort(pricePerMillion),
  ].filter(Boolean)
  return facts.length > 0 ? facts.join(' · ') : undefined
}
