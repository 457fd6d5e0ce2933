import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { mkdirSync } from 'node:fs'
import type { Clock, Random } from '../../shared/clock.ts'
import type { InternalInput } from '../../shared/contract/internal.ts'
import type { Arrivals, Reminder } from '../../shared/contract/alerts.ts'
import type { ChangedRows } from '../../shared/contract/events.ts'
import type { BoardState, Colleague, TicketWatchers } from '../../shared/contract/floor.ts'
import type { SyncHealth } from '../../shared/contract/health.ts'
import type { SyncStatus } from '../../shared/contract/sync.ts'
import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'
import type { LiveFrame } from '../../shared/protocol/pull.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import type { Actor } from '../../shared/mutations/define.ts'
import { createBlobStore } from './blobs/blob-store.ts'
import { filesAsGiven } from './blobs/files-as-given.ts'
import { startKeyTurner } from './blobs/key-turner.ts'
import type { KeyTurner } from './blobs/key-turner.ts'
import { choosingAs } from './blobs/make-ready.ts'
import type { DayFiles } from './blobs/make-ready.ts'
import { uploadAll } from './blobs/transfer.ts'
import { databasePath } from './database-path.ts'
import { customersHere } from './db/counters.ts'
import { createDoubtCount } from './doubt-count.ts'
import { asDamage, keepKeyProof, refuseVanished } from './db/key-proof.ts'
import { migrate, refuseFromFuture } from './db/migrate.ts'
import { close, openWriter } from './db/open.ts'
import type { OpenOptions } from './db/open.ts'
import { removeUnfinishedRekey } from './db/rekey/paths.ts'
import type { RekeyTell } from './db/rekey/replace-key.ts'
import { swapIn } from './db/rescue/paths.ts'
import { createScrubber } from './db/scrub.ts'
import type { Scrubber } from './db/scrub.ts'
import { refreshSearch } from './db/search-version.ts'
import { withSqliteErrors } from './db/sqlite-error.ts'
import { sqliteStore } from './db/sqlite-store.ts'
import { readingMarks } from './db/reading-marks.ts'
import type { ReadingMarks } from './db/reading-marks.ts'
import { blobRecords } from './db/store-blobs.ts'
import type { BlobRecords } from './db/store-blobs.ts'
import { reminderRecords } from './db/store-reminders.ts'
import { standingRecords } from './db/store-standings.ts'
import type { Connection } from './db/types.ts'
import { createDatabase } from './db/write.ts'
import type { Changed, Database } from './db/write.ts'
import { eraseGone, eraseLeftOver } from './erase-gone.ts'
import { createFloor } from './floor/floor.ts'
import type { Floor } from './floor/floor.ts'
import { createNotices } from './notices.ts'
import type { Notices } from './notices.ts'
import { dueReminders } from './queries/due-reminders.ts'
import { readHealthFacts } from './queries/health-facts.ts'
import { workOutStanding } from './queries/standing.ts'
import { readUnsentFacts } from './queries/unsent-facts.ts'
import { createReminders } from './reminders/reminders.ts'
import type { Reminders } from './reminders/reminders.ts'
import { createHttp } from './remote/http.ts'
import type { Http } from './remote/http.ts'
import { createHub } from './remote/hub.ts'
import type { Hub } from './remote/hub.ts'
import { actorOf } from './sync/actor.ts'
import { createEngine } from './sync/engine.ts'
import type { Engine } from './sync/engine.ts'
import { createLive } from './sync/live.ts'
import { mutate } from './sync/mutate.ts'
import { keepResting } from './sync/resting.ts'
import { settleDepartures } from './sync/scope.ts'
import type { Live } from './sync/live.ts'
import { watchStay } from './watch-stay.ts'
import { keepStandings } from './standings/keep-standings.ts'
import type { Standings } from './standings/keep-standings.ts'
import type { LaptopStore } from './sync/store.ts'

