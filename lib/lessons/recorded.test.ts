import { describe, expect, it } from 'vitest'
import { buildRequest } from '#lib/request/body.ts'
import { checkRequest } from '#lib/request/check.ts'
import { replyTo } from '#lib/teaching-model/reply/reply.fixture.ts'
import { Figures } from './figures.ts'
import { lessons, recordedRunFor } from './index.ts'

describe.each(lessons)('the lesson $slug', (lesson) => {
  const figures = new Figures(lesson, recordedRunFor(lesson))

  // `npm run corpus` records anew after a change of the teaching model.
  it('has the run that the teaching model makes of its preset', async () => {
    const request = checkRequest(lesson.preset.settings)
    if (!request.ok) throw new Error(request.error[0]?.message)
    const completion = replyTo(buildRequest(request.value).body)
    await expect(`${JSON.stringify({ completion })}\n`).toMatchFileSnapshot(
      `./recorded/${lesson.slug}.json`,
    )
  })

  it('is about a place where the model is torn', () => {
    const { candidates, rest } = figures.at(lesson.control.recorded)
    const shares = candidates.map(({ recorded }) => recorded)
    expect(candidates.length).toBe(20)
    expect(shares[0]).toBeLessThan(0.7)
    expect(shares.reduce((sum, one) => sum + one, rest.recorded)).toBeCloseTo(1, 9)
    for (const { recorded, chance } of candidates) {
      expect(chance.lower).toBeCloseTo(recorded, 6)
      expect(chance.upper).toBeCloseTo(recorded, 6)
    }
  })

  it('has steps that can be told, each with one right answer that the record decides', () => {
    const questions = lesson.steps.flatMap(({ question }) => (question ? [question] : []))
    expect(questions.length).toBeGreaterThanOrEqual(1)
    for (const question of questions) {
      expect([question.text(figures), typeof figures.right(question)]).toContain('number')
      expect(question.options.length).toBeGreaterThanOrEqual(3)
      for (const words of [question.hint(figures), question.after(figures)]) {
        expect(words).not.toMatch(/unknown|NaN|undefined/)
      }
    }
    for (const step of lesson.steps) {
      for (const paragraph of step.text(figures))
        expect(paragraph).not.toMatch(/unknown|NaN|undefined/)
    }
  })

  it('locks all but its control', () => {
    expect(lesson.preset.unlocked).toEqual([lesson.control.name])
  })
})
