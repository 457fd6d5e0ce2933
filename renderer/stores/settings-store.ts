import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { Settings } from '../../shared/contract/app.ts'

type SettingsState = { readonly settings: Settings; readonly wasReset: boolean }

export const settingsStore = createStore<SettingsState>(() => ({
  settings: Settings.parse({}),
  wasReset: false,
}))

export const useSettings = (): Settings => useStore(settingsStore, state => state.settings)
