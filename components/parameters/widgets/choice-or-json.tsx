'use client'

import { optionsOf } from '#lib/parameters/bounds.ts'
import { Select } from '#components/ui/select.tsx'
import { JsonField } from './json.tsx'
import { textOf, type WidgetProps } from './widget.ts'

const asObject = 'object'

/** One of the schema's words, or an object written as JSON. */
export function ChoiceOrJson(props: WidgetProps) {
  const { id, parameter, draft, onChange, onBlur, invalid } = props
  const words = optionsOf(parameter)
  const text = textOf(draft)
  const isWord = words.includes(text)
  const choose = (choice: string) =>
    onChange(choice === asObject ? (parameter.example ?? '{}') : choice)
  return (
    <div className="flex flex-col gap-1">
      <Select
        id={isWord ? id : `${id}-kind`}
        aria-label={isWord ? undefined : `${parameter.title}: kind`}
        value={isWord ? text : asObject}
        options={[
          ...words.map((value) => ({ value, title: value })),
          { value: asObject, title: 'object…' },
        ]}
        onChange={(event) => choose(event.target.value)}
        onBlur={onBlur}
        invalid={invalid && isWord}
        className="w-28 self-end font-mono text-small"
      />
      {!isWord && <JsonField {...props} />}
    </div>
  )
}
