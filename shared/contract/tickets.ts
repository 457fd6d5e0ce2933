import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import type { Takeover } from '../domain/takeovers.ts'
import type {
  Attachment,
  Draft,
  Lease,
  Message,
  Note,
  Thread,
  Ticket,
  TicketEvent,
} from '../domain/tickets.ts'
import type { ActState } from './explain.ts'
import { method, returns } from './define.ts'

/** How far something written here has come. */
/** How far something written here has come, in the words of the ledger. */
export type Delivery = Exclude<ActState, 'resting'>

/** A reply in its undo window: the intent that takes it back, and when it leaves by itself, ms. */
export type Held = { readonly mutationId: string; readonly untilMs: number }

/** A lease that nobody has ended; by the hub's clock its time may be over. */
export type ShownLease = Pick<Lease, 'id' | 'agentId' | 'untilMs'> & { readonly agentName: string | null }

export type TicketView = {
  readonly ticket: Ticket
  readonly localNumber: number | null
  readonly threads: readonly Thread[]
  readonly customerName: string
  readonly links: readonly {
    readonly id: string
    readonly kind: string
    readonly ticketId: string
    readonly number: number | null
    readonly subject: string
  }[]
  /** Who works on it offline. */
  readonly lease: ShownLease | null
  /** A bot spoke with the customer; null: none did. */
  readonly takeover: (Takeover & { readonly takenByName: string | null }) | null
  /** Unsent or parked work per row id and field, so that the window can mark it. */
  readonly pending: readonly {
    readonly table: string
    readonly id: string
    readonly mutationId: string
    readonly parked: boolean
  }[]
}

export type ConversationItem =
  | {
      readonly type: 'message'
      readonly atMs: number
      readonly message: Message
      readonly authorName: string | null
      readonly attachments: readonly Attachment[]
      readonly delivery: Delivery
      readonly held: Held | null
    }
  | {
      readonly type: 'note'
      readonly atMs: number
      readonly note: Note
      readonly authorName: string | null
      readonly attachments: readonly Attachment[]
      readonly delivery: Delivery
    }
  | {
      readonly type: 'event'
      readonly atMs: number
      readonly event: TicketEvent
      readonly actorName: string | null
    }

/** Newest page first; items inside a page in time order. `earlier` continues towards the beginning. */
export type ConversationPage = {
  readonly items: readonly ConversationItem[]
  readonly earlier: string | null
}

export const ticketMethods = {
  'tickets.get': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId }),
    output: returns<TicketView | null>(),
  }),
  'tickets.conversation': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      ticketId: TicketId,
      before: z.string().nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: returns<ConversationPage>(),
  }),
  /** Messages of a ticket up to `seq` have been on the screen of this laptop. */
  'tickets.markSeen': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ ticketId: TicketId, seq: z.int().min(1) }),
    output: returns<{ seen: boolean }>(),
  }),
  /** Own drafts of the ticket, those of other devices included (`isHere` says which). */
  'drafts.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId }),
    output: returns<readonly (Draft & { readonly isHere: boolean })[]>(),
  }),
  /** Keeps a file on this laptop under its hash, ready to be named by a reply or note. */
  'attachments.keep': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({
      fileName: z.string().min(1).max(255),
      mediaType: z.string().max(255),
      bytes: z.instanceof(Uint8Array),
    }),
    output: returns<{ sha256: string; sizeBytes: number }>(),
  }),
  'attachments.read': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ attachmentId: RowId }),
    output: returns<
      | { state: 'here'; bytes: Uint8Array; mediaType: string; fileName: string }
      | { state: 'not-here'; reason: 'offline' | 'gone' | 'not-masked' }
    >(),
  }),
} as const
