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

  it.each([
    ['Extract name and city: Peter lives in Berlin.', 'Peter', 'Berlin'],
    ['Peter lives in Berlin.', 'Peter', 'Berlin'],
    ['In Rome lives a man called Marco.', 'Marco', 'Rome'],
    ['His name is Peter and he lives in Berlin.', 'Peter', 'Berlin'],
    ['Mrs Smith from London called.', 'Mrs Smith', 'London'],
    ['I am Tom from Leeds.', 'Tom', 'Leeds'],
    ['My name is Zara.', 'Zara', 'unknown'],
    ['We drove to Porto.', 'unknown', 'Porto'],
  ])('tells people from places in “%s”, in either order', (message, name, city) => {
    for (const keys of [
      ['name', 'city'],
      ['city', 'name'],
    ]) {
      const properties = Object.fromEntries(keys.map((key) => [key, text]))
      expect(offered(message, { properties })).toEqual({ name, city })
    }
  })

  it('offers nothing that was not said', () => {
    const free = { properties: { answer: text, summary: text, count: { type: 'integer' } } }
    expect(offered('Tell me about Lisbon.', free)).toEqual({})
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