export type Emit = {
  readonly rowsChanged: (tables: ChangedRows) => void
  readonly statusChanged: (status: SyncStatus) => void
  readonly tokensChanged: (tokens: InternalInput<'data.setTokens'>) => void
  readonly presenceChanged: (tickets: readonly TicketWatchers[]) => void
  readonly colleaguesChanged: (agents: readonly Colleague[] | null) => void
  readonly boardChanged: (state: BoardState) => void
  readonly arrived: (arrivals: Arrivals) => void
  readonly reminded: (reminders: readonly Reminder[]) => void
  /** How the key of a closed place is being replaced. */
  readonly rekeying: RekeyTell
  /** The database cannot be used any more. */
  readonly fatal: (code: ErrorCode) => void
}

export type PlaceDeps = {
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly emit: Emit
  /** True while a request waits for this thread. */
  readonly isWanted: () => boolean
}

/** One open place: its database, its sync, its files. Lives on the thread that writes. */
export type OpenPlace = {
  readonly marks: ReadingMarks
  readonly engine: Engine
  readonly clientId: string
  /** Of the hub as this laptop knows it; null before the first answer. */
  readonly epoch: () => string | null
  readonly clock: Clock
  readonly hub: Hub
  readonly blobs: Files['blobs']
  readonly records: BlobRecords
  readonly dayFiles: DayFiles
  readonly floor: Floor
  readonly health: () => SyncHealth
  readonly setNetwork: (network: InternalInput<'data.setNetwork'>) => void
  readonly setTokens: (tokens: InternalInput<'data.setTokens'>) => void
  readonly signOut: () => Promise<boolean>
  /** Ends requests and the step under way, then closes the file. What was acknowledged is on the disk in any case. */
  readonly close: () => Promise<{ readonly unsent: number }>
}

const yieldTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** Throws `db-from-future`, `db-key-wrong`, `db-corrupt`, `db-locked`, `disk-full`, `disk-read-only`; nothing is left open then. */
function openDatabase(input: InternalInput<'data.open'>, announce: (changed: Changed) => void): Database {
  const options = { path: databasePath(input.folder), key: input.key }
  withSqliteErrors(() => mkdirSync(input.folder, { recursive: true, mode: 0o700 }))
  // A rescue that was cut off after its new file was whole ends now.
  swapIn(options.path)
  withSqliteErrors(() => removeUnfinishedRekey(options.path))
  refuseVanished(options)
  const database = createDatabase(openUndamaged(options), announce)
  try {
    migrate(database.db, options.path)
    refreshSearch(database)
    withSqliteErrors(() => keepKeyProof(options))
  } catch (error) {
    close(database.db)
    throw error
  }
  return database
}

function openUndamaged(options: OpenOptions): Connection {
  try {
    refuseFromFuture(options)
    return openWriter(options)
  } catch (error) {
    throw asDamage(error, options)
  }
}

type Sync = {
  readonly database: Database
  readonly store: LaptopStore
  readonly engine: Engine
  readonly live: Live
  readonly floor: Floor
  readonly reminders: Reminders
  readonly standings: Standings
  readonly dayFiles: DayFiles
  readonly scrubber: Scrubber
  readonly notices: Notices
}
type Way = { readonly http: Http; readonly hub: Hub }
type Files = { readonly blobs: ReturnType<typeof filesAsGiven>; readonly records: BlobRecords }

type Hearers = { readonly engine: Engine; readonly floor: () => Floor }

/** What comes of live frames, and of a live connection that opens or ends. */
const hearing = ({ engine, floor }: Hearers) => ({
  onFrame: (frame: LiveFrame): void => {
    if (frame.kind === 'hint') engine.hint(frame)
    else floor().onFrame(frame)
  },
  onUp: (isUp: boolean): void => {
    floor().onUp(isUp)
    // A connection that ends is the first sign that the way is gone; one that opens has missed hints.
    engine.wake('hint')
  },
})

