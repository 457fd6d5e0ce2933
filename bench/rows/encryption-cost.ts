import { getConversation } from '../../main/data/queries/get-conversation.ts'
import { getTicket } from '../../main/data/queries/get-ticket.ts'
import type { QueryContext } from '../../main/data/queries/query-context.ts'
import { search } from '../../main/data/queries/search.ts'
import type { ReadableDb } from '../../main/data/db/types.ts'
import { diceFrom } from '../../shared/demo/dice.ts'
import { randomFor } from '../../shared/demo/seeded-random.ts'
import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import { tableNames, tables } from '../../shared/domain/tables.ts'
import { systemClock } from '../../server/system-clock.ts'
import { makeWorld } from '../generator/world.ts'
import { fileIn, laptopFolder, openLaptop } from '../lib/laptop.ts'
import type { BenchLaptop } from '../lib/laptop.ts'
import { hashRows } from '../lib/leg.ts'
import type { BenchContext, BenchRow, Comparison, Leg, Sample } from '../lib/leg.ts'
import { filesWith, openEncryptedReader, openPlainLaptop, openPlainReader } from '../lib/plain-laptop.ts'
import { readOut } from '../lib/read-out.ts'
import { hashDatabase } from '../lib/rows-in-memory.ts'
import { turn } from '../lib/turn.ts'

const FILLS = 7
const RUNS = 9
const TICKETS = 300
const PAGE = 50
const TEXTS = 100
const ROWS_PER_PART = 2_000
const MARKER = 'quetzalcoatl-7f3a-plaintext-marker'

