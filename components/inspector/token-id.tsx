'use client'

import { useQuery } from '@tanstack/react-query'
import { encodingOf } from '#lib/tokenizers/encoding-of.ts'
import type { Alternative } from '#lib/reply/token-store.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { useSelection } from '#components/reply/selection.ts'
import { tokenizer } from '#components/tokenizer/client.ts'
import { writerOf } from '#components/tokenizer/next-model.ts'

/**
 * The id of a reply's token, `id 43909 (o200k_base)`: as the reply told it, else as the encoding of the
 * model that wrote it has it; nothing where neither is known. The encoding is loaded once a token of
 * the reply has been picked.
 */
export function TokenId({ run, token }: { run: RunRecord; token: Alternative }) {
  const { provider, model, answered } = writerOf(run)
  const encoding = encodingOf(provider, model, answered)
  const isPicked = useSelection().token !== undefined
  const found = useQuery({
    queryKey: ['token id', encoding, token.token, token.bytes],
    queryFn: async ({ signal }) =>
      encoding ? await tokenizer.idOf(encoding, token, signal) : undefined,
    enabled: encoding !== undefined && token.id === undefined && isPicked,
    staleTime: Infinity,
    gcTime: 60_000,
    // The worker is on this machine.
    networkMode: 'always',
  }).data
  const id = token.id ?? (found?.ok ? found.value : undefined)
  if (id === undefined) return null
  return (
    <p data-token-id={id} className="font-mono text-tiny text-ink-3">
      id {id}
      {encoding && ` (${encoding})`}
    </p>
  )
}
