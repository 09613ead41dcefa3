import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Choice } from '#lib/reply/reply.ts'
import { askedFormat, sentFormat, type AskedFormat } from '#lib/structured/asked-format.ts'
import { replyJson, type ReplyJson } from '#lib/structured/reply-json.ts'
import { replyStatus, type ReplyStatus } from '#lib/structured/reply-status.ts'
import type { RunRecord } from '#components/run/run-record.ts'

/** How often a growing reply is read anew, in milliseconds. */
const pause = 250

/** What a reply's JSON is, and how it stands to the form that its request asked for. */
export interface ReplyForm {
  json: ReplyJson | undefined
  status: ReplyStatus | undefined
  schema: unknown
}

/** Reads the JSON of a reply and holds it against the schema of its request, also while it grows. */
export function useReplyForm(choice: Choice, run: RunRecord): ReplyForm {
  const isOver = !run.running
  const content = useNowAndThen(choice.content, isOver)
  const format = useSentFormat(run)
  const json = useMemo(() => replyJson(content, isOver), [content, isOver])
  const { schema } = format
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['reply form', run.id, choice.index, content.length, isOver],
    queryFn: async ({ signal }) => {
      const { checkAgainst } = await import('#components/json-check/client.ts')
      return checkAgainst(schema, json?.value, { signal, partial: json?.complete !== true })
    },
    enabled: schema !== undefined && json?.tree !== undefined,
    // What was found in a part stands until the next is looked at, but says nothing of the whole.
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 10_000,
  })
  const checked = isOver && isPlaceholderData ? undefined : data
  const status = useMemo(
    () => replyStatus({ format, json, checked, isOver, finishReason: choice.finishReason }),
    [format, json, checked, isOver, choice.finishReason],
  )
  return { json, status, schema }
}

/** What the run asked for: by the body of its last try, as what a provider refuses is not sent. */
function useSentFormat({ reply, settings }: RunRecord): AskedFormat {
  const body = reply.attempts.at(-1)?.request.body
  return useMemo(
    () => (body === undefined ? undefined : sentFormat(body)) ?? askedFormat(settings),
    [body, settings],
  )
}

/** A value that changes often, as it was a moment ago at most; the very value once it is over. */
function useNowAndThen<T>(value: T, isOver: boolean): T {
  const [shown, setShown] = useState(value)
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  useEffect(() => {
    if (isOver) return undefined
    const timer = setInterval(() => setShown(latest.current), pause)
    return () => clearInterval(timer)
  }, [isOver])
  return isOver ? value : shown
}
