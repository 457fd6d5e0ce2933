import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PULL_LIMIT } from '../../shared/protocol/version.ts'
import { routes } from '../../shared/protocol/routes.ts'
import { pullOnce } from '../../main/data/sync/pull.ts'
import type { PullDeps } from '../../main/data/sync/pull.ts'
import { createPace } from '../../main/data/sync/pace.ts'
import { createHttp } from '../../main/data/remote/http.ts'
import { createHub } from '../../main/data/remote/hub.ts'
import type { Remote } from '../../main/data/remote/remote.ts'
import { systemClock } from '../../server/system-clock.ts'
import { changedRows, hashChanged } from '../lib/changed-rows.ts'
import type { ChangedRows } from '../lib/changed-rows.ts'
import type { SqlValue } from '../../main/data/db/types.ts'
import type { BenchHub, BenchSession } from '../lib/hub.ts'
import type { BenchContext, BenchRow, Comparison, Leg, Sample } from '../lib/leg.ts'
import { actorOf, DIRECT, durabilityOf, fileIn, laptopFolder, openLaptop, remoteOf } from '../lib/laptop.ts'
import type { BenchLaptop } from '../lib/laptop.ts'
import { upsertSql } from '../lib/raw-insert.ts'
import { runUpserts, upsertsOf } from '../lib/raw-upsert.ts'
import type { Upsert } from '../lib/raw-upsert.ts'
import { rowsOfTables } from '../lib/sent-rows.ts'
import { catchUpPouch, catchUpRx, documentsOf } from '../peers/changes.ts'
import type { Documents } from '../peers/changes.ts'
import { syncUntil } from '../lib/settled-laptop.ts'

const RUNS = 9
const CHANGES = 10_000
const EMPTY_PULLS = 150

type Scene = {
  readonly context: BenchContext
  readonly hub: BenchHub
  readonly session: BenchSession
  /** Closed file of the laptop as it went offline. */
  readonly before: string
  readonly changes: ChangedRows
  readonly upserts: readonly Upsert[]
  readonly durability: string
}

