import type { Actor } from '../../shared/mutations/define.ts'
import { mutate } from '../../main/data/sync/mutate.ts'
import type { MutateDeps } from '../../main/data/sync/mutate.ts'
import { systemClock } from '../../server/system-clock.ts'
import type { World } from '../generator/world.ts'
import { durabilityOf, laptopFolder, openLaptop } from './laptop.ts'
import type { BenchLaptop } from './laptop.ts'
import { hashRows } from './leg.ts'
import type { BenchContext, Comparison, Leg, Sample } from './leg.ts'
import { readOut } from './read-out.ts'
import { turn } from './turn.ts'

const RUNS = 9
/** Of each run; every run has threads of its own, so that what waits on them stays as short as it is in a day's work. */
const THREADS = 30

type Thread = {
  readonly id: string
  readonly state: 'open'
  readonly assignee_id: string | null
}
type Scene = { readonly laptop: BenchLaptop; readonly actor: Actor }
type Act = { readonly name: 'thread.setState' | 'thread.assign'; readonly args: object }

const threadsOf = ({ db }: BenchLaptop, run: number): readonly Thread[] =>
  db.handle
    .prepare(
      `SELECT id, state, assignee_id FROM threads WHERE state = 'open' ORDER BY id LIMIT ${THREADS} OFFSET ?`,
    )
    .all(run * THREADS) as Thread[]

/** State and owner there and back: everything that moves a thread between counts, and ends as it began. */
function actsOn({ id: threadId, assignee_id: owner }: Thread, { id: me }: Actor): readonly Act[] {
  const decided = { seenUpToSeq: 1_000_000, restore: null }
  return [
    { name: 'thread.setState', args: { threadId, state: 'pending', seen: 'open', ...decided } },
    { name: 'thread.setState', args: { threadId, state: 'open', seen: 'pending', ...decided } },
    { name: 'thread.assign', args: { threadId, team: null, assignee: { seen: owner, value: me } } },
    { name: 'thread.assign', args: { threadId, team: null, assignee: { seen: me, value: owner } } },
  ]
}

const writerOf = ({ laptop, actor }: Scene): ((act: Act) => number) => {
  const deps: MutateDeps = {
    store: laptop.store,
    clock: systemClock,
    random: Math.random,
    actor: () => actor,
  }
  return act => {
    const startedAt = performance.now()
    mutate(deps, act)
    return performance.now() - startedAt
  }
}

type Done = { readonly threads: readonly Thread[]; readonly times: readonly number[] }

function sampleOf({ laptop }: Scene, { threads, times }: Done): Sample {
  const read = laptop.db.handle.prepare('SELECT state, assignee_id FROM threads WHERE id = ?').raw(true)
  const rows = threads.map(({ id, assignee_id: owner }) => {
    const [state, assignee] = read.get(id) as [string, string | null]
    return [state, assignee === owner]
  })
  return { times, rows: rows.length, hash: hashRows(rows) }
}

type Turn = { readonly ours: Sample; readonly limit: Sample }

/**
 * The same change on both, one after the other, and the next one the other way round: what the disk does meanwhile
 * meets both alike.
 */
async function inTurns(counting: Scene, bare: Scene, threads: readonly Thread[]): Promise<Turn> {
  const [writeCounting, writeBare] = [writerOf(counting), writerOf(bare)]
  const [ours, limit]: [number[], number[]] = [[], []]
  for (const act of threads.flatMap(thread => actsOn(thread, counting.actor))) {
    await turn()
    if (ours.length % 2 === 0) {
      ours.push(writeCounting(act))
      limit.push(writeBare(act))
    } else {
      limit.push(writeBare(act))
      ours.push(writeCounting(act))
    }
  }
  return {
    ours: sampleOf(counting, { threads, times: ours }),
    limit: sampleOf(bare, { threads, times: limit }),
  }
}

/** The same database without anything that counts. */
function withoutCounts({ db }: BenchLaptop): void {
  const triggers = ['threads_counted_in', 'threads_counted_out', 'threads_leave_cells', 'threads_enter_cells']
  db.handle.exec(
    `${triggers.map(name => `DROP TRIGGER ${name};`).join(' ')} DROP INDEX threads_snoozed_by_time;`,
  )
}

/** What keeping the counts costs: changes that move a thread between them, each on the disk, with and without. */
export async function measureCountedWrites(
  context: BenchContext,
  { path, world }: { readonly path: string; readonly world: World },
  measure: (comparison: Comparison) => Promise<void>,
): Promise<void> {
  const { id, name, teamIds } = world.me
  const actor: Actor = { id, name, role: 'agent', teamIds }
  const open = async (folder: string): Promise<Scene> => {
    const laptop = openLaptop(await laptopFolder(context.folder, folder, path))
    laptop.db.handle.pragma('synchronous = FULL')
    return { laptop, actor }
  }
  const [counting, bare] = [await open('counting'), await open('bare')]
  withoutCounts(bare.laptop)
  const legOf = (title: string, { laptop }: Scene, samples: readonly Sample[]): Leg => {
    const what = 'mutate(thread.setState, thread.assign), each one transaction, in turns with the other'
    return readOut({ name: title, what, durability: durabilityOf(laptop.db, 'FULL') }, samples)
  }
  try {
    context.progress('C3.write: the same changes on both, in turns')
    const all: Turn[] = []
    for (let run = 0; run <= RUNS; run += 1)
      all.push(await inTurns(counting, bare, threadsOf(counting.laptop, run)))
    // The first warmed both up.
    const runs = all.slice(1)
    await measure({
      figures: [{ id: 'C3.write', quantile: 0.5 }],
      ours: legOf(
        'with counts',
        counting,
        runs.map(run => run.ours),
      ),
      limit: legOf(
        'without',
        bare,
        runs.map(run => run.limit),
      ),
      peers: [],
      asides: [],
      runs: RUNS,
      remark: 'every change moves a thread between counts; most changes of a day do not',
    })
  } finally {
    counting.laptop.close()
    bare.laptop.close()
  }
}
