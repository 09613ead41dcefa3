import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addressOf,
  listeningPlace,
  placeVariables,
  serverEnvironment,
  serverKeys,
} from './environment.mjs'
import { projectRoot } from './processes.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nucleus-environment-'))
})

afterEach(() => rmSync(root, { recursive: true }))

describe('the environment of the server', () => {
  it('takes each variable from the first place that sets it', () => {
    writeFileSync(join(root, '.env'), 'A=env\nB=env\nC=env\nD=env\nE=env\n')
    writeFileSync(
      join(root, '.env.production'),
      'B=production\nC=production\nD=production\nE=production',
    )
    writeFileSync(join(root, '.env.local'), 'C=local\nD=local\nE=local')
    writeFileSync(join(root, '.env.production.local'), 'D="production local"\nE=last')
    expect(serverEnvironment(root, { E: 'own' })).toEqual({
      A: 'env',
      B: 'production',
      C: 'local',
      D: 'production local',
      E: 'own',
    })
  })

  it('is the own one without files', () => {
    expect(serverEnvironment(root, { PORT: '4000' })).toEqual({ PORT: '4000' })
  })
})

describe('the server keys', () => {
  beforeEach(() => {
    mkdirSync(join(root, 'lib/providers'), { recursive: true })
    writeFileSync(
      join(root, 'lib/providers/key-variables.json'),
      JSON.stringify([{ key: 'FIRST_KEY' }, { key: 'SECOND_KEY' }, { key: 'THIRD_KEY' }]),
    )
  })

  it('are told by name, never by value, and an empty one is none', () => {
    const environment = { SECOND_KEY: 'sk-secret', THIRD_KEY: ' ', OTHER_KEY: 'x' }
    expect(serverKeys(root, environment)).toEqual({
      all: ['FIRST_KEY', 'SECOND_KEY', 'THIRD_KEY'],
      found: ['SECOND_KEY'],
    })
  })

  it('all stand in .env.example, without a value', () => {
    const example = readFileSync(join(projectRoot, '.env.example'), 'utf8')
    const { all } = serverKeys(projectRoot, {})
    expect(all.length).toBeGreaterThan(0)
    for (const name of all) expect(example).toMatch(new RegExp(`^# ${name}=$`, 'm'))
  })
})

describe('the place to listen at', () => {
  it('is loopback and 3000, unless HOST and PORT say otherwise', () => {
    expect(listeningPlace({})).toEqual({ host: '127.0.0.1', port: 3000 })
    expect(listeningPlace({ HOST: '', PORT: '' })).toEqual({ host: '127.0.0.1', port: 3000 })
    expect(listeningPlace({ HOST: '::1', PORT: '65535' })).toEqual({ host: '::1', port: 65_535 })
  })

  it.each(['0', '65536', '-1', '3000.5', 'http', '3000 '])('is refused with PORT "%s"', (PORT) => {
    expect(() => listeningPlace({ PORT })).toThrow(`from 1 to 65535, and it is "${PORT}"`)
  })

  it('is told to the server, with the word that it was obeyed', () => {
    expect(placeVariables({ host: '127.0.0.1', port: 3000 })).toEqual({
      HOST: '127.0.0.1',
      PORT: '3000',
      NUCLEUS_LISTENS_ON: '127.0.0.1',
    })
  })

  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['localhost', 'http://localhost:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
  ])('%s is opened as %s', (host, address) => {
    expect(addressOf({ host, port: 3000 })).toBe(address)
  })
})
