import type { TableName } from '../../shared/domain/tables.ts'
import { tableNames, tables } from '../../shared/domain/tables.ts'
import { invariant } from '../../shared/assert.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { isGivenToGuests } from '../../shared/rules/guests/what-guests-see.ts'
import type { SnapshotHead } from '../../shared/protocol/pull.ts'
import { SNAPSHOT_PART_ROWS } from '../../shared/protocol/version.ts'
import type { Log } from '../../shared/log.ts'
import type { Caller, Known } from './caller.ts'
import { knowCaller } from './caller.ts'
import type { SnapshotAfter, SnapshotPlace } from './cursor.ts'
import { decodePlace, encodeCursor, encodePlace } from './cursor.ts'
import type { Viewer } from './scope.ts'
import { seenLines } from './sight.ts'
import type { Shelf } from './shelf-store.ts'
import type { Keep, ShelfLimits } from './snapshot-shelf.ts'
import {
  isEverybodys,
  isOfSize,
  isWorthKeeping,
  keeping,
  mayBeginWith,
  quietly,
  SHELF_LIMITS,
} from './snapshot-shelf.ts'
import type { HubReader, HubStore, HubTx, OwnTicket, SnapshotOf, SnapshotRows } from './store.ts'

/** Tickets sent ahead: an agent's own work on the first screens. They come again in their place, so keep it short. */
const OWN_TICKETS = 200
/** Customers of the scope that are looked up at once. */
const WALKED = 5_000

export type SnapshotDeps = {
  readonly store: HubStore
  readonly partRows?: number
  readonly shelf?: ShelfLimits
  readonly log?: Log
}
export type SnapshotQuery = {
  /** `next` of the part before, null for the first. */
  readonly position: string | null
  /** Send the tickets of the own queues ahead of all others. Read with the first part only. */
  readonly ownFirst: boolean
  /** The number a client with rows was complete up to: the last part names who was erased since. Null: nothing is there. */
  readonly since: number | null
  /** Parts that follow may come along, as long as all of them are not larger than one may be. */
  readonly several?: boolean
  /** Only these, of a client that has the others; names nobody knows are passed over. Read with the first part only. */
  readonly tables?: readonly string[] | null
}
export type SnapshotPart = {
  readonly head: SnapshotHead
  /** One line a row: its values as a JSON array, in the order of `head.columns`. */
  readonly lines: readonly string[]
  /** The lines as another laptop was given them, in place of `lines`: whatever `keep` was called with. */
  readonly packed?: Uint8Array
  /** Takes the lines, packed, for laptops that come later. Absent where they are not the same for everybody. */
  readonly keep?: Keep
}

const START: SnapshotAfter = { customerId: '', id: '' }

type Step = { readonly table: TableName; readonly own: boolean }
const byScope = (isGroup: boolean): readonly TableName[] =>
  tableNames.filter(name => (tables[name].scope === 'customer') === isGroup)

/** What everybody shares and one's own drafts, then the own tickets with their people, then all customers in scope. */
const STEPS: readonly Step[] = [
  ...byScope(false).map(table => ({ table, own: false })),
  ...byScope(true).map(table => ({ table, own: true })),
  ...byScope(true).map(table => ({ table, own: false })),
]

const stepsOf = ({ tables: only }: Pick<SnapshotPlace, 'tables'>): readonly Step[] =>
  only === null ? STEPS : STEPS.filter(({ table, own }) => !own && only.includes(table))

/** Characters behind which nothing more comes along. */
const ALONG_CHARACTERS = 262_144

/**
 * The next part of everything in the agent's scope, and with `several` those behind it that fit into one answer: most
 * tables are small, and a way to the hub for each of them is what a far laptop would wait for. Answers are read in
 * transactions of their own, so rows may be newer than `asOf` or come twice; pulling from `cursor` afterwards makes up for
 * all that changed meanwhile. Nothing about a laptop is kept on the hub: a part can be asked for again, and by any copy.
 * What was read of everything for one laptop is kept for the next: its snapshot is of the number the shelf was begun with.
 * An empty part ends the snapshot too.
 * Throws `conflict` when epoch or rights changed since the first part (begin again), `bad-request` for a foreign
 * position, `signed-out` for an agent without a place in the workspace.
 */
