'use client'

import type { ComponentType } from 'react'
import type { Widget } from '#lib/parameters/descriptor.ts'
import { Choice } from './widgets/choice.tsx'
import { JsonField } from './widgets/json.tsx'
import { List } from './widgets/list.tsx'
import { ModelField } from './widgets/model.tsx'
import { NumberField } from './widgets/number.tsx'
import { ProviderField } from './widgets/provider.tsx'
import { Slider } from './widgets/slider.tsx'
import { TextField } from './widgets/text.tsx'
import { Toggle } from './widgets/toggle.tsx'
import { ToolChoice } from './widgets/tool-choice.tsx'
import type { WidgetProps } from './widgets/widget.ts'

type FieldKind = Exclude<Widget['kind'], 'messages' | 'beside'>

/** How each kind of parameter is drawn, and whether it fits on the line of its label. */
const widgets: Record<FieldKind, { Control: ComponentType<WidgetProps>; inline: boolean }> = {
  slider: { Control: Slider, inline: false },
  number: { Control: NumberField, inline: true },
  switch: { Control: Toggle, inline: true },
  choice: { Control: Choice, inline: true },
  text: { Control: TextField, inline: false },
  list: { Control: List, inline: false },
  json: { Control: JsonField, inline: false },
  'tool-choice': { Control: ToolChoice, inline: false },
  provider: { Control: ProviderField, inline: true },
  model: { Control: ModelField, inline: true },
}

/** The control of a form field; the conversation is drawn elsewhere. */
export function widgetOf(widget: Widget): (typeof widgets)[FieldKind] {
  if (widget.kind === 'messages' || widget.kind === 'beside')
    throw new Error('Messages, and what is edited beside another parameter, have no field.')
  return widgets[widget.kind]
}
