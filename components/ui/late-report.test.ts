import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LateReport, reportNow } from './late-report.ts'

const long = 60_000
const page = new EventTarget()

function typing() {
  const report = vi.fn<() => void>()
  return { report, late: new LateReport(report) }
}

function press(key: string, held: Record<string, boolean> = {}): void {
  page.dispatchEvent(Object.assign(new Event('keydown'), { key, ...held }))
}

describe('LateReport', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('window', page)
  })
  afterEach(() => {
    reportNow()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('reports a short text at once', () => {
    const { report, late } = typing()
    late.changed(100)
    expect(report).toHaveBeenCalledTimes(1)
    vi.runAllTimers()
    expect(report).toHaveBeenCalledTimes(1)
  })

  it('reports a long text once, when the typing pauses', () => {
    const { report, late } = typing()
    for (let key = 0; key < 10; key += 1) {
      late.changed(long)
      vi.advanceTimersByTime(100)
    }
    expect(report).not.toHaveBeenCalled()
    vi.advanceTimersByTime(400)
    expect(report).toHaveBeenCalledTimes(1)
  })

  it('reports a text that became short at once, and not again', () => {
    const { report, late } = typing()
    late.changed(long)
    late.changed(10)
    vi.runAllTimers()
    expect(report).toHaveBeenCalledTimes(1)
  })

  it('reports all that waits when it is told to, and nothing where nothing waits', () => {
    const one = typing()
    const other = typing()
    one.late.changed(long)
    other.late.changed(long)
    reportNow()
    reportNow()
    one.late.now()
    vi.runAllTimers()
    expect(one.report).toHaveBeenCalledTimes(1)
    expect(other.report).toHaveBeenCalledTimes(1)
  })

  it.each(['pointerdown', 'click', 'focusout', 'beforeunload', 'pagehide', 'visibilitychange'])(
    'reports before the page handles %s',
    (event) => {
      const { report, late } = typing()
      late.changed(long)
      page.dispatchEvent(new Event(event))
      expect(report).toHaveBeenCalledTimes(1)
    },
  )

  it('reports before the keys of the page, not before those that type', () => {
    const { report, late } = typing()
    late.changed(long)
    press('a')
    press('Control', { ctrlKey: true })
    press('ArrowLeft', { ctrlKey: true })
    press('{', { ctrlKey: true, altKey: true })
    expect(report).not.toHaveBeenCalled()
    press('Enter', { ctrlKey: true })
    expect(report).toHaveBeenCalledTimes(1)
    late.changed(long)
    press('z', { metaKey: true })
    expect(report).toHaveBeenCalledTimes(2)
  })
})
