/** Sizes of the seeded data shapes: customers, tickets, messages, notes. */
export const SIZES = {
  XS: { customers: 2_000, tickets: 10_000, messages: 50_000, notes: 5_000 },
  S: { customers: 10_000, tickets: 100_000, messages: 500_000, notes: 50_000 },
  M: { customers: 100_000, tickets: 1_000_000, messages: 5_000_000, notes: 500_000 },
  L: { customers: 500_000, tickets: 5_000_000, messages: 25_000_000, notes: 2_500_000 },
} as const
export type Size = keyof typeof SIZES

/**
 * What a figure has to reach. `toLimit`: ours divided by the physical limit at most. `aboveLimit`: ours minus the limit at
 * most. `atMost`: ours itself. `toPeer`: ours divided by the named peer at most (a peer that must be 10 times slower is
 * 0.1). Every part must hold. `unit` is ms where none is given.
 */
export type Goal = {
  readonly text: string
  readonly unit?: string
  readonly toLimit: number | null
  readonly aboveLimit?: number
  readonly atMost?: number
  readonly toPeer: Readonly<Record<string, number>>
}

const atMost = (factor: number, of: string): Goal => ({
  text: `<= ${factor}x ${of}`,
  toLimit: factor,
  toPeer: {},
})

/** `more`: of the unit. */
const aboveBlank = (more: number, unit: string): Goal => ({
  text: `<= a blank Electron window + ${more} ${unit}`,
  unit,
  toLimit: null,
  aboveLimit: more,
  toPeer: {},
})
const noMoreThan = (most: number, unit: string): Goal => ({
  text: `<= ${most} ${unit}`,
  unit,
  toLimit: null,
  atMost: most,
  toPeer: {},
})

const FAN_OUT = 'a bare WebSocket fan-out'
const GZIP = 'gzip of the bare values'
const BARE_HUB = 'bare ws + raw SQL'
const PLAIN = 'a plain file'
const COMMIT = 'a raw one-row FULL commit'
const STATEMENT = 'the bare prepared statements in a worker'
const COVERING = 'the covering index query'

const FTS = 'bare FTS5, the newest of each index'
const STATIC = 'a static page with the same DOM'

export const goals: Readonly<Record<string, Goal>> = {
  A1: {
    text: '<= 1.25x raw insert; >= 10x PouchDB; >= 2x RxDB (memory storage)',
    toLimit: 1.25,
    toPeer: { pouchdb: 0.1, rxdb: 0.5 },
  },
  A2: atMost(1.3, 'raw insert and an FTS script'),
  'A2.answers': noMoreThan(50, 'ms'),
  'A4.own': atMost(3, 'one GET of the same bytes, parsed'),
  'A4.scope': atMost(2, 'one GET of the same bytes, parsed'),
  'A5.changes': atMost(1.5, 'raw upsert of the same rows'),
  'A5.empty': atMost(1.5, 'an empty authenticated GET'),
  A6: atMost(1, 'serial idempotent SQL on the same PostgreSQL'),
  'A7.p50': atMost(2.5, FAN_OUT),
  'A7.p99': atMost(2.5, FAN_OUT),
  'A8.fill': { ...atMost(1.1, GZIP), unit: 'bytes' },
  'A8.pull': { ...atMost(1.1, GZIP), unit: 'bytes' },
  'B3.p50': atMost(1.5, COMMIT),
  'B3.p99': atMost(1.5, COMMIT),
  'C1.idle.p50': atMost(2, STATEMENT),
  'C1.idle.p99': atMost(2, STATEMENT),
  'C1.filling.p50': atMost(4, `${STATEMENT}, during a first fill`),
  'C1.filling.p99': atMost(4, `${STATEMENT}, during a first fill`),
  'C1.events.p50': atMost(4, `${STATEMENT}, at 100 events/s`),
  'C1.events.p99': atMost(4, `${STATEMENT}, at 100 events/s`),
  'C2.idle.p50': atMost(2, COVERING),
  'C2.idle.p99': atMost(2, COVERING),
  'C2.filling.p50': atMost(2, `${COVERING}, during a first fill`),
  'C2.filling.p99': atMost(2, `${COVERING}, during a first fill`),
  'C3.read': atMost(0.02, 'the GROUP BY'),
  'C3.write': atMost(1.05, 'the same writes without counts'),
  'C4.p50': atMost(2, FTS),
  'C4.p99': atMost(2, FTS),
  'C5.next.p50': atMost(1.5, STATIC),
  'C5.next.p95': atMost(1.5, STATIC),
  'C5.reply.p50': atMost(1.5, STATIC),
  'C5.reply.p95': atMost(1.5, STATIC),
  'C5.assign.p50': atMost(1.5, STATIC),
  'C5.assign.p95': atMost(1.5, STATIC),
  'C5.filter.p50': atMost(1.5, STATIC),
  'C5.filter.p95': atMost(1.5, STATIC),
  'C5.palette.p50': atMost(1.5, STATIC),
  'C5.palette.p95': atMost(1.5, STATIC),
  'C5.scroll': noMoreThan(1, '% of frames over 33 ms'),
  'C5.scroll.deep': noMoreThan(1, '% of frames over 33 ms'),
  'C5.long.open': atMost(1.5, STATIC),
  'C5.long.task': noMoreThan(50, 'ms in one task'),
  'C5.long.frames': noMoreThan(1, '% of frames over 33 ms'),
  'C5.mail.open': atMost(1.5, STATIC),
  'C5.mail.task': noMoreThan(50, 'ms in one task'),
  'C5.mail.frames': noMoreThan(1, '% of frames over 33 ms'),
  C6: noMoreThan(50, 'ms in one task'),
  D1: aboveBlank(250, 'ms'),
  'D2.memory': aboveBlank(150, 'MB'),
  'D2.growth': { ...atMost(1.03, 'itself before 10,000 ticket switches'), unit: 'MB' },
  'D3.cpu': noMoreThan(0.5, '% of a core'),
  'D3.writes': noMoreThan(0, 'kB a minute'),
  D4: noMoreThan(25, 'MB'),
  'E1.ack.p50': atMost(3, BARE_HUB),
  'E1.ack.p99': atMost(3, BARE_HUB),
  'E1.spread.p50': atMost(3, BARE_HUB),
  'E1.spread.p99': atMost(3, BARE_HUB),
  'E1.far.ack.p50': atMost(3, `${BARE_HUB}, 1 ms away`),
  'E1.far.ack.p99': atMost(3, `${BARE_HUB}, 1 ms away`),
  'E1.far.spread.p50': atMost(3, `${BARE_HUB}, 1 ms away`),
  'E1.far.spread.p99': atMost(3, `${BARE_HUB}, 1 ms away`),
  'E1.memory': noMoreThan(250, 'MB'),
  'E1.gaps': noMoreThan(0, 'notes missing or twice'),
  E2: atMost(2, 'a raw paged read'),
  'E3.p50': noMoreThan(100, 'ms'),
  'E3.p99': noMoreThan(100, 'ms'),
  'F4.A1': atMost(1.1, PLAIN),
  'F4.C1': atMost(1.1, PLAIN),
  'F4.C4': atMost(1.1, PLAIN),
  'F4.marker': noMoreThan(0, 'files'),
}
