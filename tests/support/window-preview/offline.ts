import type { SyncHealth } from '../../../shared/contract/health.ts'
import type { DayPack, DeviceUsage } from '../../../shared/contract/offline.ts'
import type { SyncStatus } from '../../../shared/contract/sync.ts'
import type { Tables } from './tables.ts'

export const aPack = (tables: Tables): DayPack => ({
  choice: {
    withTeams: true,
    customerIds: tables
      .all('customers')
      .slice(0, 1)
      .map(({ id }) => id),
  },
  chosen: tables
    .all('customers')
    .slice(0, 1)
    .map(({ id, name }) => ({ id, name })),
  tickets: 41,
  customers: 37,
  orders: 112,
  messages: 268,
  articles: 84,
  playbooks: 23,
  files: {
    all: { count: 58, bytes: 74_300_000 },
    here: { count: 55, bytes: 70_100_000 },
    leftOut: { count: 1, bytes: 120_000_000 },
  },
})

export const aUsage: DeviceUsage = {
  kinds: [
    { kind: 'tickets', rows: 48_211, bytes: 31_000_000 },
    { kind: 'messages', rows: 102_344, bytes: 118_000_000 },
    { kind: 'customers', rows: 20_311, bytes: 14_000_000 },
    { kind: 'orders', rows: 15_008, bytes: 9_000_000 },
    { kind: 'knowledge', rows: 311, bytes: 2_400_000 },
    { kind: 'team', rows: 84, bytes: 40_000 },
    { kind: 'own', rows: 7, bytes: 3_000 },
    { kind: 'unsent', rows: 0, bytes: 0 },
  ],
  databaseBytes: 174_443_000,
  files: { count: 97, bytes: 101_000_000 },
  removable: { count: 12, bytes: 31_000_000 },
}

export const aHealth = (status: SyncStatus): SyncHealth => ({
  status,
  isLive: status.phase.state === 'idle',
  lastPushedAtMs: status.lastPulledAtMs,
  upToSeq: 48_117,
  epochMark: '5f0c9e1a',
  cursorMark: 'b81d20c4',
  outbox: {
    pending: status.waiting,
    sending: 0,
    parked: status.attention,
    quiet: 0,
    oldestAtMs: status.oldestWaitingAtMs,
    mostAttempts: 3,
    kept: 212,
  },
  parkedFor: status.attention > 0 ? [{ reason: 'changed-since', count: status.attention }] : [],
  departures: 0,
  failures: [
    { code: 'offline', count: 3, lastAtMs: status.lastPulledAtMs ?? 0 },
    { code: 'timeout', count: 1, lastAtMs: status.lastPulledAtMs ?? 0 },
  ],
  schemaVersion: 210,
  protocol: 1,
  databaseBytes: 174_443_000,
  files: { count: 97, bytes: 101_000_000 },
})
