import type { Handshake } from '../../shared/domain/between.ts'
import type { FollowUp } from '../../shared/domain/people.ts'
import type { KindChange } from '../../shared/rules/triage/mislabel.ts'
import type { ticketKindOf } from '../../shared/rules/work-kind.ts'

/** A clock that runs: when it warns and when it runs out, ms. */
export type RunningClock = {
  readonly name: 'first' | 'next' | 'solve'
  readonly warnAtMs: number | null
  readonly dueAtMs: number
}

/** Rows as the board remembers them: what it counts and nothing a customer wrote. */
export type ThreadFact = {
  readonly id: string
  readonly ticketId: string
  readonly customerId: string
  readonly kind: string
  readonly state: string
  readonly teamId: string | null
  readonly assigneeId: string | null
  readonly waitingSinceMs: number | null
  readonly dueAtMs: number | null
  readonly openedAtMs: number
  readonly solvedAtMs: number | null
  readonly reopenedCount: number
  /** When a person first answered; null until then. */
  readonly answeredAtMs: number | null
  /** Of support: when service ran again. */
  readonly restoredAtMs: number | null
  readonly clocks: readonly RunningClock[]
  /** Closed although the customer said that it is not resolved. */
  readonly isUnresolved: boolean
  /** When the first ticket came that is linked to its ticket and newer than its solution; null: none did. */
  readonly linkedAtMs: number | null
}

export type MessageFact = {
  readonly id: string
  readonly ticketId: string
  readonly direction: string
  readonly authorKind: string
  readonly authorId: string | null
  readonly acceptedAtMs: number
  /** What a customer wrote in the last hour, to look for error codes in; not kept. */
  readonly text: string | null
}

/** When a ticket was first written to and first answered by a person, and how many replies it took so far. */
export type ReplyFact = {
  readonly ticketId: string
  readonly firstInAtMs: number | null
  readonly firstOutAtMs: number | null
  readonly replies: number
}

export type SurveyFact = {
  readonly id: string
  readonly ticketId: string | null
  readonly customerId: string
  readonly score: number | null
  readonly askedAtMs: number
  readonly answeredAtMs: number | null
}

/** When a ticket came, the changes of its kind by people, and the threads it has. */
export type LabelFact = {
  readonly ticketId: string
  readonly receivedAtMs: number
  readonly isMerged: boolean
  readonly changes: readonly KindChange[]
  readonly threads: Parameters<typeof ticketKindOf>[0]
}

export type FollowUpFact = Pick<
  FollowUp,
  'id' | 'customerId' | 'state' | 'dueAtMs' | 'completedAtMs' | 'ownerId'
>
/** A painful incident that ended. */
export type PainFact = Pick<Handshake, 'id' | 'customerId' | 'atMs'>

/** Who a record is a duplicate of; null: of nobody. */
export type MergeFact = { readonly id: string; readonly mergedIntoId: string | null }

export type ActivityFact = { readonly agentId: string; readonly atMs: number }
export type AgentFact = {
  readonly id: string
  readonly role: string
  readonly teamIds: readonly string[]
  readonly isActive: boolean
  /** Open threads they can carry; null: as many as most. */
  readonly capacity: number | null
}
export type ApprovalFact = {
  readonly id: string
  readonly ticketId: string | null
  readonly requestedAtMs: number
  /** Nobody has decided yet. */
  readonly isWaiting: boolean
}
export type IssueFact = { readonly id: string; readonly state: string; readonly codes: readonly string[] }

export type ClientFact = {
  readonly clientId: string
  readonly agentId: string
  readonly name: string
  readonly platform: string
  readonly version: string
  readonly signedInAtMs: number
  readonly reportedAtMs: number | null
  readonly unsent: number | null
  readonly unsentReplies: number | null
  readonly unsentTickets: number | null
  readonly claimed: number | null
  readonly unsentTicketIds: readonly string[]
  readonly claimedTicketIds: readonly string[]
  readonly oldestUnsentAtMs: number | null
  readonly lastPulledAtMs: number | null
  readonly isEncrypted: boolean | null
  readonly skewMs: number | null
  readonly status: string | null
  readonly statusUntilMs: number | null
  readonly statusSetAtMs: number | null
  readonly liveUntilMs: number | null
}

/** Kinds of work as bits, so that a fact of a ticket with both counts for each and once for all. */
export const SERVICE = 1
export const SUPPORT = 2
export type KindMask = number
export const maskOf = (kinds: Iterable<string>): KindMask => {
  let mask = 0
  for (const kind of kinds) mask |= kind === 'service' ? SERVICE : kind === 'support' ? SUPPORT : 0
  return mask
}
/** 0 asks for all kinds. */
export const isOfKind = (mask: KindMask, wanted: KindMask): boolean => wanted === 0 || (mask & wanted) !== 0
