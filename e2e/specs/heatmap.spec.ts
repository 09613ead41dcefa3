import type { Page } from 'playwright/test'
import { streamTokens, wordsWith, type KnownToken } from '#e2e/fixtures/known-reply.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import type { Upstream } from '#e2e/fixtures/upstream.ts'

const oneOfEach = wordsWith(0.95, 0.8, 0.6, 0.3, 0.2, 0.05, 0.001, null)

async function show(
  playground: Playground,
  upstream: Upstream,
  tokens: readonly KnownToken[],
): Promise<void> {
  upstream.answerNext(streamTokens(tokens))
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
}

/** The colour of the page at a place of a layer, as a canvas holds it: red, green, blue, alpha. */
function pixelAt(page: Page, layer: 'under' | 'over', { x, y }: { x: number; y: number }) {
  return page.locator(`.reply-layer-${layer}`).evaluate(
    (canvas: HTMLCanvasElement, place) => {
      const box = canvas.getBoundingClientRect()
      const scale = canvas.width / box.width
      const copy = document.createElement('canvas')
      copy.width = canvas.width
      copy.height = canvas.height
      // A canvas of its own, so that reading changes nothing about the page's.
      const context = copy.getContext('2d', { willReadFrequently: true })
      context?.drawImage(canvas, 0, 0)
      const { data } = context?.getImageData(
        Math.round((place.x - box.left) * scale),
        Math.round((place.y - box.top) * scale),
        1,
        1,
      ) ?? { data: [] }
      return [...data]
    },
    { x, y },
  )
}

test.describe('highlights', () => {
  test.use({ painter: 'highlights' })

  test('tint each token by its probability, and underline the rare ones', async ({
    playground,
    upstream,
  }) => {
    await show(playground, upstream, oneOfEach)
    await expect(playground.reply).toHaveAttribute('data-painter', 'highlights')
    await expect
      .poll(() => playground.text.tints())
      .toEqual({
        'heat-1': ['word1'],
        'heat-2': ['word2'],
        'heat-3': ['word3'],
        'heat-4': ['word4'],
        'heat-5': ['word5'],
        'heat-6': ['word6'],
        'below-tenth': ['word5'],
        'below-hundredth': ['word6'],
      })
  })
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`the canvas in the ${theme} theme`, () => {
    test.use({ colorScheme: theme, painter: 'canvas' })

    test('tints each token with the colour of its step', async ({ page, playground, upstream }) => {
      await show(playground, upstream, oneOfEach)
      await expect(playground.reply).toHaveAttribute('data-painter', 'canvas')
      for (const step of [1, 2, 3, 4, 5, 6]) {
        const place = await playground.text.middleOf(`word${step}`)
        const expected = await page.evaluate((name) => {
          const probe = document.body.appendChild(document.createElement('i'))
          probe.style.color = `var(--${name})`
          const context = document.createElement('canvas').getContext('2d')
          if (!context) return []
          context.fillStyle = getComputedStyle(probe).color
          context.fillRect(0, 0, 1, 1)
          probe.remove()
          return [...context.getImageData(0, 0, 1, 1).data]
        }, `heat-${step}`)
        // Above the letters, where an underline cannot be.
        await expect
          .poll(() => pixelAt(page, 'under', { x: place.x, y: place.y - 9 }))
          .toEqual(expected)
      }
      const likely = await playground.text.middleOf('word0')
      expect((await pixelAt(page, 'under', likely))[3]).toBe(0)
    })
  })
}

test('what is unknown is hatched, by either painter', async ({ page, playground, upstream }) => {
  for (const painter of ['highlights', 'canvas'] as const) {
    await page.goto(`${playground.url}/?painter=${painter}`)
    await playground.ready()
    await show(playground, upstream, wordsWith(0.95, null))
    const layer = painter === 'canvas' ? 'under' : 'over'
    const place = await playground.text.middleOf('word1')
    const hatched = async () => {
      const alphas = await Promise.all(
        [0, 1, 2, 3, 4].map(
          async (dx) => (await pixelAt(page, layer, { x: place.x + dx, y: place.y }))[3],
        ),
      )
      return alphas.some((alpha) => (alpha ?? 0) > 0) && alphas.some((alpha) => alpha === 0)
    }
    await expect.poll(hatched).toBe(true)
    expect((await playground.text.tints())['heat-6']).toBeUndefined()
  }
})

