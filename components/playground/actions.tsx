'use client'

import { createContext, useContext } from 'react'
import type { Cost } from '#lib/costs/cost.ts'
import type { ModelInfo } from '#lib/models/model-info.ts'
import type { RunEvent } from '#lib/reply/run-events.ts'
import type { Remembered } from '#lib/request/remembered.ts'
import type { Failure, Result } from '#lib/result.ts'

/** What the server says about itself: names and origins only, never a key. */
export interface ServerFacts {
  providersWithKey: string[]
  /** By provider: the origin of the address that the server fixes. */
  bases: Record<string, string>
  /** The same addresses in full. */
  addresses: Record<string, string>
  needsAccessToken: boolean
  /** The keys that are remembered in this browser, masked. */
  remembered: Remembered
}

/** The server actions, handed down by the page so that components never import the server. */
export interface Actions {
  sendRun(input: unknown): Promise<Result<{ result: Promise<RunEvent[]> }, Failure>>
  cancelRun(runId: string): Promise<boolean>
  listModels(input: unknown): Promise<Result<ModelInfo[], Failure>>
  priceReply(input: unknown): Promise<Result<Cost | undefined, Failure>>
  describeServer(): Promise<Result<ServerFacts, Failure>>
  rememberKey(input: unknown): Promise<Result<Remembered, Failure>>
  forgetKey(input: unknown): Promise<Result<Remembered, Failure>>
}

export const ActionsContext = createContext<Actions | null>(null)

/** The server actions of the page. */
export function useActions(): Actions {
  const actions = useContext(ActionsContext)
  if (!actions) throw new Error('Actions are given by Playground.')
  return actions
}
