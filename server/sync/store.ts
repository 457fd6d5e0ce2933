import type { AnyRow, Row, TableName } from '../../shared/domain/tables.ts'
import type { Conflict } from '../../shared/mutations/define.ts'
import type { ManyRead } from '../../shared/mutations/look-ups.ts'
import type { RemovalRecord } from '../../shared/protocol/keeping.ts'
import type { GuestAct } from '../../shared/protocol/guests.ts'
import type { SnapshotAfter } from './cursor.ts'
import type { ShelfReads, ShelfWrites } from './shelf-store.ts'

/**
 * The storage that push, pull, snapshot and admin are written against. PostgreSQL implements it in server/db; a map
 * implements it for the simulator; both pass the contract suite in tests/support/hub-store-contract.ts.
 * Rows travel as in the registry: camelCase keys, plain JSON values, every column present.
 */
export type RowRef = { readonly table: TableName; readonly id: string }
export type TableRow = { readonly table: TableName; readonly row: AnyRow }
/** A row as it stands with the feed number of its last change; `row` is null and `version` 0 or the tombstone's when it is absent. */
export type StandingRow = RowRef & { readonly version: number; readonly row: AnyRow | null }

export type RowPatch = { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }

/** 'everything': everybody gets every customer. 'teams': by the teams and assignees of the customer's threads. */
export type ScopePolicy = 'everything' | 'teams'
export type WorkspaceSettings = {
  readonly id: string
  readonly name: string
  readonly slug: string
  /** Changes when the hub was restored from a backup. */
  readonly epoch: string
  /** Grows when the policy changes; part of every cursor. */
  readonly scopeStamp: number
} & ScopeSettings

/** What decides who holds a customer, beside the rows. */
export type ScopeRule = {
  readonly scopePolicy: ScopePolicy
  /** Closed work that was not touched for so many days is on no laptop; null: it is on all it is for. */
  readonly scopeDays: number | null
  /** Of messages on one laptop. */
  readonly scopeMegabytes: number | null
  /** Teams whose customers every laptop holds. */
  readonly scopeAlsoTeamIds: readonly string[]
  /** Whose customers agents may fetch. */
  readonly scopeMayFetch: 'own' | 'any'
  /** The moment ages are counted from, ms: the beginning of a day, so that time moves customers once a day. */
  readonly scopeAsOfMs: number
  /** There are guests, or have been: audiences name the teams of each customer, whatever else the policy says. */
  readonly scopeGuests: boolean
}
export type ScopeSettings = ScopeRule & {
  /** Up to here every customer whose age class changed has been looked at. */
  readonly scopeSweptMs: number
  /** When sizes were compared with the limits. */
  readonly scopeSizedMs: number
  /** Of the policy row that is in force; 0: none is. */
  readonly scopeVersion: number
}

/** What an agent holds less than the workspace's policy says. */
export type AgentLimits = {
  readonly days: number | null
  readonly megabytes: number | null
  readonly withoutTeamIds: readonly string[]
  /** Age, in days, that keeps the laptop below its size; null: all fits. */
  readonly cap: number | null
  /** They see the customers of their teams, and nobody else's, whatever the policy says. */
  readonly isGuest: boolean
}

export type FeedRowChange = {
  readonly kind: 'row' | 'tombstone'
  readonly table: TableName
  readonly rowId: string
  /** Customer the row belongs to; null for workspace and private rows. */
  readonly groupId: string | null
  /** Customers it belonged to before; kept when a later change replaces the entry, so nobody misses the move. */
  readonly prevGroupIds: readonly string[]
  /** Owner of a private row. */
  readonly agentId: string | null
}
export type FeedScopeChange = {
  readonly kind: 'scope'
  readonly groupId: string
  /** Audience keys before the change; the keys after it are those that stand now. */
  readonly keysBefore: readonly string[]
}
export type FeedChange = FeedRowChange | FeedScopeChange
/** One entry per row at its newest number; scope entries are never replaced. */
export type FeedRecord = FeedChange & { readonly seq: number }
export type FeedHead = {
  readonly seq: number
  /** Tombstones up to this number are gone; a cursor below it cannot be continued. */
  readonly horizonSeq: number
}

/** The remembered part of a verdict; rows are read again when it is repeated. */
export type StoredVerdict =
  | { readonly kind: 'done'; readonly refs: readonly RowRef[] }
  | { readonly kind: 'conflict'; readonly conflict: Conflict; readonly refs: readonly RowRef[] }
  | { readonly kind: 'rejected'; readonly code: string; readonly refs: readonly RowRef[] }
  | { readonly kind: 'gone'; readonly table: string; readonly id: string }
