import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSettings, readSettings } from '../../../main/app/settings.ts'
import { SettingsPatch, defaultSettings as defaults } from '../../../shared/contract/settings.ts'
import type { Settings } from '../../../shared/contract/settings.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-settings-'))
  // Outside Electron its package answers with a path instead of fetching a binary; electron-store allows for that.
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

async function open(onChange: (settings: Settings) => void = () => {}) {
  const { openStoreFile } = await import('../../../main/app/store-file.ts')
  return openSettings(openStoreFile(folder, 'settings'), onChange)
}

describe('settings', () => {
  test('begin with the defaults', async () => {
    const settings = await open()
    expect(settings.get()).toEqual(defaults)
    expect(settings.wasReset).toBe(false)
  })

  test('stay after a restart and are told at once', async () => {
    const told: Settings[] = []
    const settings = await open(changed => told.push(changed))
    settings.patch({ theme: 'dark', panels: { 'customer-360': 420 } })
    expect(told).toEqual([{ ...defaults, theme: 'dark', panels: { 'customer-360': 420 } }])
    expect((await open()).get()).toEqual(told[0])
  })

  test('that cannot be read are put aside, whole, and it is told', async () => {
    writeFileSync(join(folder, 'settings.json'), '{"theme": "da')
    const settings = await open()
    expect(settings.get()).toEqual(defaults)
    expect(settings.wasReset).toBe(true)
    expect(readFileSync(join(folder, 'settings.json.unreadable'), 'utf8')).toBe('{"theme": "da')
    settings.patch({ density: 'compact' })
    expect((await open()).wasReset).toBe(false)
  })

  test('a change of one through the contract leaves the others as they are', async () => {
    const settings = await open()
    settings.patch(SettingsPatch.parse({ panels: { list: 300 }, undoSeconds: 20 }))
    settings.patch(SettingsPatch.parse({ theme: 'dark' }))
    expect(settings.get()).toEqual({ ...defaults, theme: 'dark', undoSeconds: 20, panels: { list: 300 } })
  })

  test('of an older version are completed, inside of groups too', () => {
    const notifications = { ...defaults.notifications, sound: false }
    expect(readSettings({ notifications: { sound: false } })).toEqual({ ...defaults, notifications })
  })

  test('keep a key with a dot as it is', async () => {
    const settings = await open()
    settings.patch({ panels: { 'a.b': 1 } })
    expect((await open()).get().panels).toEqual({ 'a.b': 1 })
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })

  test('of a newer version lose only the value that is not understood', () => {
    expect(readSettings({ theme: 'sepia', density: 'roomy', shoeSize: 43 })).toEqual({
      ...defaults,
      density: 'roomy',
    })
  })

  test.each([null, 'text', [], 7])('survive %j where an object belongs', raw => {
    expect(readSettings(raw)).toEqual(defaults)
  })
})
