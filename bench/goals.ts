/** Sizes of the seeded data shapes: customers, tickets, messages, notes. */
export const SIZES = {
  XS: { customers: 2_000, tickets: 10_000, messages: 50_000, notes: 5_000 },
  S: { customers: 10_000, tickets: 100_000, messages: 500_000, notes: 50_000 },
  M: { customers: 100_000, tickets: 1_000_000, messages: 5_000_000, notes: 500_000 },
  L: { customers: 500_000, tickets: 5_000_000, messages: 25_000_000, notes: 2_500_000 },
} as const
export type Size = keyof typeof SIZES

/**
 * What a row has to reach. `toLimit`: ours divided by the physical limit at most. `toPeer`: ours divided by the named
 * peer at most (a peer that must be 10 times slower is 0.1). Every part must hold.
 */
export type Goal = {
  readonly text: string
  readonly toLimit: number | null
  readonly toPeer: Readonly<Record<string, number>>
}

export const goals: Readonly<Record<string, Goal>> = {
  A1: {
    text: '<= 1.25x raw insert; >= 10x PouchDB; >= 2x RxDB (memory storage)',
    toLimit: 1.25,
    toPeer: { pouchdb: 0.1, rxdb: 0.5 },
  },
  'A5.changes': { text: '<= 1.5x raw upsert of the same rows', toLimit: 1.5, toPeer: {} },
  'A5.empty': { text: '<= 1.5x an empty authenticated GET', toLimit: 1.5, toPeer: {} },
  'B3.p50': { text: '<= 1.5x a raw one-row FULL commit', toLimit: 1.5, toPeer: {} },
  'B3.p99': { text: '<= 1.5x a raw one-row FULL commit', toLimit: 1.5, toPeer: {} },
  'C1.idle': { text: '<= 2x the bare prepared statement in a worker', toLimit: 2, toPeer: {} },
  'C1.filling': {
    text: '<= 4x the bare prepared statement in a worker, during a first fill',
    toLimit: 4,
    toPeer: {},
  },
  'C1.events': {
    text: '<= 4x the bare prepared statement in a worker, at 100 events/s',
    toLimit: 4,
    toPeer: {},
  },
  'C2.idle': { text: '<= 2x the covering index query', toLimit: 2, toPeer: {} },
  'C2.filling': { text: '<= 2x the covering index query, during a first fill', toLimit: 2, toPeer: {} },
}