test('a click takes the token under the pointer to its last pixel, and none beside the text', async ({
  page,
  playground,
  upstream,
}) => {
  await show(playground, upstream, wordsWith(0.9, 0.8, 0.7))
  const box = await playground.reply.evaluate((root) => {
    const node = root.querySelector('[data-chunk]')?.firstChild
    const range = document.createRange()
    if (!node) throw new Error('There is no text.')
    range.setStart(node, 7)
    range.setEnd(node, 12)
    return range.getBoundingClientRect().toJSON() as DOMRect
  })
  const middle = box.y + box.height / 2
  for (const x of [box.x + 1, box.x + box.width - 1]) {
    await page.mouse.click(x, middle)
    await playground.text.hasChosen(1)
    await playground.text.walkTo(0)
  }
  // The blank before a word belongs to its token.
  await page.mouse.click(box.x - 3, middle)
  await playground.text.hasChosen(1)
  await playground.text.walkTo(0)
  await page.mouse.click(box.x + box.width * 6, middle)
  await playground.text.hasChosen(0)
})

test('lines are walked up and down, and wrap as they are drawn', async ({
  playground,
  page,
  upstream,
}) => {
  const tokens = ['One', ' two', '\n', 'Three', ' four', '\n', 'Five'].map((text) => ({
    text,
    logprob: -1,
  }))
  await show(playground, upstream, tokens)
  await playground.text.walkTo(1)
  for (const [key, token] of [
    ['ArrowDown', 4],
    ['ArrowDown', 6],
    ['ArrowUp', 3],
    ['ArrowUp', 0],
    ['End', 6],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key)
    await playground.text.hasChosen(token)
  }
})

test('what is selected is copied exactly, also over a line that had to be cut', async ({
  page,
  playground,
  upstream,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const tokens = Array.from({ length: 2500 }, (_, index) => ({
    text: index % 10 === 9 ? ' 天気\t😀' : ` w${index}`,
    logprob: -1,
  }))
  await show(playground, upstream, [...tokens, { text: '\n\nend', logprob: -1 }])
  const content = await playground.reply.textContent()
  expect(content).toBe(`${tokens.map(({ text }) => text).join('')}\n\nend`)
  expect(await page.locator('[data-chunk]').count()).toBeGreaterThan(2)
  await playground.reply.evaluate((root) => getSelection()?.selectAllChildren(root))
  await page.keyboard.press('ControlOrMeta+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(content)
})

test('a word that spans tokens is found in text that was never in view', async ({
  page,
  playground,
  upstream,
}) => {
  const tokens = Array.from({ length: 3000 }, (_, index) => ({
    text: index % 20 === 19 ? '.\n' : ' rain',
    logprob: -1,
  }))
  const split = [' Mon', 'tevi', 'deo'].map((text) => ({ text, logprob: -1 }))
  await show(playground, upstream, [...tokens, ...split])
  const found = await page.evaluate(() =>
    (window as unknown as { find(text: string): boolean }).find('Montevideo'),
  )
  expect(found).toBe(true)
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Montevideo')
})

test('forced colours keep steps apart by underlines', async ({ page, playground, upstream }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await show(playground, upstream, oneOfEach)
  await expect(playground.reply).toHaveAttribute('data-painter', 'highlights')
  await expect.poll(async () => (await playground.text.tints())['heat-3']).toEqual(['word3'])
  const looks = await playground.reply.evaluate((root) =>
    [1, 2, 3, 4, 5, 6].map((step) => {
      const style = getComputedStyle(root, `::highlight(heat-${step})`)
      return `${style.textDecorationLine} ${style.textDecorationThickness} ${style.textDecorationStyle}`
    }),
  )
  expect(new Set(looks).size).toBe(6)
  expect(looks.every((look) => look.startsWith('underline'))).toBe(true)
})
