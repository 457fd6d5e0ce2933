import type { ListRow } from '../../shared/contract/threads.ts'
import { KIND_FILTERS, VIEW_SORTS, VIEWS } from '../../shared/rules/views.ts'
import { close, openReader } from '../../main/data/db/open.ts'
import { listThreads } from '../../main/data/queries/list-threads.ts'
import type { QueryContext } from '../../main/data/queries/query-context.ts'
import type { ReadableDb } from '../../main/data/db/types.ts'
import { systemClock } from '../../server/system-clock.ts'
import { coveringLists, coveringSql, LIMIT } from '../lib/covering-list.ts'
import type { ListOf } from '../lib/covering-list.ts'
import type { DataProcess } from '../lib/data-process.ts'
import { createFilling } from '../lib/filling.ts'
import type { BenchHub } from '../lib/hub.ts'
import { fileIn, KEY, laptopFolder } from '../lib/laptop.ts'
import { hashRows } from '../lib/leg.ts'
import type { BenchContext, BenchRow, Comparison, Leg, Sample } from '../lib/leg.ts'

const RUNS = 9
const LISTS: readonly ListOf[] = VIEWS.flatMap(view =>
  KIND_FILTERS.flatMap(kind => VIEW_SORTS.map((sort): ListOf => ({ view, kind, sort }))),
)

/** While messages arrive the newest words of a ticket change; everything else of the list stands. */
type Compared = { readonly withPreview: boolean }
type Keys = readonly unknown[]

const keysOfOurs = (row: ListRow, { withPreview }: Compared): Keys => [
  row.ticketId,
  row.number,
  row.subject,
  row.channel,
  row.tags,
  row.customerId,
  row.customerName,
  row.lastActivityAtMs,
  row.waitingSinceMs,
  row.threads.map(({ id, kind, state, assigneeName }) => [id, kind, state, assigneeName]),
  withPreview ? row.preview : '',
]
function keysOfRaw(values: readonly unknown[], { withPreview }: Compared): Keys {
  const [ticketId, lastActivity, waiting, number, subject, channel, tags, customerId, name] = values
  const threads = JSON.parse(String(values[13])) as readonly (readonly unknown[])[]
  return [
    ticketId,
    number,
    subject,
    channel,
    JSON.parse(String(tags)),
    customerId,
    name,
    lastActivity,
    waiting,
    threads.map(([id, kind, state, , assigneeName]) => [id, kind, state, assigneeName]),
    withPreview ? values[12] : '',
  ]
}

/** Asks for the first page of every list; what came is told apart after the clock stopped. */
function askAll<Row>(ask: (of: ListOf) => readonly Row[], keysOf: (row: Row) => Keys): Sample {
  const times: number[] = []
  const found: Keys[] = []
  for (const of of LISTS) {
    const startedAt = performance.now()
    const rows = ask(of)
    times.push(performance.now() - startedAt)
    found.push(...rows.map((row, place) => [of.view, of.kind, of.sort, place, ...keysOf(row)]))
  }
  return { times, rows: found.length, hash: hashRows(found) }
}

type Place = { readonly path: () => Promise<string>; readonly hub: BenchHub; readonly compared: Compared }

function legs({ path, hub, compared }: Place): {
  readonly ours: Leg
  readonly limit: Leg
  readonly end: () => void
} {
  const { id, teamIds } = hub.me
  let open: { readonly path: string; readonly db: ReadableDb; readonly raw: ReadableDb } | null = null
  const end = (): void => {
    for (const db of open ? [open.db, open.raw] : []) close(db)
    open = null
  }
  /** A connection each, as warm as the other. */
  const connections = async (): Promise<{ readonly db: ReadableDb; readonly raw: ReadableDb }> => {
    const wanted = await path()
    if (open?.path === wanted) return open
    end()
    open = {
      path: wanted,
      db: openReader({ path: wanted, key: KEY }),
      raw: openReader({ path: wanted, key: KEY }),
    }
    return open
  }
  let lists: { readonly db: ReadableDb; readonly ask: ReturnType<typeof coveringLists> } | null = null
  return {
    end,
    ours: {
      name: 'ours',
      what: `listThreads(view, kind, sort), limit ${LIMIT}: ${LISTS.length} lists, objects as the window gets them`,
      durability: 'reads only',
      run: async () => {
        const { db } = await connections()
        const context: QueryContext = { db, agentId: id, clientId: 'bench', clock: systemClock }
        return askAll(
          of => listThreads(context, { ...of, after: null, limit: LIMIT }).rows,
          row => keysOfOurs(row, compared),
        )
      },
    },
    limit: {
      name: 'covering index query',
      what: coveringSql({ view: 'all-open', kind: 'all', sort: 'newest' }, teamIds).replace(/\s+/g, ' '),
      durability: 'reads only',
      run: async () => {
        const { raw } = await connections()
        if (lists?.db !== raw) lists = { db: raw, ask: coveringLists(raw, hub.me) }
        const { ask } = lists
        return askAll(ask, values => keysOfRaw(values, compared))
      },
    },
  }
}

type Condition = Place & { readonly id: string; readonly remark: () => string | null }
type Measure = (comparison: Comparison) => Promise<void>

async function measureLists(condition: Condition, measure: Measure): Promise<void> {
  const { ours, limit, end } = legs(condition)
  try {
    await measure({
      figures: [
        { id: `${condition.id}.p50`, quantile: 0.5 },
        { id: `${condition.id}.p99`, quantile: 0.99 },
      ],
      ours,
      limit,
      peers: [],
      asides: [],
      runs: RUNS,
      get remark() {
        return condition.remark()
      },
    })
  } finally {
    end()
  }
}

/** Threads of the settled laptop: once a filling one has as many, its lists change no more. */
function countThreads(path: string): number {
  const db = openReader({ path, key: KEY })
  const count = db.handle.prepare('SELECT count(*) FROM threads').pluck().get() as number
  close(db)
  return count
}

async function whileFilling(
  context: BenchContext,
  { hub, settled }: { readonly hub: BenchHub; readonly settled: string },
  measure: Measure,
): Promise<void> {
  const threads = countThreads(settled)
  let path = ''
  const filling = createFilling(context, {
    hub,
    isReady: async (_data: DataProcess, folder: string) => {
      path = fileIn(folder)
      return countThreads(path) >= threads
    },
  })
  const place = { path: filling.path, hub, compared: { withPreview: false } }
  const remark = (): string =>
    `over ${filling.count()} first fills, previews not compared: messages arrive meanwhile`
  try {
    await measureLists({ ...place, id: 'C2.filling', remark }, measure)
  } finally {
    await filling.stop()
  }
}

/** C2: the first page of every view under every filter and sort. */
export const listingThreads: BenchRow = {
  id: 'C2',
  title: 'any view, filter and sort, page of 50, idle and during a first fill',
  run: async (context, measure) => {
    const hub = await context.hub()
    const settled = await context.settled()
    const folder = await laptopFolder(context.folder, 'idle', settled)
    const place = { path: async () => fileIn(folder), hub, compared: { withPreview: true } }
    await measureLists({ ...place, id: 'C2.idle', remark: () => null }, measure)
    await whileFilling(context, { hub, settled }, measure)
  },
}