export async function snapshotParts(
  deps: SnapshotDeps,
  caller: Caller,
  query: SnapshotQuery,
): Promise<readonly SnapshotPart[]> {
  const { store } = deps
  const { parts, begin } = await store.read(caller.workspaceId, async tx => {
    const known = await knowCaller(tx, caller)
    const { place, begin: wanted } =
      query.position === null
        ? await firstPlace(tx, known, { query, limits: deps.shelf ?? SHELF_LIMITS })
        : { place: placeOf(query.position, known), begin: null }
    return { parts: await partsFrom(tx, sceneOf(tx, { deps, known, query }, place), place), begin: wanted }
  })
  if (begin) await quietly(deps, () => store.write(caller.workspaceId, tx => tx.beginShelf(begin)))
  return parts
}

async function partsFrom(
  tx: HubReader,
  scene: Scene,
  first: SnapshotPlace,
): Promise<readonly SnapshotPart[]> {
  const { query, partRows } = scene
  const parts: SnapshotPart[] = []
  for (let place: SnapshotPlace | null = first, rows = 0, characters = 0; place !== null;) {
    const read: PartRead | null = await readFrom(tx, { scene, place, limit: partRows - rows })
    if (read === null) break
    parts.push(await withErased(tx, read.part, query))
    rows += read.part.head.rows
    characters += charactersOf(read.part)
    place = query.several && rows < partRows && characters < ALONG_CHARACTERS ? read.next : null
  }
  return parts
}

/** Rows come out of what they were packed into at about four times its size. */
const GROWTH = 4
const charactersOf = ({ lines, packed }: Pick<SnapshotPart, 'lines' | 'packed'>): number =>
  lines.reduce((sum, { length }) => sum + length, (packed?.length ?? 0) * GROWTH)

/** The next part alone. */
export async function snapshotPart(
  deps: SnapshotDeps,
  caller: Caller,
  query: Omit<SnapshotQuery, 'several'>,
): Promise<SnapshotPart> {
  const [part] = await snapshotParts(deps, caller, query)
  invariant(part, 'a snapshot ends with a part, be it an empty one')
  return part
}

async function withErased(
  tx: HubReader,
  part: SnapshotPart,
  { since }: SnapshotQuery,
): Promise<SnapshotPart> {
  if (part.head.next !== null || since === null) return part
  return { ...part, head: { ...part.head, erased: [...(await tx.erasedSince(since))] } }
}

type Begin = Parameters<HubTx['beginShelf']>[0]
type First = { readonly place: SnapshotPlace; readonly begin: Begin | null }

/** With what is kept of everything, where there is such: the snapshot is of its number then. */
async function firstPlace(
  tx: HubReader,
  known: Known,
  { query, limits }: { readonly query: SnapshotQuery; readonly limits: ShelfLimits },
): Promise<First> {
  const { ownFirst, tables: only = null } = query
  const { settings, head } = known.state
  const shelf = isEverybodys(known, query.since) ? await tx.shelf(settings.epoch) : null
  const begun: Shelf | null = shelf && mayBeginWith(shelf, head) ? shelf : null
  const expectedRows = begun?.expectedRows ?? (await tx.expectedRows())
  const isKept = isEverybodys(known, query.since) && isOfSize(expectedRows, limits)
  const cursor = { epoch: settings.epoch, stamp: known.stamp, seq: begun?.seq ?? head.seq }
  const wanted = only && tableNames.filter(table => only.includes(table))
  return {
    place: { cursor, expectedRows, step: 0, ownFirst, after: START, tables: wanted },
    begin: isKept && !begun ? { epoch: settings.epoch, asOf: head.seq, expectedRows } : null,
  }
}

