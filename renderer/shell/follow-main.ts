import { desk } from '../desk.ts'
import { sessionStore } from '../stores/session-store.ts'
import { settingsStore } from '../stores/settings-store.ts'
import { syncStore } from '../stores/sync-store.ts'

/** Keeps session, settings and sync status as main and the data process say; returns a function that stops. */
export function followMain(): () => void {
  const stops = [
    desk.on('session.changed', session => sessionStore.setState({ session })),
    desk.on('settings.changed', settings => settingsStore.setState({ settings })),
    desk.on('sync.changed', status => syncStore.setState({ status })),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Asks once how sync stands; from then on events tell. */
export async function askSyncStatus(): Promise<void> {
  const [answer] = await Promise.allSettled([desk.call('sync.status', {})])
  if (answer.status === 'fulfilled') syncStore.setState({ status: answer.value })
}
