import { expect, test } from '#e2e/fixtures/test.ts'
import { asking, clock, openPreset } from '#e2e/fixtures/tools.ts'

test('tool choice knows the tools: one of them, some of them, or what is no longer there', async ({
  playground,
  upstream,
}) => {
  await expect(playground.field('parallel_tool_calls')).toContainText('needs tools')
  await openPreset(playground, asking(), upstream.base)
  await expect(playground.field('parallel_tool_calls')).not.toContainText('needs tools')
  const field = await playground.set('tool_choice')
  const choice = field.getByRole('combobox')
  await choice.selectOption('get_time')
  await playground.run()
  await expect.poll(() => upstream.completions().length).toBe(1)
  expect(upstream.completions()[0]?.body.tool_choice).toEqual({
    type: 'function',
    function: { name: 'get_time' },
  })

  await choice.selectOption('some tools…')
  await field.getByRole('checkbox', { name: 'get_time' }).uncheck()
  await field.getByRole('radio', { name: 'must call one' }).click()
  await playground.run()
  await expect.poll(() => upstream.completions().length).toBe(2)
  expect(upstream.completions()[1]?.body.tool_choice).toEqual({
    type: 'allowed_tools',
    allowed_tools: {
      mode: 'required',
      tools: [{ type: 'function', function: { name: 'get_weather' } }],
    },
  })
  await field.getByRole('checkbox', { name: 'get_weather' }).uncheck()
  await expect(field).toContainText('Allow at least one tool.')
  await field.getByRole('checkbox', { name: 'get_weather' }).check()

  await playground.writeJson('tools', JSON.stringify([clock]))
  await expect(field).toContainText('Tools has no tool named “get_weather”.')
  await expect(field).toContainText('not defined')
  await choice.selectOption('JSON…')
  await expect(field.locator('textarea, .cm-content').first()).toContainText('allowed_tools')
})
