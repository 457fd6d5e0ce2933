import { fillPouch } from '../peers/pouch.ts'
import { fillRx } from '../peers/rx.ts'
import type { BenchContext, BenchRow, Leg } from '../lib/leg.ts'
import type { BenchHub } from '../lib/hub.ts'
import { fillWhole } from '../lib/fill-until.ts'
import { onFreshLaptop } from '../lib/fresh-laptop.ts'
import { durabilityOf, laptopFolder, openLaptop, remoteOf } from '../lib/laptop.ts'
import { dropIndexes, insertSql, runRaw } from '../lib/raw-insert.ts'
import { bindable, takeSnapshot } from '../lib/rows-in-memory.ts'
import type { BoundRows, Snapshot } from '../lib/rows-in-memory.ts'

/** A run of S takes minutes over both legs: one keeps the row short, and the line says so. */
const RUNS = { XS: 7, S: 1, M: 1, L: 1 } as const

async function timed(work: () => void): Promise<number> {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

type Prepared = { readonly hub: BenchHub; readonly bound: readonly BoundRows[]; readonly durability: string }

function rawLegs(context: BenchContext, { bound, durability }: Prepared): { limit: Leg; after: Leg } {
  return {
    limit: {
      name: 'raw insert',
      what: `${insertSql('messages').slice(0, 60)}… and so for each table; 2,000 rows a transaction, rows bound in memory, indexes in place`,
      durability,
      run: () => onFreshLaptop(context, ({ db }) => timed(() => runRaw(db, bound, insertSql))),
    },
    after: {
      name: 'raw insert, indexes afterwards',
      what: 'the same without secondary indexes, which are made at the end; nothing can be asked meanwhile',
      durability,
      run: () =>
        onFreshLaptop(context, ({ db }) =>
          timed(() => {
            const indexes = dropIndexes(db)
            runRaw(db, bound, insertSql)
            for (const sql of indexes) db.handle.exec(sql)
          }),
        ),
    },
  }
}

function peerLegs({ folder, size }: BenchContext, snapshot: Snapshot): readonly Leg[] {
  // They take minutes at the next size.
  if (size !== 'XS') return []
  return [
    {
      name: 'pouchdb',
      what: 'bulkDocs, 2,000 documents a call, leveldb adapter, documents already in memory',
      durability: 'leveldb without fsync, not encrypted',
      isSlow: true,
      run: () => fillPouch(folder, snapshot),
    },
    {
      name: 'rxdb',
      what: 'bulkInsert, 2,000 documents a call, memory storage, a collection a table, documents already in memory',
      durability: 'none: memory',
      isSlow: true,
      run: () => fillRx(snapshot),
    },
  ]
}

/** A1: from an empty laptop to every row of the workspace, with all indexes but search. */
export const firstFill: BenchRow = {
  id: 'A1',
  title: 'first fill of a laptop from the hub, all indexes ready',
  run: async (context, measure) => {
    const hub = await context.hub()
    const way = remoteOf(hub, await hub.signIn())
    const snapshot = await takeSnapshot(way)
    way.close()
    const sample = openLaptop(await laptopFolder(context.folder, 'sample'))
    const durability = durabilityOf(sample.db, 'NORMAL')
    sample.close()
    const { limit, after } = rawLegs(context, { hub, bound: bindable(snapshot), durability })
    await measure({
      figures: [{ id: 'A1', quantile: 0.5 }],
      ours: {
        name: 'ours',
        what: 'engine.wake() on an empty database: GET /v1/sync/snapshot parts over HTTP on loopback, into the tables',
        durability,
        run: () => onFreshLaptop(context, laptop => fillWhole(hub, laptop)),
      },
      limit,
      peers: peerLegs(context, snapshot),
      asides: context.size === 'XS' ? [after] : [],
      runs: RUNS[context.size],
      isCold: context.size !== 'XS',
      remark: context.size === 'XS' ? null : `peers are run at XS only; ${RUNS[context.size]} runs`,
    })
  },
}
