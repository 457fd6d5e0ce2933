import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { defaultSettings } from '../../shared/contract/settings.ts'
import type { Settings } from '../../shared/contract/settings.ts'

type SettingsState = { readonly settings: Settings; readonly wasReset: boolean }

export const settingsStore = createStore<SettingsState>(() => ({
  settings: defaultSettings,
  wasReset: false,
}))

export const useSettings = (): Settings => useStore(settingsStore, state => state.settings)

/** Keys the agent has given to commands. */
export const useOwnKeys = (): Settings['keys'] => useStore(settingsStore, state => state.settings.keys)
