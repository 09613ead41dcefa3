import { faults } from '#e2e/fixtures/sharing.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { clock } from '#e2e/fixtures/tools.ts'

test('tools are taken over from OpenAPI and MCP, and only those that are ticked', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await playground.writeJson('tools', JSON.stringify([clock]))
  const field = playground.field('tools')
  await field.getByRole('button', { name: 'Add tools…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add tools' })
  const box = dialog.getByRole('textbox', { name: 'Or take over' })
  await box.fill('openapi: 3.1.0')
  await expect(dialog.getByRole('status')).toContainText('YAML')
  const operation = (id: string) => ({
    operationId: id,
    parameters: [
      { name: 'city', in: 'query', required: true, schema: { type: 'string' } },
      { name: 'Authorization', in: 'header', schema: { type: 'string' } },
    ],
    responses: {},
  })
  await box.fill(
    JSON.stringify({
      openapi: '3.1.0',
      paths: { '/a': { get: operation('find air') }, '/b': { get: operation('find_sea') } },
    }),
  )
  await expect(dialog.getByRole('status')).toHaveText('Found 2 tools.')
  expect(await faults(page)).toEqual([])
  await dialog.getByRole('checkbox', { name: /^find_sea/ }).uncheck()
  await dialog.getByRole('button', { name: 'Add 1 tool' }).click()
  await page.getByRole('dialog', { name: 'find_air' }).waitFor()
  await page.keyboard.press('Escape')

  await field.getByRole('button', { name: 'Add tools…' }).click()
  const inputSchema = { type: 'object', properties: { path: { type: 'string' } } }
  const listed = ['read_file', 'get_time'].map((name) => ({ name, inputSchema }))
  await box.fill(JSON.stringify({ jsonrpc: '2.0', id: 1, result: { tools: listed } }))
  await dialog.getByRole('button', { name: 'Add 2 tools' }).click()
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.tools).toEqual([
    clock,
    {
      type: 'function',
      function: {
        name: 'find_air',
        parameters: {
          type: 'object',
          properties: { city: { type: 'string' } },
          required: ['city'],
        },
      },
    },
    { type: 'function', function: { name: 'read_file', parameters: inputSchema } },
    { type: 'function', function: { name: 'get_time_2', parameters: inputSchema } },
  ])
})

test('one OpenAPI operation and one MCP definition are a tool each', async ({
  page,
  playground,
}) => {
  await playground.writeJson('tools', JSON.stringify([clock]))
  await playground.field('tools').getByRole('button', { name: 'Add tools…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add tools' })
  const found = dialog.getByRole('list', { name: 'Found tools' }).getByRole('listitem')
  const schema = { type: 'string' }
  const operation = { operationId: 'findAir', parameters: [{ name: 'at', in: 'query', schema }] }
  await dialog.getByRole('textbox').fill(JSON.stringify(operation))
  await expect(found).toHaveText([/^findAir/])
  const mcp = { name: 'read_file', inputSchema: { type: 'object', properties: { path: schema } } }
  await dialog.getByRole('textbox').fill(JSON.stringify(mcp))
  await expect(found).toHaveText([/^read_file.*MCP tool$/])
  await dialog.getByRole('button', { name: 'Add 1 tool' }).click()
  await expect(page.getByRole('dialog', { name: 'read_file' })).toContainText('path')
})

test('128 tools are taken, the 129th is not, and one of them is edited among the others', async ({
  page,
  playground,
}) => {
  const inputSchema = { type: 'object', properties: { path: { type: 'string' } } }
  const many = Array.from({ length: 130 }, (_, at) => ({ name: `tool_${at}`, inputSchema }))
  await playground.writeJson('tools', JSON.stringify([clock]))
  const field = playground.field('tools')
  await field.getByRole('button', { name: 'Add tools…' }).click()
  const adding = page.getByRole('dialog', { name: 'Add tools' })
  await adding.getByRole('textbox').fill(JSON.stringify({ tools: many }))
  await expect(adding).toContainText('3 more: A request has at most 128 tools.')
  await adding.getByRole('button', { name: 'Add 127 tools' }).click()
  const rows = field.getByRole('list', { name: 'Tools' }).getByRole('listitem')
  await expect(rows).toHaveCount(128)
  await expect(field).toContainText('128 entries, valid')
  await field.getByRole('button', { name: 'Edit tool_100' }).click()
  await page.getByRole('textbox', { name: 'Description', exact: true }).focus()
  await page.keyboard.type('Reads a file.')
  await expect(page.getByRole('dialog').locator('.cm-content, textarea[id]').last()).toHaveValue(
    /"Reads a file\."/,
  )
  await page.keyboard.press('Escape')
  await field.getByRole('button', { name: 'Duplicate tool_100' }).click()
  await page.keyboard.press('Escape')
  await expect(field).toContainText('128 tools')
})
