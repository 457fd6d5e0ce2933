import type { Clock } from '../../shared/clock.ts'
import type { Arrivals } from '../../shared/contract/alerts.ts'
import { silentLog } from '../../shared/log.ts'
import { toDomain } from '../../shared/domain/codec.ts'
import { tableNames } from '../../shared/domain/tables.ts'
import type { AnyRow, Row, TableName } from '../../shared/domain/tables.ts'
import type { Actor } from '../../shared/mutations/define.ts'
import type { MutationInput, MutationName } from '../../shared/mutations/index.ts'
import { actorOf } from '../../main/data/sync/actor.ts'
import { createEngine } from '../../main/data/sync/engine.ts'
import type { Engine } from '../../main/data/sync/engine.ts'
import type { LaptopStore } from '../../main/data/sync/store.ts'
import type { BlobRef, Failure, Remote } from '../../main/data/remote/remote.ts'
import { openLaptopDatabase } from './laptop-database.ts'
import type { LaptopDatabase } from './laptop-database.ts'
import { sampleId, seededRandom } from './sample-row.ts'
import { settle } from './fake-clock.ts'
import type { FakeClock } from './fake-clock.ts'

/** A remote for tests that never ask it. */
export const noRemote: Remote = {
  push: async () => ({ ok: false, failure: { kind: 'offline' } }),
  pull: async () => ({ ok: false, failure: { kind: 'offline' } }),
  snapshot: async () => ({ ok: false, failure: { kind: 'offline' } }),
}

export type LaptopOptions = {
  readonly clock: FakeClock
  readonly remote?: Remote
  readonly actor?: Actor
  readonly clientId?: string
  readonly folder?: string
  readonly seed?: number
  readonly onArrivals?: (arrivals: Arrivals) => void
  /** The agent is who the directory here says they are, as in the product; default: `actor`, whatever it says. */
  readonly followsDirectory?: true
  /** Default: no file stands in the way. */
  readonly uploadBlobs?: (blobs: readonly BlobRef[]) => Promise<Failure | null>
}

export type Laptop = {
  readonly clientId: string
  readonly actor: Actor
  readonly database: LaptopDatabase
  readonly store: LaptopStore
  readonly engine: Engine
  readonly act: <Name extends MutationName>(name: Name, args: MutationInput<Name>) => string
  readonly row: <Name extends TableName>(table: Name, id: string) => Row<Name> | null
  readonly rows: <Name extends TableName>(table: Name) => readonly Row<Name>[]
  /** Lets the engine do what it wants until it sleeps; quiet work and back-off included within `ms`. */
  readonly sync: (ms?: number) => Promise<void>
  readonly close: () => Promise<void>
}

export const anActor = (fields: Partial<Actor> = {}): Actor => ({
  id: sampleId(),
  name: 'Lena Koch',
  role: 'agent',
  teamIds: [],
  ...fields,
})

const SYNC_MS = 100

export function everyRow(database: LaptopDatabase, table: TableName): readonly AnyRow[] {
  const { store } = database
  const name = table.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  const ids = database.database.db.handle
    .prepare(`SELECT id FROM ${name} ORDER BY id`)
    .pluck()
    .all() as string[]
  return ids.flatMap(id => (store.rows.get(table, id)?.row as AnyRow | undefined) ?? [])
}

/** A whole laptop but its process: real SQLite, the product's engine, the time of the test. */
export function createLaptop(options: LaptopOptions): Laptop {
  const { clock, remote = noRemote, actor = anActor(), clientId = sampleId(), seed = 1 } = options
  const database = openLaptopDatabase(options.folder ? { folder: options.folder } : {})
  const { store } = database
  const engine = createEngine({
    store,
    remote,
    clock: clock as Clock,
    random: seededRandom(seed),
    log: silentLog,
    actor: options.followsDirectory ? actorOf(store, actor) : () => actor,
    clientId,
    uploadBlobs: options.uploadBlobs ?? (async () => null),
    yieldTurn: async () => {},
    stopwatch: null,
    isWanted: () => false,
    countCustomers: () => 0,
    countDoubtful: () => 0,
    onStatus: () => {},
    isLive: () => true,
    onArrivals: options.onArrivals,
  })
  return {
    clientId,
    actor,
    database,
    store,
    engine,
    act: (name, args) => engine.mutate({ name, args }),
    row: (table, id) => {
      const found = store.rows.get(table, id)
      return found && toDomain(table, found.row)
    },
    rows: table => everyRow(database, table).map(row => toDomain(table, row)),
    sync: async (ms = SYNC_MS) => {
      engine.wake('focus')
      await clock.advance(ms)
      await settle()
    },
    close: async () => {
      await engine.stop()
      database.close()
    },
  }
}

/** Everything of a laptop by table and id, for comparing two of them. */
export function contentOf(database: LaptopDatabase): Readonly<Record<string, readonly AnyRow[]>> {
  return Object.fromEntries(tableNames.map(table => [table, everyRow(database, table)]))
}
