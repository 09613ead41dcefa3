'use client'

import { kinds, providerOf, providers } from '#lib/providers/catalogue.ts'
import { namedProvider } from '#lib/request/check.ts'
import { Select } from '#components/ui/select.tsx'
import { useParameterForm } from '../form-context.tsx'
import { textOf, type WidgetProps } from './widget.ts'

/** The menu of providers. The one model of a provider that has no other does not follow to the next. */
export function ProviderField({ id, draft, onChange, onBlur, invalid, describedBy }: WidgetProps) {
  const { getValues, setValue } = useParameterForm()
  const choose = (next: string) => {
    const only = onlyModelOf(next)
    const left = onlyModelOf(textOf(draft))
    if (only) setValue('model', only)
    else if (left && getValues('model') === left) setValue('model', '')
    onChange(next)
  }
  return (
    <Select
      id={id}
      value={textOf(draft)}
      options={sections}
      onChange={(event) => choose(event.target.value)}
      onBlur={onBlur}
      invalid={invalid}
      aria-describedby={describedBy}
      className="w-42"
    />
  )
}

const sections = kinds.map(({ kind, title }) => ({
  title,
  options: providers
    .filter((row) => row.kind === kind)
    .map((row) => ({ value: row.id, title: row.title })),
}))

function onlyModelOf(provider: string): string | undefined {
  const id = namedProvider({ provider })
  return id && providerOf(id).onlyModel
}