function placeOf(position: string, { state, stamp }: Known): SnapshotPlace {
  const place = decodePlace(position)
  if (!place) throw new AppError(ErrorCode.BadRequest, 'Not a position of this hub')
  const { epoch, stamp: stampThen, seq } = place.cursor
  const isSame = epoch === state.settings.epoch && stampThen === stamp
  if (isSame && seq >= state.head.horizonSeq && seq <= state.head.seq) return place
  throw new AppError(ErrorCode.Conflict, 'Scope or epoch changed: begin the snapshot again')
}

/** What a request looks up at most once, and only when its turn comes. */
type Scene = {
  readonly known: Known
  readonly query: SnapshotQuery
  readonly partRows: number
  readonly own: () => Promise<readonly OwnTicket[]>
  /** Customers in scope from one of them on, WALKED at most. */
  readonly walk: (keys: readonly string[], from: string) => Promise<readonly string[]>
  /** Null where parts of this snapshot are not for everybody, or not worth keeping. */
  readonly shelf: {
    readonly keptTables: () => Promise<ReadonlySet<TableName>>
    readonly keep: (part: Parameters<typeof keeping>[2]) => Keep
  } | null
}
type Asked = { readonly deps: SnapshotDeps; readonly known: Known; readonly query: SnapshotQuery }

function sceneOf(
  tx: HubReader,
  { deps, known, query }: Asked,
  { ownFirst, expectedRows }: SnapshotPlace,
): Scene {
  let own: Promise<readonly OwnTicket[]> | null = null
  let kept: Promise<ReadonlySet<TableName>> | null = null
  const walked = new Map<string, Promise<readonly string[]>>()
  const isKept = isEverybodys(known, query.since) && isOfSize(expectedRows, deps.shelf ?? SHELF_LIMITS)
  return {
    known,
    query,
    partRows: deps.partRows ?? SNAPSHOT_PART_ROWS,
    own: () => (own ??= ownFirst ? visibleOwn(tx, known) : Promise.resolve([])),
    walk: (keys, from) => {
      const page = walked.get(from) ?? tx.visibleCustomers({ keys, from, limit: WALKED })
      walked.set(from, page)
      return page
    },
    shelf: isKept
      ? { keptTables: () => (kept ??= tx.keptTables()), keep: part => keeping(deps, tx.workspaceId, part) }
      : null,
  }
}

async function visibleOwn(tx: HubReader, { agent, viewer }: Known): Promise<readonly OwnTicket[]> {
  const own = await tx.ownTickets({ ...ownQueues(agent), limit: OWN_TICKETS })
  if (viewer.policy === 'everything') return own
  const audiences = await tx.audiences(own.map(({ customerId }) => customerId))
  const isSeen = (id: string): boolean => (audiences.get(id) ?? []).some(key => viewer.keys.includes(key))
  return own.filter(({ customerId }) => isSeen(customerId))
}

type From = { readonly scene: Scene; readonly place: SnapshotPlace; readonly limit: number }
type PartRead = { readonly part: SnapshotPart; readonly next: SnapshotPlace | null }
type At = { readonly step: Step; readonly after: SnapshotAfter; readonly limit: number }
type RowsRead = SnapshotRows & Pick<SnapshotPart, 'packed' | 'keep'>
/** More than is left of this answer: they come with the next one. */
const LATER = 'later'

async function readFrom(tx: HubReader, { scene, place, limit }: From): Promise<PartRead | null> {
  let { step, after } = place
  const steps = stepsOf(place)
  for (let current = steps[step]; current; current = steps[step]) {
    const rows = await readStep(tx, scene, { place, step: current, after, limit })
    if (rows === LATER) return null
    if (rows && rows.count > 0) return partOf(place, { ...current, step }, rows)
    step += 1
    after = START
  }
  const last = STEPS.at(-1) ?? { table: 'customers', own: false }
  return partOf(place, { ...last, step: steps.length }, { lines: [], count: 0, last: START, isEnd: true })
}

