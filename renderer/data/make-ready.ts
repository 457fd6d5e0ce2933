import i18next from 'i18next'
import { readyStore } from '../stores/ready-store.ts'
import { showNotice } from './toasts.ts'
import { act } from './use-action.ts'

/** Fetches what is missing for a day offline, and says what did not come. */
export async function makeReady(): Promise<void> {
  if (readyStore.getState().isBusy) return
  readyStore.setState({ isBusy: true })
  const done = await act('offline.makeReady', {})
  readyStore.setState({ isBusy: false })
  if (done === null) return
  const { left, gone } = done
  if (left > 0) showNotice(i18next.t('offline.filesLeft', { count: left }))
  else if (gone > 0) showNotice(i18next.t('offline.filesGone', { count: gone }))
}
