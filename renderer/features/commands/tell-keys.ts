import { commands, shortcutFor } from '../../commands/command-table.ts'
import { desk } from '../../desk.ts'
import { settingsStore } from '../../stores/settings-store.ts'

/** Tells main which keys the commands have, for its menus, and again whenever the agent changes some; returns a stop. */
export function tellKeys(): () => void {
  const tell = (): void => {
    const keys = commands.flatMap(({ id }) => {
      const key = shortcutFor(id)
      return key === undefined ? [] : [[id, key] as const]
    })
    desk.call('app.showKeys', { keys: Object.fromEntries(keys) }).catch(() => {})
  }
  tell()
  return settingsStore.subscribe(({ settings }, { settings: before }) => {
    if (settings.keys !== before.keys) tell()
  })
}