/** The next rows of one step; null when nothing can be of it. */
async function readStep(
  tx: HubReader,
  scene: Scene,
  { place, ...at }: At & Pick<From, 'place'>,
): Promise<RowsRead | typeof LATER | null> {
  const { viewer } = scene.known
  const { table, own } = at.step
  if (viewer.guest && !isGivenToGuests(table)) return null
  const read = (of: SnapshotOf): Promise<SnapshotRows> => readSeen(tx, viewer, { ...at, of })
  if (own) {
    const tickets = await scene.own()
    return tickets.length === 0 ? null : read({ kind: 'tickets', tickets })
  }
  if (scene.shelf && tables[table].scope !== 'agent')
    return readEverybodys(tx, { scene, shelf: scene.shelf, place, at }, () => read({ kind: 'all' }))
  if (viewer.policy === 'everything' || tables[table].scope !== 'customer') return read({ kind: 'all' })
  for (let from = at.after.customerId; ;) {
    const customerIds = await scene.walk(viewer.keys, from)
    const isLast = customerIds.length < WALKED
    const rows = await read({ kind: 'customers', customerIds })
    if (rows.count > 0 || isLast) return { ...rows, isEnd: rows.isEnd && isLast }
    from = customerIds.at(-1) ?? from
  }
}

type Everybodys = {
  readonly scene: Scene
  readonly shelf: NonNullable<Scene['shelf']>
  readonly place: SnapshotPlace
  readonly at: At
}

/**
 * The part another laptop was given, or a new one for those that come. A table that does not fit in behind others begins
 * an answer of its own, so that its parts begin at the same rows for everybody.
 */
async function readEverybodys(
  tx: HubReader,
  { scene: { known, partRows }, shelf, place, at }: Everybodys,
  read: () => Promise<SnapshotRows>,
): Promise<RowsRead | typeof LATER> {
  const { epoch, seq: asOf } = place.cursor
  const { table } = at.step
  const after = at.after.id
  const of = { epoch, asOf, table, after }
  const isAlong = at.limit < partRows
  const mayBeKept = after !== '' || (await shelf.keptTables()).has(table)
  const kept = mayBeKept ? await tx.keptRows(of) : null
  if (kept && kept.count <= at.limit) return { ...kept, lines: [] }
  if (kept && isAlong) return LATER
  const rows = await read()
  if (after === '' && isAlong && !rows.isEnd) return LATER
  const { lines, ...about } = rows
  if (!isWorthKeeping({ count: rows.count, characters: charactersOf(rows) }, partRows)) return rows
  return { lines, ...about, keep: shelf.keep({ ...of, ...about, asOf: known.state.head.seq }) }
}

/** Rows as the viewer is given them: of a guest some are not, and a part that is left without one is passed over. */
async function readSeen(
  tx: HubReader,
  viewer: Viewer,
  { step: { table }, limit, of, ...at }: At & { readonly of: SnapshotOf },
): Promise<SnapshotRows> {
  for (let { after } = at; ;) {
    const part = await tx.snapshotRows({ table, after, limit, of, agentId: viewer.agentId })
    const seen = await seenLines(tx, { viewer, table }, part)
    if (seen.count > 0 || part.isEnd || part.count === 0) return seen
    after = part.last
  }
}

const ownQueues = ({ id, teamIds }: Known['agent']) => ({ agentId: id, teamIds })

function partOf(place: SnapshotPlace, at: { table: TableName; step: number }, rows: RowsRead): PartRead {
  const step = rows.isEnd ? at.step + 1 : at.step
  const after = rows.isEnd ? START : rows.last
  const { cursor, expectedRows } = place
  const next = step >= stepsOf(place).length ? null : { ...place, step, after }
  const head: SnapshotHead = {
    epoch: cursor.epoch,
    asOf: cursor.seq,
    cursor: encodeCursor(cursor),
    table: at.table,
    columns: Object.keys(tables[at.table].columns),
    rows: rows.count,
    next: next && encodePlace(next),
    expectedRows,
  }
  const { lines, packed, keep } = rows
  return { part: { head, lines, ...(packed && { packed }), ...(keep && { keep }) }, next }
}