type Measure = (comparison: Comparison) => Promise<void>
type Part = {
  readonly table: TableName
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

/** Everything of the size as the hub would send it, the marker among it, in memory. */
function partsOf(context: BenchContext): readonly Part[] {
  const world = makeWorld(context.size)
  const byTable = new Map<TableName, AnyRow[]>()
  for (const group of [world.directory, ...world.groups()])
    for (const { table, row } of group) {
      const rows = byTable.get(table) ?? []
      byTable.set(table, rows)
      rows.push(rows.length === 0 ? marked(table, row) : row)
    }
  return tableNames.flatMap(table => {
    const columns = Object.keys(tables[table].columns)
    const rows = (byTable.get(table) ?? []).map(row => columns.map(key => row[key]))
    const parts: Part[] = []
    for (let at = 0; at < rows.length; at += ROWS_PER_PART)
      parts.push({ table, columns, rows: rows.slice(at, at + ROWS_PER_PART) })
    return parts
  })
}

const MARKED: Partial<Readonly<Record<TableName, string>>> = {
  customers: 'facts',
  tickets: 'subject',
  messages: 'bodyText',
  notes: 'body',
}
const marked = (table: TableName, row: AnyRow): AnyRow => {
  const column = MARKED[table]
  return column === undefined ? row : { ...row, [column]: `${MARKER} in ${table}` }
}

type Kind = 'encrypted' | 'plain'
const open = (kind: Kind, folder: string): BenchLaptop =>
  kind === 'encrypted' ? openLaptop(folder) : openPlainLaptop(folder)
const openReading = (kind: Kind, folder: string): ReadableDb =>
  kind === 'encrypted' ? openEncryptedReader(fileIn(folder)) : openPlainReader(fileIn(folder))

/** Puts everything in as a fill does, rows only: searching is indexed after the clock stopped. */
async function fill(laptop: BenchLaptop, parts: readonly Part[]): Promise<number> {
  const startedAt = performance.now()
  for (const part of parts) {
    await turn()
    laptop.store.transaction('relaxed', () => laptop.store.rows.fill({ ...part, version: 1 }))
  }
  return performance.now() - startedAt
}

type Filled = {
  readonly samples: readonly Sample[]
  readonly folder: string
  /** Files whose bytes hold the marker, while the last one is open and its log beside it. */
  readonly markedFiles: number
}

/** Both kinds in turns; the last files stay for what is read from them. */
async function fills(context: BenchContext, parts: readonly Part[]): Promise<Record<Kind, Filled>> {
  const samples: Record<Kind, Sample[]> = { encrypted: [], plain: [] }
  const folders: Record<Kind, string> = { encrypted: '', plain: '' }
  const markedFiles: Record<Kind, number> = { encrypted: 0, plain: 0 }
  const runs = context.size === 'XS' ? FILLS : 1
  for (let run = 0; run < runs; run += 1)
    for (const kind of ['encrypted', 'plain'] as const) {
      context.progress(`F4 fill ${run + 1}/${runs}, ${kind}`)
      const isLast = run === runs - 1
      folders[kind] = await laptopFolder(context.folder, `${kind}-${run}`)
      const laptop = open(kind, folders[kind])
      const ms = await fill(laptop, parts)
      samples[kind].push({ times: [ms], ...hashDatabase(laptop.db) })
      if (isLast) {
        while (laptop.store.tidy(Date.now())) await turn()
        markedFiles[kind] = await filesWith(folders[kind], MARKER)
      }
      laptop.close()
    }
  return {
    encrypted: {
      samples: samples.encrypted,
      folder: folders.encrypted,
      markedFiles: markedFiles.encrypted,
    },
    plain: { samples: samples.plain, folder: folders.plain, markedFiles: markedFiles.plain },
  }
}

/** Durability is equal; the cipher is what is compared. */
const DURABILITY = 'journal_mode=WAL synchronous=NORMAL secure_delete=1 in both'

const comparisonOf = (id: string, ours: Leg, limit: Leg): Comparison => ({
  figures: [{ id, quantile: 0.5 }],
  ours,
  limit,
  peers: [],
  asides: [],
  runs: RUNS,
  remark: null,
})

async function measureFills(filled: Record<Kind, Filled>, measure: Measure): Promise<void> {
  const legOf = (name: string, kind: Kind): Leg =>
    readOut(
      {
        name,
        what: `rows.fill of everything in parts of ${ROWS_PER_PART}, rows in memory, every index but search, ${kind === 'plain' ? 'no cipher' : 'AEGIS'}`,
        durability: DURABILITY,
      },
      filled[kind].samples,
    )
  const runs = filled.plain.samples.length
  await measure({ ...comparisonOf('F4.A1', legOf('ours', 'encrypted'), legOf('plain file', 'plain')), runs })
}

function ticketsIn(db: ReadableDb): readonly string[] {
  const dice = diceFrom(randomFor(21, 'opened'))
  const ids = db.handle.prepare('SELECT id FROM tickets ORDER BY id').pluck().all() as string[]
  return Array.from({ length: TICKETS }, () => dice.pick(ids))
}

function textsIn(db: ReadableDb): readonly string[] {
  const dice = diceFrom(randomFor(21, 'searched'))
  const bodies = db.handle
    .prepare('SELECT body_text FROM messages ORDER BY id LIMIT 2000')
    .pluck()
    .all() as string[]
  const words = bodies.flatMap(body => body.match(/[a-z]{4,}/g)?.slice(0, 3) ?? [])
  return Array.from({ length: TEXTS }, () => dice.pick(words).slice(0, dice.whole(3, 8)))
}

async function each<Asked>(asked: readonly Asked[], ask: (one: Asked) => unknown): Promise<Sample> {
  const times: number[] = []
  const answers: unknown[][] = []
  for (const one of asked) {
    await turn()
    const startedAt = performance.now()
    const answer = ask(one)
    times.push(performance.now() - startedAt)
    answers.push([JSON.stringify(answer)])
  }
  return { times, rows: answers.length, hash: hashRows(answers) }
}

async function measureReads(filled: Record<Kind, Filled>, measure: Measure): Promise<void> {
  const readers = {
    encrypted: openReading('encrypted', filled.encrypted.folder),
    plain: openReading('plain', filled.plain.folder),
  }
  const contextOf = (kind: Kind): QueryContext => ({
    db: readers[kind],
    agentId: 'nobody',
    clientId: 'bench',
    clock: systemClock,
  })
  const tickets = ticketsIn(readers.plain)
  const texts = textsIn(readers.plain)
  const opening = (name: string, kind: Kind): Leg => ({
    name,
    what: `getTicket and getConversation (limit ${PAGE}) of ${TICKETS} tickets in one thread`,
    durability: DURABILITY,
    run: () =>
      each(tickets, ticketId => [
        getTicket(contextOf(kind), ticketId),
        getConversation(contextOf(kind), { ticketId, before: null, limit: PAGE }),
      ]),
  })
  const searching = (name: string, kind: Kind): Leg => ({
    name,
    what: `search(text, subject tickets, limit 20) of ${TEXTS} texts`,
    durability: DURABILITY,
    run: () => each(texts, text => search(contextOf(kind), { text, subject: 'tickets', limit: 20 })),
  })
  try {
    await measure(comparisonOf('F4.C1', opening('ours', 'encrypted'), opening('plain file', 'plain')))
    await measure(comparisonOf('F4.C4', searching('ours', 'encrypted'), searching('plain file', 'plain')))
  } finally {
    for (const { handle } of Object.values(readers)) handle.close()
  }
}

/** The words of a person, looked for in the bytes of every file; in a plain file they must be found, or the look is blind. */
async function measureMarker(filled: Record<Kind, Filled>, measure: Measure): Promise<void> {
  const found: Record<Kind, number> = {
    encrypted: filled.encrypted.markedFiles + (await filesWith(filled.encrypted.folder, MARKER)),
    plain: filled.plain.markedFiles,
  }
  if (found.plain === 0) throw new Error('The marker is not even in the plain file: the look is blind')
  const leg = (name: string, kind: Kind): Leg =>
    readOut(
      {
        name,
        what: 'files of the folder, open with its log and closed, whose bytes hold a marker written into customer, ticket, message and note',
        durability: DURABILITY,
      },
      [{ times: [found[kind]], rows: 1, hash: 'marker' }],
    )
  await measure({
    ...comparisonOf('F4.marker', leg('ours', 'encrypted'), leg('plain file', 'plain')),
    runs: 1,
  })
}

/** F4: what encryption at rest costs, and whether it does what it is for. */
export const encryptionCost: BenchRow = {
  id: 'F4',
  title: 'encrypted beside plain: fill, open a ticket, search; a marker in no file',
  run: async (context, measure) => {
    const filled = await fills(context, partsOf(context))
    await measureFills(filled, measure)
    await measureReads(filled, measure)
    await measureMarker(filled, measure)
  },
}
