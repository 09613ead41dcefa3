'use client'

import { Dialog } from '#components/ui/dialog.tsx'
import { setSingleKeysOff, useSingleKeysOff } from '#components/ui/page-keys.ts'
import { Switch } from '#components/ui/switch.tsx'

const keys: readonly (readonly [keys: string, meaning: string])[] = [
  ['Ctrl or ⌘ Enter', 'Run'],
  ['Esc', 'Stop, or close'],
  ['/', 'Filter parameters'],
  ['1 2 3 …', 'Show a choice'],
  ['M', 'Next metric of the tints'],
  ['← →', 'Token before, after (in the reply)'],
  ['↑ ↓', 'Line before, after (in the reply)'],
  ['Home End', 'First, last token (in the reply)'],
  ['[ ]', 'Peak or fork before, after'],
  ['B', 'Branch from the token'],
  ['X', 'Ban the token'],
  ['+', 'Boost the token'],
  ['0', 'Reset the what-if'],
  ['I', 'Open or close the inspector'],
  ['Alt ↑ ↓', 'Move a message'],
  ['Alt Shift ↑ ↓', 'Move a part of a message'],
  ['Alt Shift Enter', 'Split a message at the cursor'],
  ['Ctrl or ⌘ Z', 'Undo'],
  ['Ctrl or ⌘ Shift Z', 'Redo'],
  ['Ctrl or ⌘ Shift F', 'Find and replace in the messages'],
  ['Ctrl Space', 'Suggest (in a JSON field)'],
  ['F1', 'Explain (in a JSON field)'],
  ['Ctrl or ⌘ S', 'Save the preset'],
  ['Ctrl or ⌘ Shift C', 'Share'],
  ['?', 'This list'],
]

/** What each key does, with a switch for those that are single characters. */
export function KeyListDialog({ onClose }: { onClose(): void }) {
  const isOff = useSingleKeysOff()
  return (
    <Dialog open onClose={onClose} title="Keys" width={440}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
        {keys.map(([key, meaning]) => (
          <div key={key} className="contents">
            <dt className="font-mono text-small whitespace-nowrap">{key}</dt>
            <dd className="text-ink-2">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 flex items-center gap-2">
        <Switch id="single-keys" checked={!isOff} onChange={(on) => setSingleKeysOff(!on)} />
        <label htmlFor="single-keys">Single keys, outside text fields</label>
      </p>
    </Dialog>
  )
}
