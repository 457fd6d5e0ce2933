import { Settings, defaultSettings } from '../../shared/contract/settings.ts'
import type { SettingsPatch } from '../../shared/contract/settings.ts'
import type { z } from 'zod'
import type { StoreFile } from './store-file.ts'

export type SettingsStore = {
  readonly get: () => Settings
  readonly patch: (patch: z.output<typeof SettingsPatch>) => Settings
  readonly wasReset: boolean
}

/**
 * Settings of this user. Only what was chosen is written, so that what the organisation gives later reaches everybody
 * who has chosen nothing else. `given`: what they begin with in place of the product's own.
 */
export function openSettings(
  file: StoreFile,
  onChange: (settings: Settings) => void,
  given: Partial<Settings> = {},
): SettingsStore {
  let chosen = understood(file.read())
  let current: Settings = { ...defaultSettings, ...given, ...chosen }
  return {
    get: () => current,
    patch: patch => {
      const changed = Object.entries(patch).filter(([, value]) => value !== undefined)
      chosen = { ...chosen, ...(Object.fromEntries(changed) as Partial<Settings>) }
      current = Settings.parse({ ...defaultSettings, ...given, ...chosen })
      file.write(chosen)
      onChange(current)
      return current
    },
    wasReset: file.wasReset,
  }
}

/** Keeps every field that is understood: one value of a newer version must not reset the others. */
function understood(raw: unknown): Partial<Settings> {
  const found = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {}
  const entries = Object.entries(Settings.shape)
    .filter(([key, schema]) => key in found && schema.safeParse(found[key]).success)
    .map(([key, schema]) => [key, schema.parse(found[key])])
  return Object.fromEntries(entries) as Partial<Settings>
}

export const readSettings = (raw: unknown): Settings => ({ ...defaultSettings, ...understood(raw) })
