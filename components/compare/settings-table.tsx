'use client'

import { settingsDifferences } from '#lib/compare/settings-differences.ts'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { parameterOf } from '#lib/parameters/index.ts'
import { shownValue } from '#components/share/value-text.ts'
import { Letter } from './compare-head.tsx'

/** The parameters that were not given alike. */
export function SettingsTable({ a, b }: { a: AnySettings; b: AnySettings }) {
  const { differences, set } = settingsDifferences(a, b)
  return (
    <table className="w-full table-fixed border-collapse self-start">
      <thead className="text-left">
        <tr>
          <th scope="col" className="w-2/5 px-4 py-2 text-small font-normal text-ink-2">
            {wordsOn(differences.length, set)}
          </th>
          <th scope="col" className="px-2 py-2">
            <Letter name="A" />
            <span className="sr-only">A</span>
          </th>
          <th scope="col" className="px-2 py-2">
            <Letter name="B" />
            <span className="sr-only">B</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ name, a: mine, b: theirs }) => (
          <tr key={name} data-difference={name} className="border-t border-line align-top">
            <th scope="row" className="px-4 py-2 text-left font-normal">
              {parameterOf(name).title}{' '}
              <code className="font-mono text-tiny text-ink-3">{name}</code>
            </th>
            <td className="px-2 py-2 font-mono text-small break-words">
              <Value name={name} value={mine} />
            </td>
            <td className="px-2 py-2 font-mono text-small break-words">
              <Value name={name} value={theirs} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function wordsOn(count: number, set: number): string {
  if (count === 0) return `All ${set} set parameters are equal.`
  return `${count} of ${set} set parameters ${count === 1 ? 'differs' : 'differ'}. The others are equal.`
}

function Value({ name, value }: { name: string; value: unknown }) {
  const { short, whole } = shownValue(name, value)
  if (whole === undefined)
    return <span className={value === undefined ? 'text-ink-3' : ''}>{short}</span>
  return (
    <details>
      <summary className="cursor-pointer font-sans">{short}</summary>
      <pre
        tabIndex={0}
        className="mt-1 max-h-60 overflow-auto rounded-[4px] bg-sunken p-1.5 whitespace-pre-wrap"
      >
        {whole}
      </pre>
    </details>
  )
}
