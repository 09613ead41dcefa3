import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { lessons, recordedRunFor } from '#lib/lessons/index.ts'
import { Figures } from '#lib/lessons/figures.ts'
import { expect, test, watchConsole } from '#e2e/fixtures/test.ts'

const open = async (page: Page, url: string, slug: string, step = 1) => {
  await page.goto(`${url}/lessons/${slug}#${step}`)
  await expect(page.getByText(`Step ${step} of`)).toBeVisible()
}

test('the list leads to every lesson', async ({ page, nucleus }) => {
  const complaints = watchConsole(page)
  await page.goto(`${nucleus.url}/lessons`)
  await expect(page).toHaveTitle('Lessons · Nucleus')
  for (const { title } of lessons) {
    await page.getByRole('link', { name: title }).click()
    await expect(page).toHaveTitle(`${title} · Nucleus`)
    await page.getByRole('link', { name: 'All lessons' }).click()
    await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible()
  }
  expect(complaints).toEqual([])
})

for (const lesson of lessons) {
  test(`“${lesson.title}” is taken from end to end by keyboard, without a network`, async ({
    page,
    nucleus,
    context,
  }) => {
    const complaints = watchConsole(page)
    const figures = new Figures(lesson, recordedRunFor(lesson))
    await open(page, nucleus.url, lesson.slug)
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    let paid = 0
    for (const [at, step] of lesson.steps.entries()) {
      await expect(page.getByRole('heading', { level: 2, name: step.title })).toBeVisible()
      if (step.question) {
        await expect(page.locator('[data-bars=hidden], [data-draws=hidden]')).toHaveCount(2)
        await expect(page.getByRole('slider', { name: /slider$/ })).toBeDisabled()
        const right = figures.right(step.question) ?? 0
        // The second question is answered wrongly, to see what that costs.
        const option = paid === 0 ? right : (right + 1) % step.question.options.length
        await page.keyboard.press(String(option + 1))
        await page.getByRole('slider', { name: 'How sure?' }).focus()
        await page.keyboard.press('End')
        await page.keyboard.press('Enter')
        const loss = paid === 0 ? -Math.log2(0.99) : -Math.log2(0.005)
        await expect(page.locator('[data-loss]')).toHaveAttribute('data-loss', loss.toFixed(3))
        await expect(page.locator('[data-right]')).toContainText(
          step.question.options[right]?.text ?? '',
        )
        await expect(page.locator('[data-bars=hidden], [data-draws=hidden]')).toHaveCount(0)
        paid += loss
      }
      const next = lesson.steps[at + 1]
      if (!next) break
      await page.getByRole('link', { name: `Next: ${next.title}` }).focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 2, name: next.title })).toBeFocused()
    }
    await expect(page.locator('[data-result]')).toContainText(`${paid.toFixed(2)} bits`)
    await page.getByRole('button', { name: 'Run live' }).click()
    await expect(page.locator('[data-live]')).toContainText('needs the server')
    expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  })
}

test('the bars and the draws follow the control, by the maths of the record', async ({
  page,
  nucleus,
}) => {
  const [lesson] = lessons
  if (!lesson) throw new Error('There is no lesson.')
  const figures = new Figures(lesson, recordedRunFor(lesson))
  await open(page, nucleus.url, lesson.slug, 4)
  const slider = page.getByRole('slider', { name: 'Temperature slider' })
  const bars = page.locator('[data-bars=shown]').last()
  await slider.fill('0.5')
  const likeliest = figures.at(0.5).candidates[0]
  await expect(bars.getByRole('listitem').first()).toContainText(
    (100 * (likeliest?.chance.lower ?? 0)).toFixed(1),
  )
  await slider.fill('0.1')
  await expect(
    page.locator('[data-draws]').getByRole('listitem').filter({ hasText: 'daughter' }),
  ).toHaveCount(20)
  await slider.fill('1')
  const before = await page.locator('[data-draws] ul').textContent()
  await page.getByRole('button', { name: 'Draw again' }).click()
  await expect(page.locator('[data-draws] ul')).not.toHaveText(before ?? '')
})

test('nothing gives the answer away before a guess is committed', async ({ page, nucleus }) => {
  await open(page, nucleus.url, 'top-p', 2)
  await page.getByRole('button', { name: 'Give me a hint' }).click()
  await expect(page.locator('[data-question]')).toContainText('What is missing to 60')
  await page.getByRole('button', { name: /^Commit/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-question]')).toContainText('Choose an answer first')
  await expect(page.locator('[data-loss]')).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^Next/ })).toHaveCount(0)
  await expect(page.locator('[data-bars=hidden]')).not.toContainText('%')
})

test('“Run live” asks the teaching model with the value of the control', async ({
  page,
  nucleus,
}) => {
  await open(page, nucleus.url, 'logit-bias', 4)
  await page.getByRole('slider', { name: 'Logit bias slider' }).fill('-10')
  const asked = page.waitForRequest(/\/v1\/chat\/completions$/)
  await page.getByRole('button', { name: 'Run live' }).click()
  const body = (await asked).postDataJSON() as Record<string, unknown>
  expect(body).toMatchObject({ model: 'nucleus-teaching-1', logit_bias: { 290: -10 } })
  expect(body).not.toHaveProperty('seed')
  await expect(page.locator('[data-live]')).toContainText('Drawn just now')
})

test('a lesson opens in the playground with its record and its locks', async ({
  page,
  nucleus,
}) => {
  await open(page, nucleus.url, 'temperature', 4)
  await page.getByRole('slider', { name: 'Temperature slider' }).fill('1.5')
  await page.getByRole('button', { name: 'Open in playground' }).click()
  await page.locator('html[data-ready=true]').waitFor()
  await expect(page.locator('[data-notice]')).toContainText('Lesson: temperature')
  await expect(page.locator('[data-recorded=link]')).toBeVisible()
  await expect(page.locator('[data-parameter=seed]')).toHaveAttribute('data-locked', 'true')
  await expect(page.locator('[data-parameter=temperature]').getByRole('slider')).toHaveValue('1.5')
  await expect(page.locator('[data-reply-text]')).toContainText('lighthouse')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the ${colorScheme} theme, before and after a guess`, async ({
    page,
    nucleus,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(`${nucleus.url}/lessons`)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await open(page, nucleus.url, 'temperature', 2)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.keyboard.press('1')
    await page.getByRole('button', { name: /^Commit/ }).click()
    await expect(page.locator('[data-loss]')).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
}

test('on a phone the text stands above the record, and nothing is wider than the page', async ({
  page,
  nucleus,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, nucleus.url, 'logit-bias', 2)
  const text = await page.locator('[data-question]').boundingBox()
  const record = await page.getByRole('region', { name: 'Recorded reply' }).boundingBox()
  expect(record?.y ?? 0).toBeGreaterThan(text?.y ?? 0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
})