export type Receipt = {
  readonly mutationId: string
  readonly authorId: string
  readonly verdict: StoredVerdict
  /** It came again after a restore: nothing may leave to the outside because of it. */
  readonly isReplayed: boolean
  readonly acceptedAtMs: number
}

export type SnapshotQuery = {
  readonly table: TableName
  /** The last row of the part before; empty texts at the start of a table. */
  readonly after: SnapshotAfter
  readonly limit: number
  readonly of: SnapshotOf
  readonly agentId: string
}
/**
 * Which rows of a customer's table: all of them, by id; those of some customers, in the order of these sorted ids and
 * then by id; or those of some tickets and, where a row belongs to no ticket, of their customers, by id. Ignored for
 * other tables.
 */
export type SnapshotOf =
  | { readonly kind: 'all' }
  | { readonly kind: 'customers'; readonly customerIds: readonly string[] }
  | { readonly kind: 'tickets'; readonly tickets: readonly OwnTicket[] }
export type OwnTicket = { readonly ticketId: string; readonly customerId: string }
/** One line a row: its values as a JSON array, in the registry's column order. */
export type SnapshotRows = {
  readonly lines: readonly string[]
  readonly count: number
  readonly last: SnapshotAfter
  /** Nothing follows of what was asked for. A part may hold fewer rows than asked for because they are large. */
  readonly isEnd: boolean
}

/** What a request needs to know of its agent, from one look. */
export type ViewerState = {
  readonly settings: WorkspaceSettings
  /** Null when the workspace has no such agent. */
  readonly agent: Row<'agents'> | null
  readonly agentStamp: number
  readonly limits: AgentLimits
  readonly head: FeedHead
}
/** Where threads put their customer; those of the same team and assignee are one place. */
export type ThreadPlace = {
  readonly customerId: string
  readonly teamId: string | null
  readonly assigneeId: string | null
  readonly isOpen: boolean
  readonly lastActivityAtMs: number
}
/** What else decides who holds a customer. */
export type GroupHolds = {
  readonly createdAtMs: number
  /** A follow-up or a promise is open. */
  readonly isPromised: boolean
  /** Agents who work on a ticket of it offline. */
  readonly lessees: readonly string[]
  /** Agents who have fetched it. */
  readonly keepers: readonly { readonly id: string; readonly teamIds: readonly string[] }[]
}
/** Bytes of messages of all customers with the same audience. */
/** How many of the workspace have a known issue; `openTicketCount`: their support is not solved. */
export type IssueCounts = {
  readonly ticketCount: number
  readonly customerCount: number
  readonly openTicketCount: number
}
export type AudienceSize = { readonly keys: readonly string[]; readonly bytes: number }

export type BlobRef = { readonly customerId: string; readonly sha256: string }

