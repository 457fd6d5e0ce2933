import { moveCountClock } from '../../main/data/db/count-clock.ts'
import { close, openReader } from '../../main/data/db/open.ts'
import { countedView, countMany } from '../../main/data/queries/count-views.ts'
import type { CountedView } from '../../main/data/queries/count-views.ts'
import { createDatabase, write } from '../../main/data/db/write.ts'
import { KIND_FILTERS, VIEWS } from '../../shared/rules/views.ts'
import { WORLD_NOW_MS } from '../generator/making.ts'
import type { World } from '../generator/world.ts'
import { countInGroups, groupByCounts, groupBySql } from '../lib/group-by-counts.ts'
import { fileIn, KEY, laptopFolder, openLaptop } from '../lib/laptop.ts'
import { hashRows } from '../lib/leg.ts'
import type { BenchContext, BenchRow, Comparison, Sample } from '../lib/leg.ts'
import { localLaptop } from '../lib/local-world.ts'
import { measureCountedWrites } from '../lib/counted-writes.ts'

const RUNS = 9
const READS = 20
const SAVED_VIEWS = 18
/** Some of what runs is late then, some is not. */
const NOW_MS = WORLD_NOW_MS + 30 * 60_000

type Measure = (comparison: Comparison) => Promise<void>

/** What an agent is offered, and saved views over colleagues and teams: under each kind, all and late ones. */
function viewsOf({ me, directory }: World): readonly CountedView[] {
  const owners = [...directory.slice(0, SAVED_VIEWS / 2), ...directory.slice(-SAVED_VIEWS / 2)].map(
    ({ table, row }): CountedView['owner'] =>
      table === 'agents' ? { agentId: row.id } : { teamIds: [row.id] },
  )
  return [false, true].flatMap(isLate =>
    KIND_FILTERS.flatMap(kind => [
      ...VIEWS.map(view => countedView({ view, kind }, me, isLate)),
      ...owners.map((owner): CountedView => ({ state: 'open', owner, kind, isLate })),
    ]),
  )
}

const asSample = (times: readonly number[], counts: readonly number[]): Sample => ({
  times,
  rows: counts.length,
  hash: hashRows(counts.map((count, place) => [place, count])),
})

function timed<Answer>(read: () => Answer): { readonly times: readonly number[]; readonly last: Answer } {
  const times: number[] = []
  let last = read()
  for (let count = 0; count < READS; count += 1) {
    const startedAt = performance.now()
    last = read()
    times.push(performance.now() - startedAt)
  }
  return { times, last }
}

async function reading(path: string, views: readonly CountedView[], measure: Measure): Promise<void> {
  const [db, raw] = [openReader({ path, key: KEY }), openReader({ path, key: KEY })]
  const grouped = groupByCounts(raw)
  try {
    await measure({
      figures: [{ id: 'C3.read', quantile: 0.5 }],
      ours: {
        name: 'ours',
        what: `countMany of ${views.length} views: cells kept by triggers, and what became late since`,
        durability: 'reads only',
        run: async () => {
          const { times, last } = timed(() => countMany(db, views, NOW_MS))
          return asSample(times, last)
        },
      },
      limit: {
        name: 'GROUP BY',
        what: groupBySql,
        durability: 'reads only',
        run: async () => {
          const { times, last } = timed(() => grouped(NOW_MS))
          return asSample(
            times,
            views.map(view => countInGroups(last, view)),
          )
        },
      },
      peers: [],
      asides: [],
      runs: RUNS,
      remark: null,
    })
  } finally {
    close(db)
    close(raw)
  }
}

/** A laptop at rest whose late ones were counted a while ago. */
async function counted(context: BenchContext, path: string): Promise<string> {
  const laptop = openLaptop(await laptopFolder(context.folder, 'counted', path))
  const database = createDatabase(laptop.db, () => {})
  while (write(database, 'relaxed', () => moveCountClock(database, NOW_MS - 60_000)));
  laptop.close()
  return fileIn(`${context.folder}/counted`)
}

/** C3: the numbers beside the views, and what they cost whoever writes. */
export const countingViews: BenchRow = {
  id: 'C3',
  title: 'counts of 200 views, relative-time conditions included, and their cost for writes',
  run: async (context, measure) => {
    const { path, world } = await localLaptop(context)
    const views = viewsOf(world)
    await reading(await counted(context, path), views, measure)
    await measureCountedWrites(context, { path, world }, measure)
  },
}
