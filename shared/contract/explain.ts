import type { TableName } from '../domain/tables.ts'
import type { Description } from '../mutations/define.ts'

/** 'resting': in its undo window. 'here': it has not left. 'sending': on its way. 'unconfirmed': it left, nobody has answered yet. */
export type ActState =
  | 'resting'
  | 'here'
  | 'sending'
  | 'unconfirmed'
  | 'parked'
  | 'accepted'
  | 'delivered'
  | 'bounced'
  | 'unknown'

/** Work of this laptop that changes a field and is not decided, or not taken. */
export type PendingWrite = {
  /** Under this id the hub will keep its receipt. */
  readonly mutationId: string
  readonly name: string
  readonly description: Description
  readonly authorName: string | null
  readonly writtenAtMs: number
  readonly state: ActState
}

/** The last change of a field that the hub knows of, as far as it was recorded. */
export type LastChange = {
  readonly actorName: string | null
  readonly atMs: number
  /** Type of the event that says so. */
  readonly event: string
  /** The receipt, when it was this laptop's own work. */
  readonly mutationId: string | null
  readonly acceptedAtMs: number | null
}

export type FieldExplained = {
  readonly field: string
  /** What is shown. */
  readonly value: unknown
  /** What the hub has; the same as `value` where nothing is pending. */
  readonly base: unknown
  readonly isChangedHere: boolean
  /** In order. */
  readonly pending: readonly PendingWrite[]
  readonly lastChange: LastChange | null
}

/** Why a row looks so: base, pending work, who, when, and under which receipt. */
export type RowExplained = {
  readonly table: TableName
  readonly id: string
  /** Number of the hub's last change of it; 0: the hub does not know it yet. */
  readonly version: number
  readonly isOnHub: boolean
  readonly fields: readonly FieldExplained[]
}

/** A row somebody may want explained. */
export type RowAround = {
  readonly table: TableName
  readonly id: string
  /** The words it is known by; null: it has none. */
  readonly title: string | null
  /** Work of this laptop on it is not decided. */
  readonly isChangedHere: boolean
}
