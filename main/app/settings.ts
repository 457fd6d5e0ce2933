import { Settings, defaultSettings } from '../../shared/contract/settings.ts'
import type { SettingsPatch } from '../../shared/contract/settings.ts'
import type { z } from 'zod'
import type { StoreFile } from './store-file.ts'

export type SettingsStore = {
  readonly get: () => Settings
  readonly patch: (patch: z.output<typeof SettingsPatch>) => Settings
  readonly wasReset: boolean
}

export function openSettings(file: StoreFile, onChange: (settings: Settings) => void): SettingsStore {
  let current = readSettings(file.read())
  return {
    get: () => current,
    patch: patch => {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
      current = Settings.parse({ ...current, ...given })
      file.write(current)
      onChange(current)
      return current
    },
    wasReset: file.wasReset,
  }
}

/** Keeps every field that is understood: one value of a newer version must not reset the others. */
export function readSettings(raw: unknown): Settings {
  const found = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {}
  const understood = Object.entries(Settings.shape)
    .filter(([key, schema]) => key in found && schema.safeParse(found[key]).success)
    .map(([key, schema]) => [key, schema.parse(found[key])])
  return { ...defaultSettings, ...(Object.fromEntries(understood) as Partial<Settings>) }
}
