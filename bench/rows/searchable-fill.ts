import { rm } from 'node:fs/promises'
import { close, openReader } from '../../main/data/db/open.ts'
import { startDataProcess } from '../lib/data-process.ts'
import type { DataProcess } from '../lib/data-process.ts'
import { fillSearchable } from '../lib/fill-until.ts'
import { onFreshLaptop } from '../lib/fresh-laptop.ts'
import type { BenchHub } from '../lib/hub.ts'
import { durabilityOf, fileIn, KEY, laptopFolder, openLaptop, remoteOf } from '../lib/laptop.ts'
import type { BenchLaptop } from '../lib/laptop.ts'
import { hashRows } from '../lib/leg.ts'
import type { BenchContext, BenchRow, Comparison, Sample } from '../lib/leg.ts'
import { insertSql, runRaw } from '../lib/raw-insert.ts'
import { hitsIn, indexWords } from '../lib/raw-search.ts'
import { readOut } from '../lib/read-out.ts'
import { bindable, hashDatabase, takeSnapshot } from '../lib/rows-in-memory.ts'

/** A run of S takes minutes over both legs. */
const RUNS = { XS: 7, S: 1, M: 1, L: 1 } as const
/** Fills during which the window asks. */
const WATCHED_FILLS = 3
const ASKS_EVERY_MS = 100
const IDLE_ASKS = 100

type Measure = (comparison: Comparison) => Promise<void>
const rest = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** Rows, and what the words find. */
function searchedHash({ db }: BenchLaptop): Pick<Sample, 'hash' | 'rows'> {
  const { hash, rows } = hashDatabase(db)
  return { rows, hash: `${hash}-${hashRows(hitsIn(db))}` }
}

async function filling(context: BenchContext, hub: BenchHub, measure: Measure): Promise<void> {
  const way = remoteOf(hub, await hub.signIn())
  const bound = bindable(await takeSnapshot(way))
  way.close()
  const sample = openLaptop(await laptopFolder(context.folder, 'sample'))
  const durability = durabilityOf(sample.db, 'NORMAL')
  sample.close()
  const runs = RUNS[context.size]
  await measure({
    figures: [{ id: 'A2', quantile: 0.5 }],
    ours: {
      name: 'ours',
      what: 'engine.wake() on an empty database over HTTP on loopback, until nothing is left to be put into the search index',
      durability,
      run: () => onFreshLaptop(context, laptop => fillSearchable(hub, laptop), searchedHash),
    },
    limit: {
      name: 'raw insert + FTS script',
      what: 'rows bound in memory into the same tables, indexes in place, then every searched text read, folded and put into FTS5; 2,000 a transaction',
      durability,
      run: () =>
        onFreshLaptop(
          context,
          async ({ db }) => {
            const startedAt = performance.now()
            runRaw(db, bound, insertSql)
            indexWords(db)
            return performance.now() - startedAt
          },
          searchedHash,
        ),
    },
    peers: [],
    asides: [],
    runs,
    isCold: context.size !== 'XS',
    remark: context.size === 'XS' ? null : `${runs} cold run`,
  })
}

/** What a window asks again and again: the head of the own queue. */
async function askOnce(data: DataProcess): Promise<number> {
  const startedAt = performance.now()
  await data.call('threads.list', {
    view: 'all-open',
    kind: 'all',
    sort: 'newest',
    after: null,
    limit: 50,
  } as Parameters<typeof data.call<'threads.list'>>[1])
  return performance.now() - startedAt
}

function isSearchable(path: string): boolean {
  const reader = openReader({ path, key: KEY })
  try {
    return reader.handle.prepare('SELECT count(*) FROM search_progress').pluck().get() === 0
  } finally {
    close(reader)
  }
}

/** Answers to a window while everything comes and is indexed, then while nothing happens. */
async function watched(
  context: BenchContext,
  hub: BenchHub,
): Promise<{ readonly during: Sample; readonly idle: Sample }> {
  const folder = await laptopFolder(context.folder, 'watched')
  const data = await startDataProcess({ folder, hub, session: await hub.signIn() })
  const nothing = { rows: 1, hash: 'answers' }
  try {
    const during: number[] = []
    do {
      await rest(ASKS_EVERY_MS)
      during.push(await askOnce(data))
    } while (data.status()?.isFilled !== true || !isSearchable(fileIn(folder)))
    const idle: number[] = []
    for (let n = 0; n < IDLE_ASKS; n += 1) idle.push(await askOnce(data))
    return { during: { times: during, ...nothing }, idle: { times: idle, ...nothing } }
  } finally {
    await data.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function answering(context: BenchContext, hub: BenchHub, measure: Measure): Promise<void> {
  const runs = context.size === 'XS' ? WATCHED_FILLS : 1
  const seen: Awaited<ReturnType<typeof watched>>[] = []
  for (let run = 0; run < runs; run += 1) {
    context.progress(`A2 a window asks during fill ${run + 1}/${runs}`)
    seen.push(await watched(context, hub))
  }
  const what = `threads.list of 50 through the forked data process`
  await measure({
    figures: [{ id: 'A2.answers', quantile: 0.99 }],
    ours: readOut(
      {
        name: 'filling',
        what: `${what}, every ${ASKS_EVERY_MS} ms from an empty file until it can be searched`,
        durability: 'reads only',
      },
      seen.map(({ during }) => during),
    ),
    limit: readOut(
      { name: 'idle', what: `${what}, ${IDLE_ASKS} times at rest`, durability: 'reads only' },
      seen.map(({ idle }) => idle),
    ),
    peers: [],
    asides: [],
    runs,
    remark: `${runs} fills; C6 watches the window itself`,
  })
}

/** A2: from an empty laptop to everything, found by its words too. */
export const searchableFill: BenchRow = {
  id: 'A2',
  title: 'first fill with the search index ready, and answers to the window meanwhile',
  run: async (context, measure) => {
    const hub = await context.hub()
    await filling(context, hub, measure)
    await answering(context, hub, measure)
  },
}