/** Engine, live hints and notices around an open database. They know each other, so they are made together. */
function createSync(deps: PlaceDeps, input: InternalInput<'data.open'>, { hub }: Way): Sync & Files {
  const { clock, random, log, emit } = deps
  const notices = createNotices({
    clock,
    tellRows: emit.rowsChanged,
    tellStatus: () => {
      const status = engine.status()
      emit.statusChanged(status)
      floor.tellStatus(status)
    },
  })
  const database = openDatabase(input, changed => {
    eraseGone({ blobs, records, store, scrubber }, changed)
    notices.changed(changed)
    reminders.changed(changed)
    standings.changed(changed)
    doubt.changed(changed)
  })
  const agentId = input.place.agent.id
  const doubt = createDoubtCount({ db: database.db, agentId, onChange: notices.statusChanged })
  const store = sqliteStore(database)
  const scrubber = createScrubber(database.db, clock)
  const actor = actorOf(store, input.place.agent)
  const records = blobRecords(database)
  const kept = createBlobStore({ records, folder: join(input.folder, 'blobs'), nowMs: clock.now })
  const blobs = filesAsGiven(kept, { db: database.db, ...store, role: () => actor().role })
  const engine: Engine = createEngine({
    store,
    remote: hub,
    clock,
    random,
    log,
    actor,
    clientId: input.clientId,
    uploadBlobs: refs => uploadAll({ hub, blobs }, refs),
    yieldTurn,
    stopwatch: () => performance.now(),
    isWanted: deps.isWanted,
    countCustomers: () => customersHere(database.db),
    countDoubtful: doubt.now,
    onStatus: notices.statusChanged,
    onFatal: emit.fatal,
    onArrivals: emit.arrived,
    isLive: () => live.isUp(),
  })
  const { onFrame, onUp } = hearing({ engine, floor: () => floor })
  const live: Live = createLive({ clock, random, remote: hub, upToSeq: engine.upToSeq, onFrame, onUp })
  const floor = floorOf(deps, input, { hub, store, database, live })
  const reminders: Reminders = remindersOf(deps, { store, database, engine, actor: actor })
  const standings: Standings = standingsOf(deps, { database, store, notices })
  const dayFiles = dayFilesOf({ deps, database, store, engine, blobs, hub, notices, actor: actor })
  const around = { live, floor, reminders, standings, dayFiles, scrubber, notices }
  return { database, store, engine, blobs, records, ...around }
}

type DayParts = Pick<Sync, 'store' | 'database' | 'engine'> &
  Pick<Files, 'blobs'> &
  Pick<Way, 'hub'> & { readonly deps: PlaceDeps; readonly notices: Notices; readonly actor: () => Actor }

const dayFilesOf = ({ deps, database, store, engine, blobs, hub, notices, actor }: DayParts): DayFiles =>
  choosingAs(() => actor().role, {
    db: database.db,
    state: store.state,
    transaction: store.transaction,
    settle: () => settleDepartures(store),
    clock: deps.clock,
    hub,
    blobs,
    me: actor,
    wake: () => engine.wake('focus'),
    // Whatever shows files, or counts them, looks again.
    tell: () => notices.changed(new Map([['attachments', null]])),
  })

function standingsOf(
  { clock, log, isWanted }: PlaceDeps,
  { database, store, notices }: Pick<Sync, 'database' | 'store' | 'notices'>,
): Standings {
  const records = standingRecords(database)
  return keepStandings({
    clock,
    log,
    records,
    workOut: customerId => workOutStanding({ db: records.db, clock }, customerId),
    isFilled: () => store.state.get('cursor') !== null && store.state.get('fill') === null,
    isWanted,
    stopwatch: () => performance.now(),
    tell: ids => notices.changed(new Map([['standings', ids]])),
  })
}

type ReminderParts = Pick<Sync, 'store' | 'database' | 'engine'> & { readonly actor: () => Actor }

