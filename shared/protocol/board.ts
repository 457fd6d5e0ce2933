import { z } from 'zod'

/** What an agent says of themselves; unknown ones of a newer console are shown as they are. */
export const AGENT_STATUSES = ['available', 'away', 'on-call', 'lunch'] as const
export type AgentStatus = (typeof AGENT_STATUSES)[number]

/** Part of a laptop's report. The newest of an agent's laptops counts. */
export const StatusReport = z.object({
  state: z.string().max(20),
  /** When it ends by itself, ms; null: when the agent says so. */
  untilMs: z.int().nullable(),
  setAtMs: z.int(),
})
export type StatusReport = z.infer<typeof StatusReport>

/** The work of one team and kind. Null team: nobody's yet. */
export const BoardQueue = z.object({
  teamId: z.string().nullable(),
  kind: z.string(),
  /** Open threads whose customer waits for a person. */
  waiting: z.int(),
  oldestWaitingSinceMs: z.int().nullable(),
  open: z.int(),
  /** Open threads its active members can carry together. */
  capacity: z.int(),
})
export type BoardQueue = z.infer<typeof BoardQueue>

/**
 * `state`: what the agent said ('available', 'away', 'on-call', 'lunch'), 'writing' while they write, 'offline' without
 * a connected laptop, 'not-seen' when such a laptop holds unsent work and has been silent for long.
 */
export const BoardAgent = z.object({
  agentId: z.string(),
  state: z.string(),
  untilMs: z.int().nullable(),
  /** Threads of each kind in state open with them as assignee. */
  openService: z.int(),
  openSupport: z.int(),
  /** Open threads they can carry; a hub that does not say leaves it out. */
  capacity: z.int().optional(),
  /** Null: no laptop of theirs ever said. */
  unsent: z.int().nullable(),
  lastSyncedAtMs: z.int().nullable(),
  lastActivityAtMs: z.int().nullable(),
})
export type BoardAgent = z.infer<typeof BoardAgent>

/** A laptop with its last report; nulls are what it did not say. */
export const BoardLaptop = z.object({
  clientId: z.string(),
  agentId: z.string(),
  name: z.string(),
  platform: z.string(),
  version: z.string(),
  isOnline: z.boolean(),
  reportedAtMs: z.int().nullable(),
  lastSyncedAtMs: z.int().nullable(),
  unsent: z.int().nullable(),
  unsentReplies: z.int().nullable(),
  /** Tickets with unsent work there, and those of them taken there by their agent. */
  unsentTickets: z.int().nullable(),
  claimed: z.int().nullable(),
  /** Which ones, at most 50 each; a hub that does not say leaves them out. */
  unsentTicketIds: z.array(z.string()).default([]),
  claimedTicketIds: z.array(z.string()).default([]),
  oldestUnsentAtMs: z.int().nullable(),
  isEncrypted: z.boolean().nullable(),
  /** Laptop clock minus hub clock, ms. */
  skewMs: z.int().nullable(),
})
export type BoardLaptop = z.infer<typeof BoardLaptop>

const Median = z.object({
  /** Null: nothing to measure yet. */
  medianMs: z.number().nullable(),
  count: z.int(),
  /** Medians of equal parts of the period, oldest first; null where there was nothing. */
  trend: z.array(z.number().nullable()),
})
/** Numbers of one kind of work, or of all. */
export const BoardMeasures = z.object({
  /** First reply to a customer minus their first message, of the last 24 hours. */
  firstReply: Median,
  /** Restored, or else solved, minus opened; support threads solved in the last 7 days. */
  restore: Median,
  /**
   * Threads solved in the last 14 days, and those of them solved with one reply that did not come back: neither
   * reopened nor followed by a linked ticket within 7 days. `provisional` of them may still.
   */
  firstContact: z.object({ count: z.int(), solved: z.int(), provisional: z.int() }),
  /** Answers to satisfaction surveys of the last 30 days, 1 to 5. */
  csat: z.object({ sum: z.number(), answers: z.int(), asked: z.int() }),
  /**
   * Tickets that came in the last 7 days, and those of them whose work kind people changed for good, each under the
   * kind it came with; a hub that does not say leaves it out.
   */
  mislabelled: z.object({ count: z.int(), tickets: z.int() }).optional(),
  /** Follow-ups due in the last 30 days, and those done by their day; null: not of this kind of work. */
  followUps: z.object({ due: z.int(), kept: z.int() }).nullable().optional(),
  /**
   * Customers with a painful incident in the last 30 days: whom service came back to within 3 working days, whom it
   * did not, and who can still be reached in time. The same for both kinds of work.
   */
  painful: z.object({ covered: z.int(), missed: z.int(), open: z.int() }).optional(),
})
export type BoardMeasures = z.infer<typeof BoardMeasures>
export const BoardSplit = z.object({ all: BoardMeasures, service: BoardMeasures, support: BoardMeasures })
export type BoardSplit = z.infer<typeof BoardSplit>

const Flow = z.object({ arrivals: z.array(z.int()), replies: z.array(z.int()) })
/** Customers' messages and our replies in equal steps, oldest first; the last step is under way. */
export const BoardFlow = z.object({
  fromMs: z.int(),
  stepMs: z.int(),
  all: Flow,
  service: Flow,
  support: Flow,
})
export type BoardFlow = z.infer<typeof BoardFlow>

/**
 * Something to act on. It names rows and never describes them: names are looked up where the reader may see them.
 * `kind`: 'first-reply-breached', 'reply-overdue', 'target-missed' (to resolve or restore) and 'due-soon' (a queue each),
 * 'laptop-silent' (a laptop with unsent work), 'bad-experience' (customers
 * who had one and wait), 'issue-rising' (a known issue), 'approvals-waiting' (amounts over somebody's limit).
 */
export const BoardAlert = z.object({
  id: z.string(),
  kind: z.string(),
  severity: z.enum(['bad', 'warning']),
  count: z.int(),
  /** When it began: the moment a clock ran out, the last report, the start of the longest wait. */
  sinceMs: z.int().nullable(),
  teamId: z.string().nullable(),
  workKind: z.string().nullable(),
  agentId: z.string().nullable(),
  issueId: z.string().nullable(),
  /** At most 50, the most pressing first. */
  threadIds: z.array(z.string()),
  ticketIds: z.array(z.string()),
})
export type BoardAlert = z.infer<typeof BoardAlert>

/**
 * The picture of the floor. `isWhole`: everything. Else only what changed: sections that are there replace the known
 * ones, agents and laptops replace those with the same id.
 */
export const BoardFrame = z.object({
  kind: z.literal('board'),
  /** Names this picture; give it back to wait for the next. */
  mark: z.string(),
  isWhole: z.boolean(),
  /** Hub clock, ms. */
  asOfMs: z.int(),
  queues: z.array(BoardQueue).optional(),
  agents: z.array(BoardAgent).optional(),
  laptops: z.array(BoardLaptop).optional(),
  measures: BoardSplit.optional(),
  flow: BoardFlow.optional(),
  alerts: z.array(BoardAlert).optional(),
})
export type BoardFrame = z.infer<typeof BoardFrame>

/** A frame that leaves nothing out. */
export type WholeBoard = { readonly [Key in keyof BoardFrame]-?: NonNullable<BoardFrame[Key]> }

/** Open threads an agent can carry at a time where nobody said otherwise; what load and rebalancing are measured by. */
export const THREADS_PER_AGENT = 8

export const capacityOf = ({ capacity }: { readonly capacity: number | null }): number =>
  capacity ?? THREADS_PER_AGENT
