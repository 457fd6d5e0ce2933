export type WireRow = { readonly id: string; readonly [column: string]: unknown }
export type Held = { readonly table: string; readonly row: WireRow; readonly version: number }

export type Session = {
  readonly accessToken: string
  readonly refreshToken: string
  readonly expiresInMs: number
  readonly agent: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly role: string
    readonly teamIds: readonly string[]
  }
  readonly workspace: { readonly id: string; readonly name: string; readonly slug: string }
}

export type FieldConflict = {
  readonly table: string
  readonly id: string
  readonly field: string
  readonly seen: unknown
  readonly mine: unknown
  readonly theirs: unknown
}
export type WireRowState = {
  readonly table: string
  readonly id: string
  readonly version: number
  readonly row: WireRow | null
}
export type Verdict = { readonly mutationId: string } & (
  | { readonly kind: 'done'; readonly rows: readonly WireRowState[] }
  | {
      readonly kind: 'conflict'
      readonly conflict: { readonly reason: string; readonly fields: readonly FieldConflict[] }
      readonly rows: readonly WireRowState[]
    }
  | { readonly kind: 'rejected'; readonly code: string; readonly rows: readonly WireRowState[] }
  | { readonly kind: 'gone'; readonly table: string; readonly id: string }
  | { readonly kind: 'waitsFor'; readonly waitsFor: string }
  | { readonly kind: 'retry'; readonly code: string; readonly afterMs: number }
)

export type Entry = {
  readonly mutationId: string
  readonly groupId: string | null
  readonly name: string
  readonly args: unknown
  readonly nowMs: number
  readonly replayed: boolean
}
/** An entry of the outbox with what the hub said last; parked when a person has to look at it. */
export type Work = {
  readonly entry: Entry
  readonly verdict: Verdict | null
  readonly isParked: boolean
  /** It was sent, and no verdict came. */
  readonly isUnanswered: boolean
  readonly notBeforeMs: number
}

export type Snapshot = {
  readonly position: string
  readonly asOf: number
  /** Keys of rows that a part named. */
  readonly named: Set<string>
}

/** Everything a client stores; a copy of it is what a crash leaves. */
export type State = {
  session: Session | null
  /** The hub's version when last heard of. */
  hubVersion: string
  epoch: string
  cursor: string | null
  /** The number this client is complete up to. */
  upTo: number
  rows: Map<string, Held>
  /** Rows that left the scope while unsent work holds them. */
  leaving: Set<string>
  outbox: Work[]
  /** Accepted entries, kept for a hub that was restored from a backup. */
  accepted: { readonly entry: Entry; readonly atMs: number }[]
  snapshot: Snapshot | null
}

export const emptyState = (): State => ({
  session: null,
  hubVersion: '',
  epoch: '',
  cursor: null,
  upTo: 0,
  rows: new Map(),
  leaving: new Set(),
  outbox: [],
  accepted: [],
  snapshot: null,
})

export const keyOf = (table: string, id: string): string => `${table}/${id}`
