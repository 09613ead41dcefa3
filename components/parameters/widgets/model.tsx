'use client'

import { useModelList } from '#components/connection/use-model-list.ts'
import { IconButton } from '#components/ui/button.tsx'
import { textOf, type WidgetProps } from './widget.ts'

/** A model's id: typed freely, with what the provider lists as suggestions. */
export function ModelField({ id, draft, onChange, onBlur, invalid, describedBy }: WidgetProps) {
  const { models, state, refresh, ask } = useModelList()
  return (
    <div className="flex w-42 items-center gap-0.5">
      <input
        id={id}
        type="text"
        list={`${id}-list`}
        value={textOf(draft)}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        title={state}
        className={`h-6 min-w-0 flex-1 rounded-[4px] border bg-surface px-1.5 max-md:h-7 ${invalid ? 'border-danger' : 'border-field'}`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        onFocus={ask}
      />
      <datalist id={`${id}-list`}>
        {models.map((model) => (
          <option key={model} value={model} />
        ))}
      </datalist>
      {refresh && (
        <IconButton
          icon="refresh"
          label="Refresh the list of models"
          aria-description={state}
          onClick={refresh}
          className="size-5"
        />
      )}
    </div>
  )
}
