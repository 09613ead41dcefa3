import { expect, test } from '#e2e/fixtures/test.ts'
import { kb, printTable } from './figures.ts'

const aim = 230_000
const limit = 264_000

test('the first load brings at most 264 kB of compressed JavaScript', async ({
  page,
  playground,
}) => {
  await playground.ready()
  await page.waitForLoadState('networkidle')
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .map(({ name, encodedBodySize, decodedBodySize }) => ({
        name: new URL(name).pathname.split('/').at(-1) ?? '',
        sent: encodedBodySize,
        whole: decodedBodySize,
      })),
  )
  const total = scripts.reduce((sum, { sent }) => sum + sent, 0)
  const biggest = scripts.toSorted((a, b) => b.sent - a.sent).slice(0, 8)
  printTable(
    `First load: ${kb(total)} of JavaScript, gzip (aim ${kb(aim)}, limit ${kb(limit)}), ${scripts.length} files`,
    biggest.map(({ name, sent, whole }) => [name, kb(sent), `${kb(whole)} unpacked`]),
  )
  expect(scripts.length).toBeGreaterThan(0)
  expect(
    scripts.filter(({ sent, whole }) => whole > 2000 && sent >= whole),
    'every script of size is compressed',
  ).toEqual([])
  expect(total).toBeLessThanOrEqual(limit)
})
