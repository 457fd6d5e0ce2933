import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import type { FeedRecord, Receipt, ScopePolicy, ScopeSettings } from '../../../server/sync/store.ts'
import type { KeptPart, Shelf } from '../../../server/sync/shelf-store.ts'

export type TimedRecord = FeedRecord & { readonly atMs: number }

/** One workspace of the simulated hub: plain maps, plus the undo steps of the transaction that is open. */
export type HubState = {
  readonly workspaceId: string
  epoch: string
  scopePolicy: ScopePolicy
  /** The rest of the rule; nothing: no limit. */
  scope: Partial<ScopeSettings>
  scopeStamp: number
  lastSeq: number
  horizonSeq: number
  lastTicketNumber: number
  readonly rows: ReadonlyMap<TableName, Map<string, AnyRow>>
  /** Row entries by `table:id`. */
  readonly rowFeed: Map<string, TimedRecord>
  readonly scopeFeed: Map<number, TimedRecord>
  /** What was published under each number, 1 at place 0; superseded ones stay. */
  readonly log: TimedRecord[]
  readonly receipts: Map<string, Receipt>
  readonly audiences: Map<string, readonly string[]>
  readonly agentStamps: Map<string, number>
  /** Ages that keep laptops below their size. */
  readonly caps: Map<string, number>
  readonly blobs: Set<string>
  shelf: (Shelf & { readonly epoch: string }) | null
  /** Kept parts by table and the id they begin behind. */
  readonly parts: Map<string, KeptPart>
}

export function emptyHubState(workspaceId: string): HubState {
  return {
    workspaceId,
    epoch: 'epoch-1',
    scopePolicy: 'everything',
    scope: {},
    scopeStamp: 0,
    lastSeq: 0,
    horizonSeq: 0,
    lastTicketNumber: 0,
    rows: new Map(tableNames.map(name => [name, new Map<string, AnyRow>()])),
    rowFeed: new Map(),
    scopeFeed: new Map(),
    log: [],
    receipts: new Map(),
    audiences: new Map(),
    agentStamps: new Map(),
    caps: new Map(),
    blobs: new Set(),
    shelf: null,
    parts: new Map(),
  }
}

/** A backup: deep enough that later writes do not reach it (rows are never changed in place). */
export function copyHubState(state: HubState): HubState {
  return {
    ...state,
    rows: new Map([...state.rows].map(([name, rows]) => [name, new Map(rows)])),
    rowFeed: new Map(state.rowFeed),
    scopeFeed: new Map(state.scopeFeed),
    log: state.log.slice(0, state.lastSeq),
    receipts: new Map(state.receipts),
    audiences: new Map(state.audiences),
    agentStamps: new Map(state.agentStamps),
    caps: new Map(state.caps),
    blobs: new Set(state.blobs),
    parts: new Map(state.parts),
  }
}
