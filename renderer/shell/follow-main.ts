import i18next from 'i18next'
import { desk } from '../desk.ts'
import type { SyncStatus } from '../../shared/contract/sync.ts'
import { showNews } from '../data/toasts.ts'
import { notePulled } from '../stores/catch-up-store.ts'
import { sessionStore } from '../stores/session-store.ts'
import { settingsStore } from '../stores/settings-store.ts'
import { syncStore } from '../stores/sync-store.ts'

/** How often a status was taken. */
let taken = 0

function takeStatus(status: SyncStatus): void {
  taken += 1
  syncStore.setState({ status })
  notePulled(status)
}

/** Keeps session, settings and sync status as main and the data process say; returns a function that stops. */
export function followMain(): () => void {
  const stops = [
    desk.on('session.changed', session => sessionStore.setState({ session })),
    desk.on('settings.changed', settings => settingsStore.setState({ settings })),
    desk.on('sync.changed', takeStatus),
    desk.on('save.failed', ({ fileName }) => showNews(i18next.t('common.saveFailed', { name: fileName }))),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Asks once how sync stands; from then on events tell. */
export async function askSyncStatus(): Promise<void> {
  const before = taken
  const [answer] = await Promise.allSettled([desk.call('sync.status', {})])
  // What events told meanwhile is newer, and nothing may come behind it for minutes.
  if (answer.status === 'fulfilled' && taken === before) takeStatus(answer.value)
}
