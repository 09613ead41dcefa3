import { it } from 'vitest'
import { replyTo } from '#lib/teaching-model/reply/reply.fixture.ts'
import { sampleTools, allNames } from '#lib/teaching-model/tools/tools.fixture.ts'
const tools = allNames.map((name) => sampleTools[name])
const ask = (content: string, more = {}) => replyTo({ tools, messages: [{ role: 'user', content }], ...more })
it('x', () => {
  const prompts = ['What is the weather in Kraków and Porto?', 'Book a hotel in Paris for 2 guests and 3 nights from 3 May 2026 with breakfast.', 'Send an email to ada@example.com saying that I am very sorry to be late again, but the train from Lisbon stood still for an hour near the river, and nobody knew why. I will be there at noon, with a cake.', 'Translate "Hello 😀 there \\"x\\"" to French', 'Turn off the light in the kitchen', 'Convert 5 km to miles', 'Add 123456 and -7.25', 'roll a die with 20 sides']
  for (const t of prompts) {
    const seen = new Map<string, number>()
    const t0 = performance.now()
    for (let seed = 1; seed <= 20; seed++) {
      const r = ask(t, { seed })
      const k = (r.choices[0]?.message.tool_calls ?? []).map((c) => c.function.name + c.function.arguments).join(' | ') + (r.choices[0]?.message.content ?? '')
      seen.set(k, (seen.get(k) ?? 0) + 1)
    }
    console.log(t, ((performance.now() - t0) / 20).toFixed(0), 'ms', JSON.stringify([...seen], null, 1))
  }
  for (const name of allNames) {
    const r = ask('hello there', { tool_choice: 'required', n: 3, tools: [sampleTools[name]] })
    console.log(name, r.choices.map((c) => c.message.tool_calls?.[0]?.function.arguments).join(' || '))
  }
}, 60000)