function remindersOf(
  { clock, random, log, emit }: PlaceDeps,
  { store, database, engine, actor }: ReminderParts,
): Reminders {
  return createReminders({
    clock,
    log,
    records: reminderRecords(database),
    due: query => dueReminders(database.db, query),
    me: actor,
    status: engine.status,
    tell: emit.reminded,
    wake: args => {
      mutate({ store, clock, random, actor }, { name: 'thread.wake', args })
      engine.wake('mutation')
    },
  })
}

type FloorParts = Pick<Sync, 'store' | 'database' | 'live'> & Pick<Way, 'hub'>

function floorOf(
  { clock, random, emit }: PlaceDeps,
  { place, appVersion }: InternalInput<'data.open'>,
  { hub, store, database, live }: FloorParts,
): Floor {
  return createFloor({
    clock,
    random,
    agentId: place.agent.id,
    appVersion,
    hub,
    state: store.state,
    transaction: store.transaction,
    live,
    unsentFacts: () => readUnsentFacts(database.db),
    tellPresence: emit.presenceChanged,
    tellColleagues: emit.colleaguesChanged,
    tellBoard: emit.boardChanged,
  })
}

const healthOf = ({ database, engine, live }: Sync): SyncHealth => ({
  ...readHealthFacts(database.db),
  ...engine.record(),
  status: engine.status(),
  isLive: live.isUp(),
  protocol: PROTOCOL,
})

async function closeAll(sync: Sync, turner: KeyTurner, { http }: Way): Promise<{ readonly unsent: number }> {
  sync.reminders.stop()
  sync.standings.stop()
  sync.floor.stop()
  sync.live.stop()
  http.close()
  await sync.engine.stop()
  await turner.stop()
  sync.scrubber.stop()
  sync.notices.stop()
  const unsent = sync.store.outbox.tally().waiting
  close(sync.database.db)
  return { unsent }
}

/** A full disk keeps nothing from opening: then what was in its undo window leaves at once. */
function keepReplies({ clock, log }: PlaceDeps, { store }: Sync): void {
  try {
    keepResting({ store, clock })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    log.warn('replies.not-kept', { code: error.code })
  }
}

/** Opens a place and starts to sync it. */
export function openPlace(deps: PlaceDeps, input: InternalInput<'data.open'>): OpenPlace {
  const { place, clientId, tokens, network } = input
  const http = createHttp(network)
  const onTokens = deps.emit.tokensChanged
  const hub = createHub({ http, hubUrl: place.hubUrl, clock: deps.clock, tokens, onTokens })
  const sync = createSync(deps, input, { http, hub })
  const { engine, live, floor, blobs, records, dayFiles } = sync
  keepReplies(deps, sync)
  eraseLeftOver(sync)
  const stay = watchStay({ ...deps, engine, blobs })
  const turner = startKeyTurner({ ...deps, blobs, yieldTurn })
  let isCut = network.isCut
  if (network.isOnline && !isCut) engine.wake('start')
  else engine.setOnline(false)
  live.start()
  return {
    marks: readingMarks(sync.database),
    engine,
    clientId,
    epoch: () => sync.store.state.get('epoch'),
    clock: deps.clock,
    hub,
    blobs,
    records,
    dayFiles,
    floor,
    health: () => healthOf(sync),
    setNetwork: facts => {
      const isTurned = facts.isCut !== isCut
      isCut = facts.isCut
      http.setNetwork(facts)
      engine.setOnline(facts.isOnline && !isCut)
      for (const way of [live, floor.board]) {
        if (isTurned) way.reset()
        else if (facts.isOnline) way.kick()
      }
    },
    setTokens: next => {
      hub.setTokens(next)
      engine.wake('signed-in')
      live.kick()
    },
    signOut: hub.signOut,
    close: () => {
      stay.stop()
      return closeAll(sync, turner, { http, hub })
    },
  }
}
