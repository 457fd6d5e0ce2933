import { z } from 'zod'
import type { KnownIssue } from '../domain/knowledge.ts'
import { AgentId, TeamId, TicketId } from '../domain/ids.ts'
import { WorkKind } from '../domain/values.ts'
import type { WholeBoard } from '../protocol/board.ts'
import { AGENT_STATUSES } from '../protocol/board.ts'
import type { AgentStatus } from '../protocol/board.ts'
import { method, returns } from './define.ts'
import type { ListRow } from './threads.ts'

/** Colleagues who have a ticket in front of them; the agent of this laptop is never among them. */
export type TicketWatchers = {
  readonly ticketId: string
  readonly agents: readonly { readonly id: string; readonly doing: string }[]
}
/** What a colleague says of themselves; unknown states of a newer console are shown as they are. Times in ms of the hub. */
export type Colleague = { readonly id: string; readonly state: string; readonly untilMs: number | null }
/** What the agent says of themselves; `untilMs` null: until they say otherwise. */
export type OwnStatus = { readonly state: AgentStatus; readonly untilMs: number | null }

/** The board as this laptop knows it; offline it stays, with the moment it was last heard of. */
export type BoardState = {
  readonly connection: 'off' | 'connecting' | 'live' | 'offline' | 'refused'
  readonly board: WholeBoard | null
  /** Laptop clock, ms. */
  readonly heardAtMs: number | null
}

/** Numbers of the board that are made of what came of tickets. */
export const BOARD_OUTCOMES = [
  'first-reply',
  'restore',
  'first-contact',
  'csat',
  'mislabelled',
  'follow-ups',
  'painful',
] as const

/** Which tickets a number of the board stands for. */
export const BoardFilter = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('queue'), teamId: TeamId.nullable(), kind: WorkKind }),
  z.strictObject({ by: z.literal('agent'), agentId: AgentId }),
  z.strictObject({ by: z.literal('waiting'), kind: WorkKind.nullable() }),
  z.strictObject({
    by: z.literal('outcome'),
    of: z.enum(BOARD_OUTCOMES),
    kind: WorkKind.nullable(),
    /** Where the period of the number begins, ms. */
    sinceMs: z.int(),
  }),
  z.strictObject({
    by: z.literal('flow'),
    /** Null: both what came in and what went out. */
    way: z.enum(['arrivals', 'replies']).nullable(),
    kind: WorkKind.nullable(),
    /** From when, ms, and until before when. */
    fromMs: z.int(),
    untilMs: z.int(),
  }),
  z.strictObject({ by: z.literal('tickets'), ticketIds: z.array(TicketId).max(200) }),
])
export type BoardFilter = z.infer<typeof BoardFilter>

/**
 * `values`: by ticket, what it gives to the number of an outcome: ms for times, replies for first contact (or why it
 * was missed: minus its place in `CONTACT_MISSES`, counted from one), the score for satisfaction, the place of the change in `KIND_TURNS` for wrong labels, in
 * `FOLLOW_UP_STANDINGS` and `COVER_STANDINGS` for follow-ups and painful incidents, messages for the flow. Empty for the other filters. `hasMore`: the limit was reached.
 */
export type BoardThreads = {
  readonly rows: readonly ListRow[]
  readonly values: Readonly<Record<string, number>>
  readonly hasMore: boolean
}

const none = z.strictObject({})

export const floorMethods = {
  'presence.list': method({
    owner: 'data',
    kind: 'command',
    input: none,
    output: returns<readonly TicketWatchers[]>(),
  }),
  /** The ticket in front of the agent, null for none. Nobody else is told while this laptop is offline. */
  'presence.set': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ ticketId: TicketId.nullable(), doing: z.enum(['viewing', 'typing']) }),
    output: returns<{ taken: boolean }>(),
  }),
  /** Who is here; who is not named is offline. Null: nothing is known, as without a line. */
  'colleagues.list': method({
    owner: 'data',
    kind: 'command',
    input: none,
    output: returns<readonly Colleague[] | null>(),
  }),
  'status.get': method({ owner: 'data', kind: 'command', input: none, output: returns<OwnStatus>() }),
  'status.set': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ state: z.enum(AGENT_STATUSES), untilMs: z.int().nullable() }),
    output: returns<OwnStatus>(),
  }),
  /** Begins or ends looking at the board; answers what is known of it. */
  'board.watch': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ isWatching: z.boolean() }),
    output: returns<BoardState>(),
  }),
  'board.threads': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ filter: BoardFilter, limit: z.int().min(1).max(5000).default(100) }),
    output: returns<BoardThreads>(),
  }),
  /** Known issues by name, for the board's alerts. */
  'board.issues': method({
    owner: 'data',
    kind: 'query',
    input: none,
    output: returns<readonly Pick<KnownIssue, 'id' | 'code' | 'title'>[]>(),
  }),
  /** Opens the supervisors' window; refused for other roles. */
  'supervisor.open': method({
    owner: 'main',
    kind: 'command',
    input: none,
    output: returns<{ opened: boolean }>(),
  }),
  /** Brings the console to the front with a ticket. */
  'supervisor.openTicket': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({ ticketId: TicketId }),
    output: returns<{ opened: boolean }>(),
  }),
  /** The window fills the screen, for a display on the wall. */
  'supervisor.setWallboard': method({
    owner: 'main',
    kind: 'command',
    input: z.strictObject({ isOn: z.boolean() }),
    output: returns<{ isOn: boolean }>(),
  }),
} as const
