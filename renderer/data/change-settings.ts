import { settingsStore } from '../stores/settings-store.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import { act } from './use-action.ts'

/** Changes settings at once in the window and keeps them; what could not be kept is put back. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const before = settingsStore.getState().settings
  settingsStore.setState({ settings: { ...before, ...change } })
  const kept = await act('settings.patch', change)
  settingsStore.setState({ settings: kept ?? before })
}

/** Remembers the width or height of a panel; null goes back to the design's own. */
export function keepPanel(panel: string, size: number | null): void {
  const { panels } = settingsStore.getState().settings
  const { [panel]: _gone, ...others } = panels
  void changeSettings({ panels: size === null ? others : { ...others, [panel]: Math.round(size) } })
}
