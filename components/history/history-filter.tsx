'use client'

import { Icon } from '#components/ui/icon.tsx'
import type { RunFilter, RunSummary } from '#lib/history/summary.ts'

const kinds = [
  ['all', 'All runs'],
  ['pinned', 'Pinned'],
  ['failed', 'Failed'],
  ['logprobs', 'With log probabilities'],
] as const satisfies readonly [RunFilter['only'], string][]

/** What narrows the list: words, a model, a kind. */
export function HistoryFilter({
  runs,
  filter,
  onFilter,
}: {
  runs: readonly RunSummary[]
  filter: RunFilter
  onFilter(filter: RunFilter): void
}) {
  const models = [...new Set(runs.map(({ model }) => model))].toSorted()
  const box = 'h-8 rounded-[6px] border border-field bg-surface px-2'
  return (
    <div className="flex flex-wrap gap-2">
      <label className={`flex min-w-48 flex-1 items-center gap-1.5 text-ink-3 ${box}`}>
        <Icon name="search" size={14} />
        <span className="sr-only">Search the history</span>
        <input
          type="search"
          placeholder="Search prompts, replies, models and names"
          value={filter.text}
          onChange={({ target }) => onFilter({ ...filter, text: target.value })}
          className="w-full min-w-0 bg-transparent text-ink"
        />
      </label>
      <select
        aria-label="Model"
        value={filter.model}
        onChange={({ target }) => onFilter({ ...filter, model: target.value })}
        className={`max-w-52 max-md:flex-1 ${box}`}
      >
        <option value="">All models</option>
        {models.map((model) => (
          <option key={model}>{model}</option>
        ))}
      </select>
      <select
        aria-label="Kind of run"
        value={filter.only}
        onChange={({ target }) => {
          const kind = kinds.find(([only]) => only === target.value)
          if (kind) onFilter({ ...filter, only: kind[0] })
        }}
        className={box}
      >
        {kinds.map(([only, title]) => (
          <option key={only} value={only}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}
