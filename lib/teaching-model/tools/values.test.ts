import { describe, expect, it } from 'vitest'
import { findMentions } from './mentions.ts'
import { valuesFor } from './values.ts'

function best(key: string, schema: Record<string, unknown>, text: string): unknown {
  return valuesFor({ key, schema }, { text, mentions: findMentions(text) })[0]?.value
}

const string = { type: 'string' }
const integer = { type: 'integer' }

describe('valuesFor', () => {
  it.each<[string, Record<string, unknown>, string, unknown]>([
    ['city', string, 'How warm is it in Porto?', 'Porto'],
    ['city', string, 'Porto: how warm is it?', 'Porto'],
    ['city', string, 'The weather near Stratford upon Avon, please', 'Stratford upon Avon'],
    ['city', string, 'What is the time?', undefined],
    ['city', string, 'Is it hot in general?', undefined],
    ['destination', string, 'From Oslo to Rome', 'Rome'],
    ['from_city', string, 'I go to Rome from Oslo', 'Oslo'],
    ['date', string, 'We leave on 3 May 2026.', '3 May 2026'],
    ['date', { ...string, format: 'date' }, 'We leave on May 3rd, 2026.', '2026-05-03'],
    ['date', { ...string, format: 'date' }, 'We leave tomorrow.', undefined],
    ['date', string, 'We leave tomorrow.', 'tomorrow'],
    ['day', string, 'See you next Friday', 'next Friday'],
    ['time', string, 'Wake me at 7:30', '7:30'],
    ['time', { ...string, description: 'HH:MM' }, 'Wake me at 7 pm.', '19:00'],
    ['days', integer, 'The forecast for 5 days', 5],
    ['people', integer, 'A table for 3 people at 8 pm', 3],
    ['count', integer, 'Give me 2.5 of them', undefined],
    ['amount', { type: 'number' }, 'Convert 1,200.50 dollars', 1200.5],
    ['temperature', { type: 'number' }, 'Set it to -4 degrees', -4],
    ['rating', { ...integer, maximum: 5 }, 'I give it 9', undefined],
    ['room', string, 'The lamp in room "B 12"', 'B 12'],
    ['order_id', string, 'Where is my order? It is order_12345.', 'order_12345'],
    ['orderId', string, 'Ann asks for order INV-2024-07 of 3 May.', 'INV-2024-07'],
    ['customer_id', string, 'I am customer 4711', '4711'],
    ['flight', string, 'When does LH123 land in Oslo?', 'LH123'],
    ['room', string, 'Turn on the lamp in B12', 'B12'],
    ['order_id', string, 'Where is my order?', undefined],
    ['days', integer, 'The top-10 places for 3-day trips', 3],
    ['count', integer, 'A top-10 list', 10],
    ['title', string, 'Find the book “Emma”', 'Emma'],
    ['email', string, 'Write to a.b@example.org.', 'a.b@example.org'],
    [
      'url',
      { ...string, format: 'uri' },
      'Open https://example.org/a?b=c.',
      'https://example.org/a?b=c',
    ],
    ['unit', { enum: ['celsius', 'fahrenheit'] }, 'How warm is it, in °C?', 'celsius'],
    ['unit', { enum: ['celsius', 'fahrenheit'] }, 'How warm is it in °F?', 'fahrenheit'],
    ['unit', { enum: ['celsius', 'fahrenheit'] }, 'How warm is it?', undefined],
    ['size', { enum: ['small', 'large'] }, 'A large one', 'large'],
    ['stars', { enum: [3, 4, 5] }, 'A hotel with 4 stars', 4],
    ['breakfast', { type: 'boolean' }, 'with breakfast', true],
    ['breakfast', { type: 'boolean' }, 'without any breakfast', false],
    ['breakfast', { type: 'boolean' }, 'a room', undefined],
    ['query', string, 'Search for old maps of Porto.', 'old maps of Porto'],
    ['message', string, 'Tell Ann: see you at noon!', 'see you at noon'],
    ['language', { type: ['string', 'null'] }, 'in Spanish please', 'Spanish'],
    ['city', { anyOf: [string, { type: 'null' }] }, 'in Bonn', 'Bonn'],
    ['names', { type: 'array', items: string }, 'Invite Ann and Bob', 'Ann'],
    ['place', { type: 'object' }, 'in Bonn', undefined],
  ])('%s %o in “%s”: %s', (key, schema, text, expected) => {
    expect(best(key, schema, text)).toEqual(expected)
  })

  it('gives several, the best first, each with its weight', () => {
    const text = 'Is Lisbon warmer than Porto?'
    const found = valuesFor({ key: 'city', schema: string }, { text, mentions: findMentions(text) })
    expect(found.map(({ value }) => value)).toEqual(['Lisbon', 'Porto'])
    expect(found.every(({ weight }) => weight > 0)).toBe(true)
  })
})
