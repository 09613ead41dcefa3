'use client'

import type { AskedAndGot } from '#lib/reply/audit/asked-and-got.ts'

/** What was asked beside what came, a row for each parameter that was set. */
export function AskedTable({ rows }: { rows: AskedAndGot[] }) {
  const differing = rows.filter(({ differs }) => differs).length
  return (
    <section className="border-b border-line p-4" aria-labelledby="asked-and-got">
      <div className="mb-2 flex items-baseline justify-between text-small">
        <h2 id="asked-and-got" className="font-semibold">
          Asked and got
        </h2>
        <span className="text-ink-3">
          {differing} of {rows.length} differ
        </span>
      </div>
      <table className="w-full table-fixed text-left text-small">
        <thead className="text-ink-3">
          <tr>
            <th className="pb-1 font-normal">Parameter</th>
            <th className="pb-1 font-normal">Asked</th>
            <th className="pb-1 font-normal">Got</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ parameter, asked, got, differs }) => (
            <tr
              key={parameter}
              data-asked={parameter}
              data-differs={differs || undefined}
              className="border-t border-line align-top"
            >
              <th scope="row" className="py-1 pr-2 font-mono font-normal wrap-anywhere">
                {parameter}
              </th>
              <td className="py-1 pr-2 font-mono wrap-anywhere">{asked}</td>
              <td className="py-1 wrap-anywhere">
                <span className={differs ? 'rounded-[4px] bg-warn-soft px-1 text-warn' : ''}>
                  {got}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
