import { createConnection } from 'node:net'
import type { Page } from 'playwright/test'
import { startNameServer, type NameServer } from '#e2e/fixtures/name-server.ts'
import { startNucleus, type Nucleus } from '#e2e/fixtures/nucleus.ts'
import { Playground } from '#e2e/fixtures/playground.ts'
import { run, send } from '#e2e/fixtures/raw-requests.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { startTrap, type Trap } from '#e2e/fixtures/trap.ts'
import { startUpstream, type Upstream } from '#e2e/fixtures/upstream.ts'
import {
  reboundAnswers,
  reboundName,
  redirects,
  refusedNames,
  writtenTargets,
} from '#e2e/fixtures/refused-targets.ts'

const lookup = new URL('../fixtures/lookup-by-name-server.mjs', import.meta.url)

// Hundreds of requests, one after the other; a busy machine takes its time.
test.describe.configure({ timeout: 180_000 })

/** A Nucleus with loopback closed that asks our name server, and one open target beside the trap. */
interface Ground {
  nucleus: Nucleus
  names: NameServer
  trap: Trap
  opened: Upstream
}

async function withGround(use: (ground: Ground) => Promise<void>): Promise<void> {
  const [names, trap, opened] = await Promise.all([
    startNameServer({ ...refusedNames, [reboundName]: reboundAnswers }),
    startTrap(),
    startUpstream(),
  ])
  const nucleus = await startNucleus({
    NUCLEUS_ALLOW_LOOPBACK: '0',
    NUCLEUS_ALLOWED_TARGETS: new URL(opened.origin).host,
    NODE_OPTIONS: `--import=${lookup.href}`,
    NAME_SERVER: `127.0.0.1:${names.port}`,
  })
  await use({ nucleus, names, trap, opened })
  await Promise.all([nucleus.stop(), names.close(), trap.close(), opened.close()])
}

const kindIn = (text: string) => /"kind":"(\w+)"/.exec(text)?.[1]

/** Asks for the models of an address as our own page does: learns the action's id from it. */
async function modelLister(page: Page, { nucleus, opened }: Ground) {
  const playground = new Playground(page, nucleus.url)
  await playground.open()
  await playground.useServer(opened.base)
  const asked = page.waitForRequest((one) => one.postData()?.includes('"endpoint"') ?? false)
  await playground
    .field('model')
    .getByRole('button', { name: /^Refresh/ })
    .click()
  const headers = {
    'content-type': 'text/plain;charset=UTF-8',
    'next-action': (await asked).headers()['next-action'] ?? '',
    origin: nucleus.url,
  }
  return async (endpoint: string) => {
    const wanted = [{ provider: 'openai_compatible', endpoint }]
    return (await send(nucleus, '/', headers, JSON.stringify(wanted))).text
  }
}

test('no address of the table is reached, by a run or by the list of models', async ({ page }) => {
  await withGround(async (ground) => {
    const { nucleus, trap, opened } = ground
    const listModels = await modelLister(page, ground)
    // The same ways lead to an address that is open, so that a refusal below means something.
    expect(await listModels(opened.base)).toContain('test-a')
    expect((await run(nucleus, { endpoint: opened.base })).text).toContain('event: end')
    expect(opened.completions()).toHaveLength(1)
    const wrong: unknown[] = []
    for (const [url, kind] of writtenTargets(trap.port)) {
      const [byEndpoint, byBase, byList] = await Promise.all([
        run(nucleus, { endpoint: url }),
        run(nucleus, {}, { api_base: url }),
        listModels(url),
      ])
      const kinds = [byEndpoint.text, byBase.text, byList].map(kindIn)
      // The form of an API base is checked before anything else is done with it.
      if (kinds[1] === 'invalid') kinds[1] = kind
      if (kinds.some((found) => found !== kind)) wrong.push([url, kind, kinds])
    }
    expect(wrong).toEqual([])
    expect(trap.connections()).toBe(0)
  })
})

test('no name of the table is reached, whatever it leads to', async ({ page }) => {
  await withGround(async (ground) => {
    const { nucleus, names, trap } = ground
    const listModels = await modelLister(page, ground)
    for (const name of Object.keys(refusedNames)) {
      for (const host of [name, `${name}.`, name.toUpperCase()]) {
        const url = `https://${host}:${trap.port}/v1`
        expect([host, kindIn((await run(nucleus, { endpoint: url })).text)]).toEqual([
          host,
          'blocked',
        ])
        expect([host, kindIn(await listModels(url))]).toEqual([host, 'blocked'])
      }
      expect(names.asked(name)).toBeGreaterThanOrEqual(6)
    }
    expect(trap.connections()).toBe(0)
  })
})

test('a name that turns to this machine after it was checked is not followed', async () => {
  await withGround(async ({ nucleus, names, trap }) => {
    const url = `https://${reboundName}:${trap.port}/v1`
    const turns = Array.from({ length: 6 }, () => run(nucleus, { endpoint: url }, { timeout: 2 }))
    const kinds = (await Promise.all(turns)).map(({ text }) => kindIn(text))
    expect(kinds).toContain('blocked')
    expect(kinds.every((kind) => kind !== undefined)).toBe(true)
    // One question for one connection: what is checked is what is connected to.
    expect(names.asked(reboundName)).toBe(6)
    expect(trap.connections()).toBe(0)

    // Whoever asks once to check and once to connect is caught.
    await names.resolver.resolve4(reboundName).catch(() => {})
    const second = await names.resolver.resolve4(reboundName)
    const victim = createConnection(trap.port, second[0])
    await new Promise((resolve) => victim.once('close', resolve).resume())
    expect(trap.connections()).toBe(1)
  })
})

test('no redirect of the table is followed', async ({ page }) => {
  await withGround(async (ground) => {
    const { nucleus, trap, opened } = ground
    const listModels = await modelLister(page, ground)
    for (const [status, location] of redirects(trap.port)) {
      opened.answerNext((response) => void response.writeHead(status, { location }).end())
      const reply = await run(nucleus, { endpoint: opened.base })
      expect([status, location, kindIn(reply.text)]).toEqual([status, location, 'blocked'])
      opened.answerAt(
        '/v1/models',
        (response) => void response.writeHead(status, { location }).end(),
      )
      expect(kindIn(await listModels(opened.base))).toMatch(/^(blocked|upstream)$/)
    }
    expect(opened.completions()).toHaveLength(redirects(trap.port).length)
    expect(trap.connections()).toBe(0)
  })
})

test('the refusal names the setting that would open the address', async ({ nucleus }) => {
  const reply = await run(nucleus, { endpoint: 'http://litellm.internal:4000/v1' })
  expect(reply.text).toContain('NUCLEUS_ALLOWED_TARGETS=litellm.internal:4000')
})

test('a list of models without an end is cut, not kept', async ({ page }) => {
  await withGround(async (ground) => {
    const { opened } = ground
    const listModels = await modelLister(page, ground)
    let sent = 0
    opened.answerAt('/v1/models', (response) => {
      response.setHeader('content-type', 'application/json')
      const more = (): void => {
        if (response.destroyed || sent > 400_000_000) return void response.end()
        sent += 1_000_000
        response.write('x'.repeat(1_000_000), more)
      }
      more()
    })
    expect(kindIn(await listModels(opened.base))).toBe('upstream')
    expect(sent).toBeLessThan(100_000_000)
  })
})
