import type { Page } from 'playwright/test'
import { parameterNames } from '#lib/parameters/index.ts'
import { besides, bodyCases } from '#e2e/fixtures/values.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test as base } from '#e2e/fixtures/test.ts'

/** The part of a React fiber that is read here. */
interface Fiber {
  tag: number
  flags: number
  child: Fiber | null
  sibling: Fiber | null
  return: Fiber | null
  alternate: Fiber | null
  stateNode: unknown
}

/** How often each parameter's container had a component rendered in it, by wire name. */
type Renders = Record<string, number>

declare global {
  var renders: Renders
}

const test = base.extend<{ counted: void }>({
  counted: [
    async ({ page }, use) => {
      await page.addInitScript(countRenders)
      await use()
    },
    { auto: true },
  ],
})

test('with every parameter set, a keystroke renders its own field only', async ({
  page,
  playground,
}) => {
  test.slow()
  await setEverything(playground)
  const temperature = playground.field('temperature')
  const box = temperature.getByRole('textbox')

  await box.press('End')
  expect(await rendersOf(page, () => box.press('Digit5'))).toEqual({ temperature: 1 })
  await expect(box).toHaveValue('0.75')

  await box.press('Home')
  const wrong = await rendersOf(page, () => box.press('Digit9'))
  await expect(temperature).toContainText('between 0 and 2')
  expect(Object.keys(wrong)).toEqual(['temperature'])

  const prompt = playground.field('messages').getByRole('textbox').first()
  await prompt.press('End')
  const said = await rendersOf(page, () => prompt.press('x'))
  expect(Object.keys(said)).toEqual(['messages'])
})

test('another provider renders more than one field, so that the count can fail', async ({
  page,
  playground,
}) => {
  const provider = playground.field('provider').getByRole('combobox')
  const renders = await rendersOf(page, () => provider.selectOption('openai'))
  expect(Object.keys(renders).length).toBeGreaterThan(5)
})

/** The parameters with a row of their own; the conversation is one, in the centre. */
const drawn = parameterNames.filter((name) => !besides.includes(name))

/** Sets every parameter of the form, to the value of its case where it has one. */
async function setEverything(playground: Playground): Promise<void> {
  await playground.choose('openai_compatible', 'test-a')
  for (const name of drawn) {
    const field = playground.field(name)
    if ((await field.getAttribute('data-state')) === 'unset') await playground.set(name)
    if (name !== 'model') await bodyCases[name]?.enter(field)
    await playground.page.getByLabel('Filter parameters').focus()
  }
  const form = playground.page.getByRole('form', { name: 'Parameters' })
  await expect(form.locator('[data-parameter]')).toHaveCount(drawn.length - 1)
  await expect(form.locator('[data-state=unset], [data-state=unavailable]')).toHaveCount(0)
}

/** What is rendered from an act until the page has come to rest. */
async function rendersOf(page: Page, act: () => Promise<unknown>): Promise<Renders> {
  await rest(page)
  await page.evaluate(() => void (globalThis.renders = {}))
  await act()
  await rest(page)
  return page.evaluate(() => globalThis.renders)
}

/** Waits for two frames and an idle moment: React has then drawn what it was asked for. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    await new Promise((resolve) => requestIdleCallback(resolve))
  })
}

/**
 * Runs in the page before React: takes the place of its developer tools and looks through every
 * commit. React leaves a flag on what it rendered, and shares the children of what it did not enter.
 */
function countRenders(): void {
  const components = new Set([0, 1, 11, 14, 15])
  const hostTag = 5
  const performedWork = 1

  const hostBelow = (fiber: Fiber | null): unknown => {
    for (let one = fiber; one; one = one.sibling) {
      const host = one.tag === hostTag ? one.stateNode : hostBelow(one.child)
      if (host) return host
    }
    return undefined
  }
  const hostAbove = (fiber: Fiber | null): unknown =>
    fiber && (fiber.tag === hostTag ? fiber.stateNode : hostAbove(fiber.return))
  const parameterOf = (fiber: Fiber): string | undefined => {
    const host = hostBelow(fiber.child) ?? hostAbove(fiber.return)
    const container = host instanceof Element ? host.closest('[data-parameter]') : undefined
    return container?.getAttribute('data-parameter') ?? undefined
  }
  const rendered = (fiber: Fiber) =>
    components.has(fiber.tag) && (!fiber.alternate || (fiber.flags & performedWork) !== 0)
  const look = (fiber: Fiber, found: Set<string>) => {
    const name = rendered(fiber) ? parameterOf(fiber) : undefined
    if (name !== undefined) found.add(name)
    if (fiber.alternate && fiber.alternate.child === fiber.child) return
    for (let child = fiber.child; child; child = child.sibling) look(child, found)
  }
  globalThis.renders = {}
  const hook = {
    supportsFiber: true,
    inject: () => 1,
    checkDCE: () => {},
    onCommitFiberUnmount: () => {},
    onPostCommitFiberRoot: () => {},
    onCommitFiberRoot: (_renderer: number, root: { current: Fiber }) => {
      const found = new Set<string>()
      look(root.current, found)
      for (const name of found) globalThis.renders[name] = (globalThis.renders[name] ?? 0) + 1
    },
  }
  Object.assign(globalThis, { ['__REACT_DEVTOOLS_GLOBAL_HOOK__']: hook })
}
