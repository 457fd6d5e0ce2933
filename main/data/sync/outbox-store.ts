import type { Conflict, Intent } from '../../../shared/mutations/define.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { RowKey } from './store.ts'

/** Ordered intents that the hub has not decided, and those decided within the backup horizon. */
export type OutboxStore = {
  /** Puts an entry behind all others and answers it with its place. */
  readonly append: (entry: NewEntry, links: readonly Link[]) => OutboxEntry
  readonly get: (mutationId: string) => OutboxEntry | null
  readonly update: (mutationId: string, fields: EntryPatch) => void
  /** Replaces the links: a replay can touch other rows than the first run. */
  readonly relink: (mutationId: string, links: readonly Link[]) => void
  /**
   * Gives an entry a new id under its old place: the hub remembers what it decided about the old one. As fresh:
   * pending, unsent, without attempts and verdict; but what may have left under a former history stays marked so.
   */
  readonly renew: (mutationId: string, newMutationId: string, args: unknown) => void
  /** Takes the entry and its links away. */
  readonly remove: (mutationId: string) => void
  readonly isEmpty: () => boolean
  /** In order of intent, from behind `afterSeq` (0 for all). */
  readonly page: (afterSeq: number, limit: number) => readonly LinkedEntry[]
  readonly linksOf: (mutationId: string) => readonly Link[]
  /** Unfinished entries linked to the row, in order, with how they touch it. */
  readonly onRow: (table: TableName, id: string) => readonly EntryOnRow[]
  /** Ids and look-ups of the table that any unfinished entry is linked to. */
  readonly linkedIn: (table: TableName) => Set<string>
  /** Newest unfinished entry with this coalescing key. */
  readonly newestWithKey: (coalesceKey: string) => OutboxEntry | null
  readonly ofGroup: (groupId: string) => readonly OutboxEntry[]
  /** Parked entries in order of intent. */
  readonly parked: () => readonly OutboxEntry[]
  readonly tally: () => Tally
  /**
   * Keeps a decided entry so that a hub restored from a backup can be given it again. Of private work with one
   * coalescing key only the newest is kept: every pause while typing makes one.
   */
  readonly keepDone: (entry: OutboxEntry, acceptedAtMs: number) => void
  readonly getDone: (mutationId: string) => DoneEntry | null
  readonly doneOfGroup: (groupId: string) => readonly DoneEntry[]
  /** Decided entries in order of intent, accepted at or after `sinceMs`. */
  readonly doneSince: (sinceMs: number) => readonly DoneEntry[]
  readonly dropDoneBefore: (beforeMs: number) => void
  /** Forgets one decided entry: a restored hub is not given it again. */
  readonly dropDone: (mutationId: string) => void
  /** Puts a decided entry back under its old place, as pending; its id is the same. */
  readonly reopen: (mutationId: string, links: readonly Link[]) => void
}

/** 'sending' is written before the request leaves, so that no crash can make an entry that may have arrived look unsent. */
export type EntryState = 'pending' | 'sending' | 'parked'

/** Why the hub did not take it. 'failed': it could not even be asked, again and again. 'group': another of its group was refused. */
export type ParkedVerdict =
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'rejected'; readonly code: string }
  | { readonly kind: 'gone'; readonly table: string; readonly id: string }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'group' }

export type NewEntry = {
  readonly mutationId: string
  readonly groupId: string | null
  /** Agent who acted; the entry leaves only under that agent's session. */
  readonly author: string
  readonly name: string
  readonly args: unknown
  /** Protocol this entry was written for. */
  readonly protocol: number
  /** When the agent acted, ms, the same on every replay. */
  readonly nowMs: number
  /** Private work (drafts): not counted as waiting, leaves when idle. */
  readonly isQuiet: boolean
  readonly coalesceKey: string | null
  /** For lists and Needs attention. */
  readonly ticketId: string | null
  readonly customerId: string | null
  /** It does not leave before this moment, ms: the agent may still take it back. Null: at once. */
  readonly heldUntilMs: number | null
  /** The act, then every edit that joined it, in order. Empty: nothing to undo. */
  readonly undo: readonly UndoStep[]
}
/** How to undo one act of an agent. */
export type UndoStep = {
  /** The intent that undoes it once it has left; null when nothing does. */
  readonly inverse: Intent | null
  /** What the entry wanted before this edit joined it; null for the act that made the entry. */
  readonly earlier: { readonly args: unknown; readonly nowMs: number } | null
}
export type OutboxEntry = NewEntry & {
  /** Order of intent. Never a clock: clocks jump. */
  readonly seq: number
  readonly state: EntryState
  readonly attempts: number
  readonly nextAttemptAtMs: number
  /** It has left at least once, so the hub may know it: it can no longer be merged or taken back. */
  readonly wasSent: boolean
  /** Sent again after the hub was restored from a backup: it accepted it before, or nobody knows. */
  readonly isReplayed: boolean
  readonly verdict: ParkedVerdict | null
}
export type EntryPatch = Partial<
  Pick<
    OutboxEntry,
    | 'args'
    | 'nowMs'
    | 'state'
    | 'attempts'
    | 'nextAttemptAtMs'
    | 'wasSent'
    | 'isReplayed'
    | 'verdict'
    | 'groupId'
    | 'undo'
    | 'heldUntilMs'
  >
>
export type DoneEntry = OutboxEntry & { readonly acceptedAtMs: number }

/**
 * How an entry touches a row. A read of many rows is linked to the look-up too (`id` as lookupId makes it), so that
 * a row which comes to match is noticed.
 */
export type Writes = 'none' | 'whole' | readonly string[]
export type Link = RowKey & { readonly writes: Writes }
export type LinkedEntry = OutboxEntry & { readonly links: readonly Link[] }
export type EntryOnRow = { readonly mutationId: string; readonly seq: number; readonly writes: Writes }

/** Quiet entries do not count; everything parked of one ticket is one item of attention, else a group is. */
export type Tally = {
  readonly waiting: number
  readonly oldestWaitingAtMs: number | null
  readonly attention: number
}

/** Stands in a link for "rows of the table with this value in this column". */
export const lookupId = (column: string, value: string): string => `?${column}=${value}`
export const isLookup = (link: RowKey): boolean => link.id.startsWith('?')
/** Column and value a look-up stands for. */
export function lookupOf({ id }: RowKey): { readonly column: string; readonly value: string } {
  const at = id.indexOf('=')
  return { column: id.slice(1, at), value: id.slice(at + 1) }
}