/** Runs `work` on a copy of the laptop as it went offline and reads the changed rows back. */
async function onCopy(
  { context, before, changes }: Scene,
  work: (laptop: BenchLaptop) => Promise<number>,
): Promise<Sample> {
  const folder = await laptopFolder(context.folder, 'copy', before)
  const laptop = openLaptop(folder)
  try {
    const ms = await work(laptop)
    return { times: [ms], ...hashChanged(laptop.db, changes) }
  } finally {
    laptop.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function rawLeg(scene: Scene, withSearch: boolean): Leg {
  return {
    name: withSearch ? 'raw upsert with search index' : 'raw upsert',
    what: `${upsertSql('threads').slice(0, 50)}… ON CONFLICT (id) DO UPDATE SET …; rows bound in memory, 2,000 a transaction${
      withSearch
        ? '; old text out of and new text into FTS5, texts made beforehand'
        : '; the search index is left alone'
    }`,
    durability: scene.durability,
    run: () =>
      onCopy(scene, async ({ db }) => {
        const startedAt = performance.now()
        runUpserts(db, scene.upserts, withSearch)
        return performance.now() - startedAt
      }),
  }
}

/** They hold what the laptop held; at the larger sizes that alone takes minutes. */
function peerLegs({ context, before, changes }: Scene): readonly Leg[] {
  if (context.size !== 'XS') return []
  const held = (): Documents => {
    const laptop = openLaptop(dirname(before))
    try {
      return documentsOf(
        [...rowsOfTables(laptop.db, [...changes.idsOf.keys()])].map(({ table, rows }) => ({
          table,
          rows: [...rows] as SqlValue[][],
        })),
      )
    } finally {
      laptop.close()
    }
  }
  const news = documentsOf(changes.parts)
  return [
    {
      name: 'pouchdb',
      what: 'the tables that change, filled before; allDocs of the keys for their revisions, bulkDocs of the changes, 2,000 a call, leveldb adapter',
      durability: 'leveldb without fsync, not encrypted',
      isSlow: true,
      run: () => catchUpPouch(context.folder, held(), news),
    },
    {
      name: 'rxdb',
      what: 'the tables that change, filled before; bulkUpsert of the changes, 2,000 a call, memory storage',
      durability: 'none: memory',
      isSlow: true,
      run: () => catchUpRx(held(), news),
    },
  ]
}

const catchUp = (scene: Scene): Comparison => ({
  figures: [{ id: 'A5.changes', quantile: 0.5 }],
  ours: {
    name: 'ours',
    what: 'engine.wake() with a cursor: GET /v1/sync/pull pages over HTTP on loopback, into tables and search index',
    durability: scene.durability,
    run: () => onCopy(scene, laptop => syncUntil(scene, laptop, scene.changes.upToSeq)),
  },
  limit: rawLeg(scene, false),
  peers: peerLegs(scene),
  asides: [rawLeg(scene, true)],
  runs: RUNS,
  remark: 'ours keeps the search index too; the limit and the peers do not',
})

async function times(count: number, work: () => Promise<void>): Promise<readonly number[]> {
  const all: number[] = []
  for (let n = 0; n < count; n += 1) {
    const startedAt = performance.now()
    await work()
    all.push(performance.now() - startedAt)
  }
  return all
}

/** Pulls that find nothing, and a route that does nothing but know its caller, over the same connections. */
async function measureEmpty(scene: Scene, measure: (comparison: Comparison) => Promise<void>): Promise<void> {
  const { context, hub, session } = scene
  const laptop = openLaptop(await laptopFolder(context.folder, 'up-to-date', scene.before))
  await syncUntil(scene, laptop, scene.changes.upToSeq)
  const http = createHttp(DIRECT)
  const { accessToken, refreshToken, expiresInMs } = session
  const tokens = { accessToken, refreshToken, expiresAtMs: Date.now() + expiresInMs }
  const remote = createHub({ http, hubUrl: hub.url, clock: systemClock, tokens, onTokens: () => {} })
  const deps = pullDeps(laptop, { remote, session })
  const nothing = { rows: 0, hash: 'nothing' }
  try {
    await measure({
      figures: [{ id: 'A5.empty', quantile: 0.5 }],
      ours: {
        name: 'ours',
        what: `pullOnce: GET ${routes.pull}?cursor&limit=${PULL_LIMIT}, parsed, nothing to write`,
        durability: 'reads only',
        run: async () => ({
          times: await times(EMPTY_PULLS, async () => {
            const outcome = await pullOnce(deps)
            if (outcome.kind !== 'page' || outcome.changes > 0) throw new Error('The pull was not empty')
          }),
          ...nothing,
        }),
      },
      limit: {
        name: 'empty authenticated GET',
        what: `GET ${routes.report}: the same guard, then {}`,
        durability: 'reads only',
        run: async () => ({
          times: await times(EMPTY_PULLS, async () => {
            const answer = await remote.send(
              { method: 'GET', path: routes.report, timeoutMs: 5_000 },
              response => response.json(),
            )
            if (!answer.ok) throw new Error(`The bare route failed: ${answer.failure.kind}`)
          }),
          ...nothing,
        }),
      },
      peers: [],
      asides: [],
      runs: RUNS,
      remark: null,
    })
  } finally {
    http.close()
    laptop.close()
  }
}

type Way = { readonly remote: Remote; readonly session: BenchSession }
const pullDeps = ({ store }: BenchLaptop, { remote, session }: Way): PullDeps => ({
  store,
  remote,
  clock: systemClock,
  clientId: session.clientId,
  actor: () => actorOf(session),
  pace: createPace({ stopwatch: () => performance.now(), isWanted: () => false }),
  yieldTurn: () => new Promise(resolve => setImmediate(resolve)),
})

/** A5: a laptop comes back after eight hours, and a laptop that has everything looks again. */
export const catchingUp: BenchRow = {
  id: 'A5',
  title: `catch-up of ${CHANGES} changes, and an empty pull`,
  run: async (context, measure) => {
    const hub = await context.hub()
    const session = await hub.signIn()
    // A copy of this row's own: the shared one moves on with the hub.
    const before = fileIn(await laptopFolder(context.folder, 'before', await context.settled()))
    context.progress(`changing ${CHANGES} rows on the hub`)
    await hub.order('changeRows', CHANGES)
    const remote = remoteOf(hub, session)
    const sample = openLaptop(await laptopFolder(context.folder, 'sample', before))
    const changes = await changedRows(remote, sample.store.state.get('cursor') ?? '')
    const scene: Scene = {
      context,
      hub,
      session,
      before,
      changes,
      upserts: upsertsOf(sample.db, changes),
      durability: durabilityOf(sample.db, 'NORMAL'),
    }
    sample.close()
    remote.close()
    await measure(catchUp(scene))
    await measureEmpty(scene, measure)
  },
}
