'use client'

import { createContext, useContext } from 'react'
import type { Cost } from '#lib/costs/cost.ts'
import type { ModelInfo } from '#lib/models/model-info.ts'
import type { RunEvent } from '#lib/reply/run-events.ts'
import type { Failure, Result } from '#lib/result.ts'

/** What the server says about itself: names only, never a key. */
export interface ServerFacts {
  providersWithKey: string[]
  providersWithBase: string[]
  needsAccessToken: boolean
}

/** The server actions, handed down by the page so that components never import the server. */
export interface Actions {
  sendRun(input: unknown): Promise<Result<{ result: Promise<RunEvent[]> }, Failure>>
  cancelRun(runId: string): Promise<boolean>
  listModels(input: unknown): Promise<Result<ModelInfo[], Failure>>
  priceReply(input: unknown): Promise<Result<Cost | undefined, Failure>>
  describeServer(): Promise<Result<ServerFacts, Failure>>
}

export const ActionsContext = createContext<Actions | null>(null)

/** The server actions of the page. */
export function useActions(): Actions {
  const actions = useContext(ActionsContext)
  if (!actions) throw new Error('Actions are given by Playground.')
  return actions
}
