import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from '#e2e/fixtures/test.ts'

const run = promisify(execFile)
const forms = ['curl', 'Python, openai', 'Python, litellm', 'TypeScript', 'LiteLLM config', 'JSON']

async function codeIn(page: Page, tab: string): Promise<string> {
  await page.getByRole('tab', { name: tab, exact: true }).click()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  return page.evaluate(() => navigator.clipboard.readText())
}

test('the code of the form and of a run send what Run sends', async ({
  page,
  playground,
  upstream,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground.useServer(upstream.base)
  await page.getByLabel('API key').fill('sk-never-in-code')
  await playground
    .field('messages')
    .getByRole('textbox')
    .fill(`It's "quoted" \`$HOME\` \\ 'twice'\nнебо 😀 %s`)
  await playground.set('temperature')
  await (await playground.set('stop')).locator('input').fill('END,')
  await playground.run()
  await playground.replied()
  const [asked] = upstream.completions()
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  for (const source of ['The form now', 'Run 1 as sent']) {
    await page.getByRole('radio', { name: source }).click()
    const before = upstream.completions().length
    const script = await codeIn(page, 'curl')
    await run('bash', ['-c', script], { env: { ...process.env, OPENAI_LIKE_API_KEY: 'from-env' } })
    expect(upstream.completions()).toHaveLength(before + 1)
    const again = upstream.completions().at(-1)
    expect(again?.body).toEqual(asked?.body)
    expect(again?.headers.authorization).toBe('Bearer from-env')
    for (const form of forms) {
      const code = await codeIn(page, form)
      expect(code.length).toBeGreaterThan(50)
      expect(code).not.toContain('sk-never-in-code')
    }
  }
})

test('a form with a problem has no code, and leads to the field', async ({ page, playground }) => {
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('9')
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  const problems = page.getByRole('region', { name: 'Problems' })
  await expect(problems).toContainText('Temperature')
  await expect(page.locator('[data-code]')).toHaveCount(0)
  await problems.getByRole('button', { name: 'Go to it' }).click()
  await expect(playground.field('temperature').locator('input:not([type=range])')).toBeFocused()
})

test('the code for the teaching model answers by itself', async ({ page, playground, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground.reset('stream')
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  const { stdout } = await run('bash', ['-c', await codeIn(page, 'curl')])
  expect(JSON.parse(stdout)).toMatchObject({
    object: 'chat.completion',
    model: 'nucleus-teaching-1',
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the ${colorScheme} theme, and a phone has room`, async ({
    page,
    playground,
  }) => {
    await page.emulateMedia({ colorScheme })
    await playground.ready()
    await page.getByRole('button', { name: 'Code', exact: true }).click()
    await page.getByRole('tab', { name: 'LiteLLM config' }).click()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    const box = await page.getByRole('dialog').boundingBox()
    expect(box?.width).toBeLessThanOrEqual(390)
  })
}
