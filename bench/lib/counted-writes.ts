import type { Actor } from '../../shared/mutations/define.ts'
import { mutate } from '../../main/data/sync/mutate.ts'
import { systemClock } from '../../server/system-clock.ts'
import type { World } from '../generator/world.ts'
import { durabilityOf, durableCopies } from './laptop.ts'
import type { BenchLaptop } from './laptop.ts'
import { hashRows } from './leg.ts'
import type { BenchContext, Comparison, Leg, Sample } from './leg.ts'

const RUNS = 15
const THREADS = 60

type Thread = {
  readonly id: string
  readonly ticket_id: string
  readonly state: 'open'
  readonly assignee_id: string | null
}
type Scene = { readonly laptop: BenchLaptop; readonly threads: readonly Thread[]; readonly actor: Actor }

const someThreads = ({ db }: BenchLaptop): readonly Thread[] =>
  db.handle
    .prepare(
      `SELECT id, ticket_id, state, assignee_id FROM threads WHERE state = 'open' ORDER BY id LIMIT ${THREADS}`,
    )
    .all() as Thread[]

/** State and owner there and back: everything that moves a thread between counts, and ends as it began. */
function moveAll({ laptop, threads, actor }: Scene): number[] {
  const deps = { store: laptop.store, clock: systemClock, random: Math.random, actor: () => actor }
  const times: number[] = []
  const act = (name: 'thread.setState' | 'thread.assign', args: object): void => {
    const startedAt = performance.now()
    mutate(deps, { name, args })
    times.push(performance.now() - startedAt)
  }
  for (const { id: threadId, assignee_id: owner } of threads) {
    const decided = { seenUpToSeq: 1_000_000, restore: null }
    act('thread.setState', { threadId, state: 'pending', seen: 'open', ...decided })
    act('thread.setState', { threadId, state: 'open', seen: 'pending', ...decided })
    act('thread.assign', { threadId, team: null, assignee: { seen: owner, value: actor.id } })
    act('thread.assign', { threadId, team: null, assignee: { seen: actor.id, value: owner } })
  }
  return times
}

function sampleOf(scene: Scene): Sample {
  const times = moveAll(scene)
  const ids = JSON.stringify(scene.threads.map(({ id }) => id))
  const rows = scene.laptop.db.handle
    .prepare('SELECT id, state, assignee_id FROM threads WHERE id IN (SELECT value FROM json_each(?))')
    .raw(true)
    .all(ids) as unknown[][]
  return { times, rows: rows.length, hash: hashRows(rows) }
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
  const [counting, bare] = await durableCopies(context.folder, path, ['counting', 'bare'])
  withoutCounts(bare)
  const legOf = (title: string, laptop: BenchLaptop): Leg => ({
    name: title,
    what: 'mutate(thread.setState, thread.assign), each one transaction',
    durability: durabilityOf(laptop.db, 'FULL'),
    run: async () => sampleOf({ laptop, actor, threads: someThreads(laptop) }),
  })
  try {
    await measure({
      figures: [{ id: 'C3.write', quantile: 0.5 }],
      ours: legOf('with counts', counting),
      limit: legOf('without', bare),
      peers: [],
      asides: [],
      runs: RUNS,
      remark: 'every change moves a thread between counts; most changes of a day do not',
    })
  } finally {
    counting.close()
    bare.close()
  }
}
