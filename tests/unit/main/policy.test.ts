import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hubAllowedBy, policyFacts, policyPath, readPolicy } from '../../../main/app/policy.ts'
import { openSettings } from '../../../main/app/settings.ts'
import type { StoreFile } from '../../../main/app/store-file.ts'
import { defaultSettings } from '../../../shared/contract/settings.ts'
import { silentLog } from '../../../shared/log.ts'
import type { Log } from '../../../shared/log.ts'

const HUB = 'https://hub.acme.example'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-policy-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const path = (): string => join(folder, 'policy.json')
const policyOf = (content: unknown, log: Log = silentLog) => {
  writeFileSync(path(), typeof content === 'string' ? content : JSON.stringify(content))
  return readPolicy(path(), log)
}
const nowhere = () => []

describe('the policy of a computer', () => {
  test('lies where only administrators write', () => {
    expect(policyPath('linux', {})).toBe('/etc/tandem/policy.json')
    expect(policyPath('darwin', {})).toBe('/Library/Application Support/Tandem/policy.json')
    expect(policyPath('win32', {})).toBe(String.raw`C:\ProgramData\Tandem\policy.json`)
    expect(policyPath('win32', { ProgramData: 'D:\\Data' })).toBe(String.raw`D:\Data\Tandem\policy.json`)
  })

  test('that is not there forbids nothing', () => {
    expect(readPolicy(path(), silentLog)).toBeNull()
    expect(hubAllowedBy(null, nowhere)('hub.elsewhere.example')).toBe('https://hub.elsewhere.example')
  })

  test('names the hub, and the settings to begin with', () => {
    const policy = policyOf({ hub: `${HUB}/`, settings: { language: 'de', remoteImages: 'never' } })
    expect(policy).toEqual({
      hubUrl: HUB,
      isHubFixed: false,
      isUnreadable: false,
      settings: { language: 'de', remoteImages: 'never' },
    })
    expect(policyFacts(policy)?.settings).toEqual(['language', 'remoteImages'])
    expect(hubAllowedBy(policy, nowhere)('https://other.example')).toBe('https://other.example')
  })

  test('can keep everybody to its hub, but for places that were there before it', () => {
    const hubFor = hubAllowedBy(policyOf({ hub: HUB, onlyThisHub: true }), () => [
      { hubUrl: 'https://before.example' },
    ])
    expect(hubFor('hub.acme.example')).toBe(HUB)
    expect(hubFor('https://before.example')).toBe('https://before.example')
    expect(() => hubFor('https://other.example')).toThrow(
      expect.objectContaining({ code: 'hub-not-allowed' }) as Error,
    )
  })

  test.each([
    ['a file cut short', '{"hub": "https://hub'],
    ['an empty file', ''],
    ['something else than an object', '[]'],
    ['a hub over a way others can read', { hub: 'http://hub.acme.example' }],
    ['only this hub, and none named', { onlyThisHub: true }],
    ['a word where a choice belongs', { hub: HUB, onlyThisHub: 'yes' }],
  ])('that cannot be understood (%s) speaks to no new hub, and says so', (_what, content) => {
    const policy = policyOf(content)
    expect(policyFacts(policy)).toEqual({
      hubUrl: null,
      isHubFixed: false,
      isUnreadable: true,
      settings: [],
    })
    expect(() => hubAllowedBy(policy, nowhere)(HUB)).toThrow(
      expect.objectContaining({ code: 'hub-not-allowed' }) as Error,
    )
  })

  test('that is a folder is one that cannot be read', () => {
    mkdirSync(path())
    expect(readPolicy(path(), silentLog)?.isUnreadable).toBe(true)
  })

  test('is read with the mark that editors of Windows put before it', () => {
    expect(policyOf(`\uFEFF${JSON.stringify({ hub: HUB })}`)?.hubUrl).toBe(HUB)
  })

  test('of a newer version holds as far as it is understood, and the rest is named in the log', () => {
    const told: unknown[] = []
    const log: Log = { ...silentLog, warn: (event, facts) => told.push([event, facts]) }
    const policy = policyOf(
      { hub: HUB, channel: 'beta', settings: { theme: 'sepia', density: 'roomy' } },
      log,
    )
    expect(policy?.settings).toEqual({ density: 'roomy' })
    expect(told).toEqual([['policy.ignored', { keys: 'channel theme' }]])
  })
})

describe('settings the policy gives', () => {
  const memoryFile = (): StoreFile => {
    let value: unknown = {}
    return { read: () => value, write: next => (value = structuredClone(next)), wasReset: false }
  }
  const nobody = (): void => undefined

  test('are begun with, and yield to what somebody chose', () => {
    const file = memoryFile()
    const settings = openSettings(file, nobody, { language: 'de', remoteImages: 'never' })
    expect(settings.get()).toEqual({ ...defaultSettings, language: 'de', remoteImages: 'never' })
    settings.patch({ language: 'en' })
    expect(openSettings(file, nobody, { language: 'de' }).get().language).toBe('en')
  })

  test('reach also those who have chosen something else since', () => {
    const file = memoryFile()
    openSettings(file, nobody).patch({ theme: 'dark' })
    const later = openSettings(file, nobody, { remoteImages: 'never', theme: 'light' })
    expect(later.get()).toEqual({ ...defaultSettings, theme: 'dark', remoteImages: 'never' })
  })
})
