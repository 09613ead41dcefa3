'use client'

import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { useWatch } from 'react-hook-form'
import { dollars } from '#lib/costs/format.ts'
import { useControl, useParameterForm } from '#components/parameters/form-context.tsx'
import { useCounts } from './count-store.ts'
import { tokensText, useTotal } from './count.tsx'
import { keepCounting } from './keep-counting.ts'
import { replyLimit } from './reply-limit.ts'
import { useNextInfo, useRoom } from './room.ts'

/**
 * Counts the tokens of the form's request for as long as it is drawn; open, it tells where they come
 * from and what they are measured against.
 */
export function CountDetails({ open, onClose }: { open: boolean; onClose(): void }) {
  const form = useParameterForm()
  useEffect(() => keepCounting(form), [form])
  return open ? <Details onClose={onClose} /> : null
}

function Details({ onClose }: { onClose(): void }) {
  const { total, isExact } = useTotal()
  const texts = useCounts((counts) => counts.texts)
  const marks = useCounts((counts) => counts.marks)
  const tools = useCounts((counts) => counts.tools)
  const [, most] = useWatch({ control: useControl(), compute: replyLimit })
  const room = useRoom()
  const cost = useMostCost(total, most)
  const box = useRef<HTMLDivElement>(null)
  useClosing(box, onClose)
  const number = (count: number) => count.toLocaleString('en')
  return (
    <div
      ref={box}
      role="group"
      aria-label="Tokens of the next request"
      className="absolute top-full left-0 z-20 mt-1.5 w-72 rounded-[8px] border border-line-2 bg-raised p-3 text-ink shadow-float max-md:-left-28"
    >
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-y-1">
        {texts !== undefined && <Row name="Texts of the messages">{number(texts)}</Row>}
        {marks !== undefined && <Row name="Marks of roles and of the reply">{number(marks)}</Row>}
        {tools !== undefined && tools > 0 && <Row name="Tools">{number(tools)}</Row>}
        <Row name="In">{tokensText(total, isExact)}</Row>
        <Row name="Out, at most">{most ? number(most) : 'no limit is set'}</Row>
        <Row name="Context window">{room === undefined ? 'not known' : number(room)}</Row>
        {cost !== undefined && <Row name="Cost, at most">{dollars(cost)}</Row>}
      </dl>
      <Basis />
    </div>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-right font-medium">{children}</dd>
    </>
  )
}

function Basis() {
  const encoding = useCounts((counts) => counts.encoding)
  const doubt = useCounts((counts) => counts.doubt)
  const isCounted = useCounts(() => true)
  const words = isCounted ? (doubt ?? `Exact, in tokens of ${encoding}.`) : 'Loading the tokenizer…'
  return (
    <p role="status" className="mt-2 border-t border-line pt-2 text-small text-ink-2">
      {doubt && encoding ? `An estimate in tokens of ${encoding}. ${words}` : words}
    </p>
  )
}

/** What the request may cost by the prices in the target’s own list, in dollars, where that was asked for. */
function useMostCost(total: number, out: number | undefined): number | undefined {
  const input = useNextInfo(({ pricePerMillion }) => pricePerMillion?.input)
  const output = useNextInfo(({ pricePerMillion }) => pricePerMillion?.output)
  if (input === undefined || output === undefined || out === undefined) return undefined
  return (total * input + out * output) / 1e6
}

/** Escape closes it, and so does a press beside it; Escape does not reach the page, where it would stop a run. */
function useClosing(box: RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    const around = box.current?.parentElement
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onClose()
      around?.querySelector('button')?.focus()
    }
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !around?.contains(target)) onClose()
    }
    around?.addEventListener('keydown', onKeyDown)
    document.addEventListener('pointerdown', onPress)
    return () => {
      around?.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('pointerdown', onPress)
    }
  })
}
