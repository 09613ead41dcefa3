import { describe, expect, it } from 'vitest'
import { offersFor } from './offers.ts'

const text = { type: 'string' }
const schema = {
  type: 'object',
  properties: {
    name: text,
    city: text,
    seats: { type: 'integer' },
    email: { type: 'string', format: 'email' },
    answer: text,
    contact: { type: 'object', properties: { date: { type: 'string', format: 'date' } } },
    mood: { enum: ['happy', 'sad'] },
  },
}

/** The offered texts by path. */
function offered(message: string, of: Readonly<Record<string, unknown>> = schema) {
  return Object.fromEntries(
    offersFor(of, message).map((offer) => [offer.path.join('.'), offer.text]),
  )
}

describe('offersFor', () => {
  it('gives each mention to the place that it fits', () => {
    const message =
      'Ana Costa from Lisbon booked 3 seats for 12 May 2026, mail ana@example.org. She is happy.'
    expect(offered(message)).toEqual({
      name: 'Ana Costa',
      city: 'Lisbon',
      seats: '3',
      email: 'ana@example.org',
      'contact.date': '2026-05-12',
      mood: 'happy',
    })
  })

  it('offers nothing that was not said', () => {
    expect(offered('Tell me about rain.')).toEqual({})
    expect(offersFor({}, 'Ana Costa')).toEqual([])
  })

  it('offers all that fit to a list', () => {
    const list = { properties: { cities: { type: 'array', items: text } } }
    expect(offersFor(list, 'We drove from Porto to Braga.').map((offer) => offer.text)).toEqual([
      'Porto',
      'Braga',
    ])
  })
})