/** Reads of one transaction, always of one workspace only. */
export type HubReader = ShelfReads & {
  readonly workspaceId: string
  /** Throws `not-found` when the workspace does not exist. */
  readonly settings: () => Promise<WorkspaceSettings>
  /** Settings, agent, stamp and head at once. Throws `not-found` as `settings` does. */
  readonly viewer: (agentId: string) => Promise<ViewerState>
  /** Those of the rows that exist, in order of id. */
  readonly rows: (table: TableName, ids: readonly string[]) => Promise<readonly AnyRow[]>
  /** Refuses (`bad-request`) columns no index serves. In order of id. */
  readonly many: (read: ManyRead) => Promise<readonly AnyRow[]>
  /** Rows with their versions, each pair from one moment; in the order asked for. */
  readonly standing: (refs: readonly RowRef[]) => Promise<readonly StandingRow[]>
  /** Audience keys by customer; customers without an audience are missing. */
  readonly audiences: (customerIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>
  /** All rows of these customers over all customer tables, in the registry's order. */
  readonly groupRows: (customerIds: readonly string[]) => Promise<readonly TableRow[]>
  /** Places of all threads of these customers. */
  readonly threadPlaces: (customerIds: readonly string[]) => Promise<readonly ThreadPlace[]>
  /** Tickets of these customers with a thread of one of the teams. */
  readonly ticketsOfTeams: (
    wanted: Pick<OwnQueues, 'teamIds'> & { readonly customerIds: readonly string[] },
  ) => Promise<ReadonlySet<string>>
  /**
   * Those of the customers a colleague had better answer: at risk, lost or marked as one who matters, or with a complaint,
   * a disputed charge or an amount to be decided.
   */
  readonly forColleagues: (customerIds: readonly string[]) => Promise<ReadonlySet<string>>
  /** Those of the organisations with a customer one of these audience keys sees. */
  readonly organisationsSeen: (wanted: {
    readonly ids: readonly string[]
    readonly keys: readonly string[]
  }) => Promise<ReadonlySet<string>>
  /** Leases count while they run at `asOfMs`. Customers that do not exist are missing. */
  readonly groupHolds: (
    customerIds: readonly string[],
    asOfMs: number,
  ) => Promise<ReadonlyMap<string, GroupHolds>>
  /**
   * Everybody who is the same person as one of these customers, themselves included, by customer asked for. Customers
   * that do not exist are missing.
   */
  readonly families: (customerIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>
  /** Agents with limits of their own. */
  readonly agentLimits: () => Promise<ReadonlyMap<string, AgentLimits>>
  /** Customers whose age class may be another at the two moments, in order of id. */
  readonly agedCustomers: (span: Span) => Promise<readonly string[]>
  /** Keeps that are over at this moment. */
  readonly endedKeeps: (nowMs: number, limit: number) => Promise<readonly string[]>
  readonly audienceSizes: () => Promise<readonly AudienceSize[]>
  /** By known issue, each of those asked for. */
  readonly issueCounts: (issueIds: readonly string[]) => Promise<ReadonlyMap<string, IssueCounts>>
  /** Active agents with their teams. */
  readonly people: () => Promise<readonly { readonly id: string; readonly teamIds: readonly string[] }[]>
  /** Tickets with an unsolved thread of the agent, then of the teams, newest activity first. */
  readonly ownTickets: (own: OwnQueues) => Promise<readonly OwnTicket[]>
  /** Customers one of the keys may see, from this id on, in order of id. */
  readonly visibleCustomers: (page: VisiblePage) => Promise<readonly string[]>
  /** Keyset page over all customers, in order of id. */
  readonly customerIds: (page: {
    readonly after: string
    readonly limit: number
  }) => Promise<readonly string[]>
  readonly head: () => Promise<FeedHead>
  /** Entries with a number above `after`, in order. */
  readonly feed: (page: { readonly after: number; readonly limit: number }) => Promise<readonly FeedRecord[]>
  /** Customers erased by an entry above the number, in order: kept for ever. */
  readonly erasedSince: (seq: number) => Promise<readonly string[]>
  /** An erased customer one of these tickets belonged to; null: none did. Known for ever. */
  readonly erasedBehind: (ticketIds: readonly string[]) => Promise<string | null>
  /** Rows of these customers that were removed, as long as their tombstones stand. */
  readonly formerRows: (customerIds: readonly string[]) => Promise<readonly RowRef[]>
  /** Rows of the workspace, estimated, for progress only. */
  readonly expectedRows: () => Promise<number>
  readonly snapshotRows: (query: SnapshotQuery) => Promise<SnapshotRows>
  /** Grows when the agent's role or teams change; 0 before the first change. */
  readonly agentStamp: (agentId: string) => Promise<number>
  /** Those of the blobs that are not complete on the hub. */
  readonly missingBlobs: (blobs: readonly BlobRef[]) => Promise<readonly BlobRef[]>
}
export type ErasureRecord = {
  readonly customerId: string
  readonly agentId: string | null
  readonly reason: string
  readonly atMs: number
}
/** That everything about somebody was handed out. `agentId` null: the hub's own command line. */
export type ExportRecord = Omit<ErasureRecord, 'reason'>
/** What was done about a guest, and what stood afterwards. `byId` null: the hub's own command line. */
export type GuestStay = {
  readonly agentId: string
  readonly what: GuestAct
  readonly byId: string | null
  readonly atMs: number
  readonly teamIds: readonly string[]
  readonly untilMs: number | null
}
export type Span = { readonly fromMs: number; readonly toMs: number }
export type VisiblePage = {
  readonly keys: readonly string[]
  readonly from: string
  readonly limit: number
}
export type OwnQueues = {
  readonly agentId: string
  readonly teamIds: readonly string[]
  readonly limit: number
}

/**
 * One transaction. Rows read with a lock stay as they are until its end. Writes refuse values that do not fit with
 * `RowRefused`; the transaction is then lost unless the write happened inside `savepoint`.
 */
export type HubTx = HubReader &
  ShelfWrites & {
    /** Those of the rows that exist, locked in the order of table (registry) and id. */
    readonly lockRows: (refs: readonly RowRef[]) => Promise<readonly TableRow[]>
    /** One answer per read, locked, in order of id. Refuses columns as `many` does. */
    readonly lockMany: (reads: readonly ManyRead[]) => Promise<readonly (readonly AnyRow[])[]>
    /** Inserts whole rows and answers the ids that were not there before; existing rows are left alone. */
    readonly insertRows: (table: TableName, rows: readonly AnyRow[]) => Promise<readonly string[]>
    /** Writes only the named fields. All rows must exist and be locked. */
    readonly patchRows: (table: TableName, patches: readonly RowPatch[]) => Promise<void>
    readonly removeRows: (table: TableName, ids: readonly string[]) => Promise<void>
    /** Serialises everything of one client until the end of the transaction. */
    readonly lockClient: (clientId: string) => Promise<void>
    readonly receipts: (clientId: string, mutationIds: readonly string[]) => Promise<readonly Receipt[]>
    readonly putReceipts: (clientId: string, receipts: readonly Receipt[]) => Promise<void>
    /** As `audiences`, locked, so that two changes of one customer see each other; absent customers are locked too. */
    readonly lockAudiences: (
      customerIds: readonly string[],
    ) => Promise<ReadonlyMap<string, readonly string[]>>
    readonly setAudiences: (audiences: ReadonlyMap<string, readonly string[]>) => Promise<void>
    /** The ticket number given last, locked until the end. */
    readonly lockTicketCounter: () => Promise<number>
    readonly setTicketCounter: (lastNumber: number) => Promise<void>
    /**
     * Takes the workspace's counter and writes the entries; must be the last write of the transaction, because whoever
     * holds the counter holds back every other writer. The i-th of n entries has the number `answer - n + 1 + i`.
     */
    readonly publish: (changes: readonly FeedChange[], atMs: number) => Promise<number>
    /** Waits for every open writer when it changes the rule. */
    readonly setScope: (change: Partial<ScopeSettings>) => Promise<void>
    readonly setAgentCap: (agentId: string, cap: number | null) => Promise<void>
    readonly setEpoch: (epoch: string) => Promise<void>
    /**
     * Says of every message that waits for its channel, and of what is still to be written to all who have an issue, that
     * it may have left, and that by `atMs` the hub's own schedule may have sent more. It is not published: only for a new
     * epoch, with which everybody starts afresh.
     */
    readonly doubtQueued: (atMs: number) => Promise<void>
    /** Sends the agent, or everybody (null), to a fresh snapshot. */
    readonly bumpScopeStamp: (agentId: string | null) => Promise<void>
    /** Removes tombstones, except those of erased people and their tickets, and scope entries older than `beforeMs`; raises the horizon; answers how many. */
    readonly purgeFeed: (beforeMs: number) => Promise<number>
    /** Removes blobs and the blob key of a customer: what backups still hold becomes unreadable. */
    readonly eraseBlobs: (customerId: string) => Promise<void>
    /** That somebody was erased: an id that leads nowhere, and a word from a list. */
    readonly recordErasure: (erasure: ErasureRecord) => Promise<void>
    /** How much was removed for its age on a day; added to what the day has. */
    readonly recordRemoval: (removal: RemovalRecord) => Promise<void>
    readonly recordExport: (handedOut: ExportRecord) => Promise<void>
    /** That somebody was let in as a guest, changed or ended. */
    readonly recordGuest: (stay: GuestStay) => Promise<void>
    /** Replaces remembered conflicts about these rows by `gone`: they quote what people wrote. */
    readonly forgetConflicts: (rowIds: readonly string[]) => Promise<void>
    /** Runs `fn`; when it throws, everything it wrote is undone and the error goes on. */
    readonly savepoint: <T>(fn: () => Promise<T>) => Promise<T>
  }

/**
 * The commit follows this last statement without waiting for its answer, so that what it locks is held for the commit
 * alone. Where the statement fails nothing is committed, and the transaction throws what it said.
 */
export type EndWith = (statement: Promise<unknown>) => void

export type HubStore = {
  /** One consistent view, read only. */
  readonly read: <T>(workspaceId: string, fn: (tx: HubReader) => Promise<T>) => Promise<T>
  /**
   * Commits when `fn` resolves. The scope rule stays as it is until then: `setScope` waits for open writers.
   * `fn` runs again after a deadlock, a serialisation failure or `TryAgain`, so it must have no effect outside.
   */
  readonly write: <T>(workspaceId: string, fn: (tx: HubTx, endWith: EndWith) => Promise<T>) => Promise<T>
}

/** The data does not fit the table (NUL in a text, a missing field …): the entry is at fault, not the hub. */
export class RowRefused extends Error {
  constructor(reason: string) {
    super(`Row refused: ${reason}`)
    this.name = 'RowRefused'
  }
}

/** Something was added between the look and the write; a second run will see it. */
export class TryAgain extends Error {
  constructor() {
    super('The transaction must run again')
    this.name = 'TryAgain'
  }
}
