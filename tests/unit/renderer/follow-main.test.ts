import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SyncStatus } from '../../../shared/contract/sync.ts'
import { askSyncStatus, followMain } from '../../../renderer/shell/follow-main.ts'
import { syncStore } from '../../../renderer/stores/sync-store.ts'

const status = (phase: SyncStatus['phase']): SyncStatus => ({
  phase,
  waiting: 0,
  oldestWaitingAtMs: null,
  attention: 0,
  lastPulledAtMs: null,
  skewMs: null,
  isFilled: phase.state === 'idle',
  customersHere: 0,
  doubtful: 0,
})
const filling = status({ state: 'filling', rows: 0, expectedRows: null })
const idle = status({ state: 'idle' })

let tell: (status: SyncStatus) => void
let answer: (status: SyncStatus) => void
let stop: () => void

beforeEach(() => {
  const asked = Promise.withResolvers<unknown>()
  answer = value => asked.resolve({ ok: true, value })
  const on = (name: string, listener: (payload: unknown) => void) => {
    if (name === 'sync.changed') tell = listener
    return () => {}
  }
  vi.stubGlobal('window', { desk: { call: () => asked.promise, on } })
  syncStore.setState({ status: null })
  stop = followMain()
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

test('an answer that is overtaken by news does not stand as the news', async () => {
  const asking = askSyncStatus()
  tell(filling)
  tell(idle)
  answer(filling)
  await asking
  expect(syncStore.getState().status).toEqual(idle)
})

test('where nothing was told meanwhile the answer is taken', async () => {
  const asking = askSyncStatus()
  answer(idle)
  await asking
  expect(syncStore.getState().status).toEqual(idle)
})
