'use client'

import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { answeredBy, type Answered } from '#lib/costs/answered.ts'
import type { BilledTokens } from '#lib/costs/billed-tokens.ts'
import { listedCost, reportedCost, type Cost } from '#lib/costs/cost.ts'
import { infoOf, type TokenPrices } from '#lib/models/model-info.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import { useActions } from '#components/playground/actions.tsx'
import type { RunRecord } from '#components/run/run-store.ts'
import { getConnections } from './connection-store.ts'
import { listKey, type ListAnswer } from './use-model-list.ts'

/**
 * What a run cost, once it is over: as reported with the reply, else by the target's own list as far as
 * it was asked for, else by the published price list. Nothing while none of them knows.
 */
export function useRunCost(run: RunRecord): Cost | undefined {
  const answered = run.running ? undefined : answeredBy(run.reply)
  return useCost(run, answered, run.running ? undefined : reportedCost(run.reply))
}

/** What other tokens would cost at what answered a run; nothing while neither list knows. */
export function useExpectedCost(run: RunRecord, tokens: BilledTokens): Cost | undefined {
  const answered = run.running ? undefined : answeredBy(run.reply)
  return useCost(run, answered && { ...answered, tokens }, undefined)
}

function useCost(
  run: RunRecord,
  answered: Answered | undefined,
  reported: Cost | undefined,
): Cost | undefined {
  const { priceReply } = useActions()
  const queries = useQueryClient()
  const isInside = answered && providerOf(answered.provider).route === 'in-process'
  const known = answered && !isInside ? (reported ?? costByList(run, answered, queries)) : undefined
  const question = answered && !isInside && !known ? questionOf(answered) : undefined
  const { data } = useQuery({
    queryKey: ['cost', question],
    queryFn: () => priceReply(question),
    enabled: question !== undefined,
  })
  if (isInside) return { usd: 0, basis: 'inside' }
  if (known || !question) return known
  return data?.ok ? data.value : undefined
}

function costByList(run: RunRecord, answered: Answered, queries: QueryClient): Cost | undefined {
  const prices = listedPrices(run, answered, queries)
  return prices && answered.tokens && listedCost(answered.tokens, prices)
}

/** The prices in the list of the target that answered, unless that was at another address. */
function listedPrices(
  { settings }: RunRecord,
  { provider, url, models }: Answered,
  queries: QueryClient,
): TokenPrices | undefined {
  const apiBase = typeof settings.api_base === 'string' ? settings.api_base : undefined
  const { ownEndpoint, inBody, prefixes } = providerOf(provider)
  const typed =
    (inBody.includes('api_base') ? undefined : apiBase) ||
    (ownEndpoint ? getConnections().endpoints[provider] : undefined)
  if (typed && !url.startsWith(typed)) return undefined
  const list = queries.getQueryData<ListAnswer>(listKey(provider, apiBase))
  if (!list?.ok) return undefined
  return models
    .map((model) => infoOf(list.value, model, prefixes)?.pricePerMillion)
    .find((prices) => prices !== undefined)
}

function questionOf({ provider, url, models, tokens }: Answered) {
  const [model] = models
  return model && tokens ? { provider, url, model, tokens } : undefined
}
