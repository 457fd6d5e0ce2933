import { join } from 'node:path'
import type { Connection } from '../../main/data/db/types.ts'
import { tableNames } from '../../shared/domain/tables.ts'
import type { TableName } from '../../shared/domain/tables.ts'
import { startChild } from '../lib/child.ts'
import type { Child } from '../lib/child.ts'
import { fillUntil, fillWhole } from '../lib/fill-until.ts'
import { onFreshLaptop } from '../lib/fresh-laptop.ts'
import type { BenchHub } from '../lib/hub.ts'
import { durabilityOf, laptopFolder, openLaptop } from '../lib/laptop.ts'
import type { BenchLaptop } from '../lib/laptop.ts'
import type { BenchContext, BenchRow, Comparison, Leg } from '../lib/leg.ts'
import {
  getAndParse,
  hashParsed,
  hashTickets,
  rowsOfTables,
  rowsOfTickets,
  ticketsAreHere,
  writeRows,
} from '../lib/sent-rows.ts'

const FIRST = 200
const RUNS = { XS: 7, S: 7, M: 3, L: 3 } as const

type Measure = (comparison: Comparison) => Promise<void>
type Scene = {
  readonly context: BenchContext
  readonly hub: BenchHub
  readonly server: Child
  /** A laptop that holds the agent's scope. */
  readonly sample: BenchLaptop
  readonly durability: string
}

/** Unsolved tickets of the agent, then of their teams, the latest activity first: what the first screens show. */
const OWN = `SELECT ticket_id FROM threads
  WHERE state NOT IN ('solved', 'closed') AND (assignee_id = :me OR team_id IN (SELECT value FROM json_each(:teams)))
  GROUP BY ticket_id ORDER BY max(coalesce(assignee_id = :me, 0)) DESC, max(last_activity_at_ms) DESC LIMIT ${FIRST}`

const ownTickets = ({ handle }: Connection, { me }: BenchHub): readonly string[] =>
  handle
    .prepare(OWN)
    .pluck()
    .all({ me: me.id, teams: JSON.stringify(me.teamIds) }) as string[]

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`

/** The limit keeps nothing; what ours keeps is said on both lines. */
const getLeg = (url: string, bytes: number, durability: string): Leg => ({
  name: 'one GET + parse',
  what: `GET of the same rows as lines of JSON (${megabytes(bytes)}, from memory of a bare server), every line parsed; nothing is stored`,
  durability,
  run: async () => {
    const { ms, parsed } = await getAndParse(url)
    return { times: [ms], ...hashParsed(parsed) }
  },
})

async function own({ context, hub, server, sample, durability }: Scene, measure: Measure): Promise<void> {
  const ids = ownTickets(sample.db, hub)
  const file = join(context.folder, 'own.ndjson')
  const bytes = await writeRows(file, rowsOfTickets(sample.db, ids))
  const url = String(await server.order('hold', file))
  const expected = new Map<TableName, number>(
    [...rowsOfTickets(sample.db, ids)].map(({ table, rows }) => [table, [...rows].length]),
  )
  await measure({
    figures: [{ id: 'A4.own', quantile: 0.5 }],
    ours: {
      name: 'ours',
      what: `engine.wake() on an empty database over HTTP on loopback, until the first ${ids.length} own tickets stand with threads, messages, notes and events`,
      durability,
      run: () =>
        onFreshLaptop(
          context,
          laptop => fillUntil(hub, laptop, { isEnough: ticketsAreHere(laptop.db, ids, expected) }),
          ({ db }) => hashTickets(db, ids),
        ),
    },
    limit: getLeg(url, bytes, durability),
    peers: [],
    asides: [],
    runs: RUNS[context.size],
    remark: `${ids.length} tickets; policy "teams"; the migrated empty file is there before the clock starts`,
  })
}

async function scope({ context, hub, server, sample, durability }: Scene, measure: Measure): Promise<void> {
  const file = join(context.folder, 'scope.ndjson')
  const bytes = await writeRows(file, rowsOfTables(sample.db, tableNames))
  const url = String(await server.order('hold', file))
  const count = (table: string): number =>
    Number(sample.db.handle.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  await measure({
    figures: [{ id: 'A4.scope', quantile: 0.5 }],
    ours: {
      name: 'ours',
      what: 'the same until the whole scope of the agent stands with every index but search',
      durability,
      run: () => onFreshLaptop(context, laptop => fillWhole(hub, laptop)),
    },
    limit: getLeg(url, bytes, durability),
    peers: [],
    asides: [],
    runs: RUNS[context.size],
    remark: `${count('tickets')} tickets, ${count('messages')} messages in the scope, ${hub.rows} rows on the hub`,
  })
}

/** A4: how long an empty laptop keeps its agent waiting, whatever the hub holds. */
export const firstTickets: BenchRow = {
  id: 'A4',
  title: `an empty laptop: the first ${FIRST} own tickets, then the agent's whole scope`,
  run: async (context, measure) => {
    const hub = await context.hub()
    const server = startChild('bytes-process.ts')
    await hub.order('policy', 'teams')
    const sample = openLaptop(await laptopFolder(context.folder, 'sample'))
    try {
      context.progress('filling a laptop with the scope of one agent')
      await fillWhole(hub, sample)
      const durability = `ours: ${durabilityOf(sample.db, 'NORMAL')}; the limit stores nothing`
      const scene: Scene = { context, hub, server, sample, durability }
      await own(scene, measure)
      await scope(scene, measure)
    } finally {
      sample.close()
      await hub.order('policy', 'everything')
      await server.stop()
    }
  },
}
