import { z } from 'zod'
import { TeamId, TicketId } from '../domain/ids.ts'
import type { Customer } from '../domain/people.ts'
import type { Thread, Ticket } from '../domain/tickets.ts'
import type { WorkKind } from '../domain/values.ts'
import { closingStamp, isDone, isWorkable } from '../rules/thread-life.ts'
import { isWithdrawn, otherKind, TICKET_KINDS, ticketKindOf } from '../rules/work-kind.ts'
import { defineMutation, maybe, many, one } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { NO_ROW } from './parts/changes.ts'
import { insertThread, patchThread } from './parts/clocks.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { Suggested } from './parts/suggested.ts'

const RelabelArgs = z.strictObject({
  ticketId: TicketId,
  kind: z.enum(TICKET_KINDS),
  /** The kind of the ticket the agent saw. */
  seen: SeenValue.nullable(),
  /** Team of the thread that is added or turned; null leaves it where it is, and a new one without a team. */
  teamId: TeamId.nullable(),
  /** What the triage suggested to the agent, when that was what they answered; recorded beside the change. */
  suggested: Suggested.nullable().default(null),
})
type RelabelArgs = z.infer<typeof RelabelArgs>

/** The agent saw what the triage suggests and leaves the kind as it is: only that is recorded. */
const isKeeping = ({ kind, seen, suggested }: RelabelArgs): boolean => suggested !== null && seen === kind

/** What a change of kind is worked out with. */
type Turning = { readonly context: MutationContext; readonly customer: Customer | null }

type OneKind = { readonly kind: WorkKind; readonly teamId: string | null }

/** Rows made by themselves: events come first, then this. */
const NEW_THREAD = 10

const withdrawn = {
  state: 'closed',
  solvedAtMs: null,
  snoozedUntilMs: null,
  isPaired: false,
} as const

/** The thread that lives on when a ticket gets one kind: the one of that kind, else one somebody still works on. */
function survivorOf(live: readonly Thread[], kind: WorkKind): Thread | null {
  return live.find(thread => thread.kind === kind) ?? live.find(isWorkable) ?? live[0] ?? null
}

/**
 * One kind: the survivor is turned to it where it was of the other, the rest is withdrawn. Open work never vanishes:
 * a survivor that was done opens where the withdrawn thread was not.
 */
function toOneKind(
  threads: readonly Thread[],
  { kind, teamId }: OneKind,
  turning: Turning,
): readonly Change[] {
  const { context } = turning
  const live = threads.filter(thread => !isWithdrawn(thread))
  const survivor = survivorOf(live, kind)
  const isOpen = live.some(thread => !isDone(thread))
  return threads.flatMap(thread => {
    if (thread.id === survivor?.id) {
      const team = thread.kind !== kind && teamId !== null ? { teamId } : {}
      const opened = isOpen && isDone(thread) ? closingStamp(thread, 'open', context.nowMs) : {}
      return patchThread(thread, { ...opened, kind, isPaired: false, ...team }, turning)
    }
    // A withdrawn thread keeps the other kind, so that a ticket never has two threads of one.
    return patchThread(thread, { kind: otherKind(kind), ...withdrawn }, turning)
  })
}

type NewThread = Omit<Thread, 'clocks' | 'dueAtMs'>
const sibling = (thread: NewThread, context: MutationContext, teamId: string | null): NewThread => ({
  ...thread,
  id: context.derivedId(NEW_THREAD),
  kind: thread.kind === 'support' ? 'service' : 'support',
  state: 'open',
  priority: thread.priority === 'other' ? 'normal' : thread.priority,
  assigneeId: null,
  teamId,
  isPaired: true,
  snoozedUntilMs: null,
  openedAtMs: context.nowMs,
  solvedAtMs: null,
  reopenedCount: 0,
  answeredAtMs: null,
  restoredAtMs: null,
})

/** Both kinds: the missing thread comes back where relabelling withdrew it before, else it is made. */
function toBothKinds(threads: readonly Thread[], teamId: string | null, turning: Turning): readonly Change[] {
  const { context, customer } = turning
  const first = threads.find(thread => !isWithdrawn(thread))
  if (!first) return []
  const kind: WorkKind = first.kind === 'support' ? 'support' : 'service'
  const second = threads.find(thread => thread.id !== first.id)
  const team = teamId === null ? {} : { teamId }
  const paired = patchThread(first, { kind, isPaired: true }, turning)
  if (!second)
    return [...paired, insertThread(sibling({ ...first, kind }, context, teamId), customer, context)]
  const back = isWithdrawn(second) ? { state: 'open' as const, ...team } : {}
  const fields = { ...back, kind: otherKind(kind), isPaired: true }
  return [...paired, ...patchThread(second, fields, turning)]
}

type RelabelRows = {
  readonly ticket: Ticket
  readonly customer: Customer | null
  readonly threads: readonly Thread[]
}

function relabelChanges(
  { ticket, customer, threads }: RelabelRows,
  args: RelabelArgs,
  context: MutationContext,
): readonly Change[] {
  const { kind, teamId, suggested } = args
  const before = ticketKindOf(threads)
  if (isKeeping(args)) {
    // Somebody has changed the kind meanwhile: that decision stands, and this one is about a kind it no longer has.
    if (before !== kind) return []
    const facts = { kind, suggested }
    return [recordEvent(context, { place: onTicket(ticket), type: 'ticket.kind-kept', facts })]
  }
  if (before === kind) return []
  const turning = { context, customer }
  const changes =
    kind === 'both' ? toBothKinds(threads, teamId, turning) : toOneKind(threads, { kind, teamId }, turning)
  if (changes.length === 0) return []
  const facts = { before, after: kind, ...(suggested === null ? {} : { suggested }) }
  return [...changes, recordEvent(context, { place: onTicket(ticket), type: 'ticket.relabelled', facts })]
}

/**
 * Says that a ticket is service, support or both. Recorded with before and after: the mislabel rate counts these. With
 * the kind it has, as an answer to a suggestion, it records that the kind was kept.
 */
export const relabel = defineMutation({
  name: 'ticket.relabel',
  clocks: true,
  args: RelabelArgs,
  reads: ({ ticketId, teamId }) => ({
    ticket: one('tickets', ticketId),
    team: maybe('teams', teamId ?? NO_ROW),
  }),
  alsoReads: ({ ticket }) => ({
    customer: maybe('customers', ticket.customerId),
    threads: many('threads', { ticketId: ticket.id }),
  }),
  may: (_actor, { threads, team }, { teamId }) =>
    threads.some(thread => isWorkable(thread)) && (teamId === null || team !== null),
  plan: (rows, args, context) => relabelChanges(rows, args, context),
  conflict: ({ ticket, threads }, args) => {
    if (isKeeping(args)) return null
    const { kind, seen } = args
    return conflictOf('changed-since', [
      { table: 'tickets', id: ticket.id, field: 'kind', seen, mine: kind, theirs: ticketKindOf(threads) },
    ])
  },
  describe: args => ({
    key: isKeeping(args) ? 'describe.keepKind' : 'describe.relabel',
    values: { kind: args.kind },
  }),
  insist: ({ threads }, args) => ({ ...args, seen: ticketKindOf(threads) }),
  invert: ({ threads }, { ticketId, kind }) => {
    const before = ticketKindOf(threads)
    return before === null || before === kind
      ? null
      : { name: 'ticket.relabel', args: { ticketId, kind: before, seen: kind, teamId: null } }
  },
})
