import { describe, expect, it } from 'vitest'
import { planCalls } from './plan.ts'
import { allNames, usage } from './tools.fixture.ts'

const fresh = { before: '', made: [] }

/** The planned calls as `name {arguments}`. */
function calls(text: string, use = usage(allNames), more = {}) {
  return planCalls(use, { ...fresh, text, ...more }).map(
    ({ tool, values }) => `${tool.name} ${JSON.stringify(Object.fromEntries(values))}`,
  )
}

describe('planCalls, all tools offered', () => {
  it.each([
    ['What is the weather in Lisbon?', ['get_weather {"location":"Lisbon"}']],
    ['Will it rain in São Paulo tomorrow?', ['get_weather {"location":"São Paulo"}']],
    ['Do I need an umbrella in new york', ['get_weather {"location":"new york"}']],
    ['weather in lisbon', ['get_weather {"location":"lisbon"}']],
    ['Lisbon weather in °C please', ['get_weather {"unit":"celsius","location":"Lisbon"}']],
    [
      'How warm is it in Rio de Janeiro, in Fahrenheit?',
      ['get_weather {"unit":"fahrenheit","location":"Rio de Janeiro"}'],
    ],
    [
      'What is the weather in Lisbon and Porto?',
      ['get_weather {"location":"Lisbon"}', 'get_weather {"location":"Porto"}'],
    ],
    [
      'Compare the weather in Oslo, Rome and Athens.',
      [
        'get_weather {"location":"Oslo"}',
        'get_weather {"location":"Rome"}',
        'get_weather {"location":"Athens"}',
      ],
    ],
    [
      'What is the weather in Lisbon and what time is it in Tokyo?',
      ['get_weather {"location":"Lisbon"}', 'get_time {"city":"Tokyo"}'],
    ],
    ['What time is it in Tokyo?', ['get_time {"city":"Tokyo"}']],
    ['Search the web for cats on bicycles.', ['search_web {"query":"cats on bicycles"}']],
    [
      'Can you look up the history of tea on the internet?',
      ['search_web {"query":"history of tea on the internet"}'],
    ],
    [
      'Please send an email to ada@example.com saying that I am late.',
      ['send_email {"to":"ada@example.com","body":"I am late"}'],
    ],
    [
      'Email "See you soon" to bob@example.org',
      ['send_email {"to":"bob@example.org","body":"See you soon"}'],
    ],
    ['Add 3 and 5.', ['add_numbers {"a":3,"b":5}']],
    ['What is 12 * 7?', ['calculate {"expression":"12 * 7"}']],
    ['Calculate (3 + 4) * 2', ['calculate {"expression":"(3 + 4) * 2"}']],
    [
      'Book a hotel in Paris for 2 guests and 3 nights, with breakfast, from 3 May 2026.',
      ['book_hotel {"city":"Paris","nights":3,"guests":2,"breakfast":true,"checkin":"2026-05-03"}'],
    ],
    [
      'I need a hotel room in Vienna for four nights without breakfast',
      ['book_hotel {"city":"Vienna","nights":4,"breakfast":false}'],
    ],
    [
      'Find flights from Oslo to Rome on 2026-07-01',
      ['find_flights {"origin":"Oslo","destination":"Rome","date":"2026-07-01"}'],
    ],
    [
      'I want to fly to Rome from Oslo tomorrow.',
      ['find_flights {"destination":"Rome","origin":"Oslo","date":"tomorrow"}'],
    ],
    ['Roll a die with 20 sides', ['roll_dice {"sides":20}']],
    ['Roll the dice!', ['roll_dice {}']],
    ['Convert 5 km to miles', ['convert_units {"value":5,"from_unit":"km","to_unit":"miles"}']],
    ['Turn on the light in the kitchen', ['set_light {"state":"on","room":"kitchen"}']],
    [
      'Translate "good morning" into French.',
      ['translate {"text":"good morning","language":"French"}'],
    ],
    ['What is the stock price of AAPL?', ['get_stock_price {"symbol":"AAPL"}']],
    [
      'Remind me to water the plants at 7 pm.',
      ['set_reminder {"time":"7 pm","task":"water the plants"}'],
    ],
  ])('%s', (text, expected) => {
    const sorted = (all: string[]) =>
      all.map((call) => {
        const [name = '', args = ''] = [
          call.slice(0, call.indexOf(' ')),
          call.slice(call.indexOf(' ')),
        ]
        return { name, args: JSON.parse(args) as unknown }
      })
    expect(sorted(calls(text))).toEqual(sorted(expected))
  })

  it.each([
    'hello',
    'Hi there, how are you?',
    'Thanks!',
    'Tell me a story',
    'Tell me about rain.',
    'Why does the weather change?',
    'How is the weather?',
    'Write a poem about the weather in Lisbon.',
    'Once upon a time there was a fox. Continue the story.',
    'Where can I buy bread in Lisbon?',
    'What is a token?',
    'Who are you?',
    'Explain what a light year is.',
    'Give me a recipe for soup.',
    '',
  ])('leaves %s to the model', (text) => {
    expect(calls(text)).toEqual([])
  })
})
