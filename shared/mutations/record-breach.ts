import { z } from 'zod'
import { ThreadId } from '../domain/ids.ts'
import type { Customer } from '../domain/people.ts'
import type { SlaPolicy } from '../domain/service-levels.ts'
import type { Thread } from '../domain/tickets.ts'
import type { Priority } from '../domain/values.ts'
import { priorityRank } from '../domain/values.ts'
import { escalationOf, tellFact } from '../rules/sla/escalation.ts'
import type { EscalationOutcome } from '../rules/sla/escalation.ts'
import { targetName } from '../rules/sla/target-name.ts'
import { CLOCK_NAMES, recordBreaches } from '../rules/sla/thread-clocks.ts'
import type { Missed, Passed } from '../rules/sla/thread-clocks.ts'
import { isDone } from '../rules/thread-life.ts'
import { defineMutation, isAutomation, maybe, one } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { missedEvents, patchThread } from './parts/clocks.ts'
import { onThread, recordEvent } from './parts/events.ts'

/** Places of escalation events among the rows a mutation makes by itself: behind those of clocks that ran out. */
const WARNED = 30
const ESCALATED = 33
const RAISED = 40
const MOVED = 41

type Escalated = Missed & { readonly on: 'warning' | 'breach'; readonly outcome: EscalationOutcome }

function escalated({ missed, warned }: Passed, policy: SlaPolicy | null): readonly Escalated[] {
  const of = (on: Escalated['on'], passed: readonly Missed[]): readonly Escalated[] =>
    passed.flatMap(each => {
      const outcome = escalationOf(policy, on, each.clock)
      return outcome ? [{ ...each, on, outcome }] : []
    })
  return [...of('breach', missed), ...of('warning', warned)]
}

type Doing = {
  readonly thread: Thread
  readonly customer: Customer | null
  readonly acts: readonly Escalated[]
  readonly context: MutationContext
}

/** A priority is only ever raised: what an agent has set higher stays. */
function raisedTo({ thread, acts }: Doing): Priority | null {
  const wanted = acts.flatMap(({ outcome }) => outcome.raiseTo ?? [])
  const [highest] = wanted.toSorted((a, b) => priorityRank(b) - priorityRank(a))
  return highest && priorityRank(highest) > priorityRank(thread.priority) ? highest : null
}

/** The team that takes over; its people see it among what nobody has. */
function movedTo({ thread, acts }: Doing): string | null {
  const wanted = acts.find(({ outcome }) => outcome.moveToTeamId !== null)?.outcome.moveToTeamId ?? null
  return wanted === thread.teamId ? null : wanted
}

function actsOn(doing: Doing): readonly Change[] {
  const { thread, customer, context } = doing
  const [priority, teamId] = [raisedTo(doing), movedTo(doing)]
  const fields = {
    ...(priority ? { priority } : {}),
    ...(teamId === null ? {} : { teamId, assigneeId: null }),
  }
  if (Object.keys(fields).length === 0) return []
  const place = onThread(thread)
  const raised = { before: thread.priority, after: priority, cause: 'escalated' }
  const moved = {
    assigneeBefore: thread.assigneeId,
    assigneeAfter: null,
    teamBefore: thread.teamId,
    teamAfter: teamId,
    cause: 'escalated',
  }
  return [
    ...patchThread(thread, fields, { context, customer }),
    ...(priority
      ? [recordEvent(context, { place, type: 'thread.priority-changed', facts: raised, index: RAISED })]
      : []),
    ...(teamId === null
      ? []
      : [recordEvent(context, { place, type: 'thread.assigned', facts: moved, index: MOVED })]),
  ]
}

function warnedEvents({ thread, acts, context }: Doing): readonly Change[] {
  return acts
    .filter(({ on }) => on === 'warning')
    .map(({ clock, dueAtMs }) =>
      recordEvent(context, {
        place: onThread(thread),
        type: 'sla.warned',
        facts: { target: targetName(clock, thread.kind), dueAtMs },
        index: WARNED + CLOCK_NAMES.indexOf(clock),
      }),
    )
}

/** One for each clock: who is told stands in it, and every laptop finds its own agent there. */
function toldEvents(doing: Doing): readonly Change[] {
  const { thread, acts, context } = doing
  const [raised, moved] = [raisedTo(doing), movedTo(doing)]
  return acts.map(({ clock, dueAtMs, on, outcome: { tell } }) =>
    recordEvent(context, {
      place: onThread(thread),
      type: 'sla.escalated',
      facts: {
        target: targetName(clock, thread.kind),
        on,
        dueAtMs,
        tell: tellFact(tell),
        teamId: thread.teamId,
        ownerId: thread.assigneeId,
        raisedTo: raised,
        movedTo: moved,
      },
      index: ESCALATED + CLOCK_NAMES.indexOf(clock),
    }),
  )
}

/** Changes of one row in one step: a row is never patched twice by the same plan. */
function joined(thread: Thread, changes: readonly Change[]): readonly Change[] {
  const isOwn = (change: Change): boolean => change.how === 'patch' && change.id === thread.id
  const fields = Object.assign(
    {},
    ...changes.map(change => (isOwn(change) && 'fields' in change ? change.fields : {})),
  )
  const others = changes.filter(change => !isOwn(change))
  return [...patchChanged('threads', thread, fields as Partial<Thread>), ...others]
}

/**
 * Notes that clocks of a thread have run out, once each, so that history and counts have it while the thread is still
 * open, and does what its policy says about that and about warnings: who is told, another priority, another team. The
 * hub's timer does this, never a laptop; whatever is no longer late by then stays as it is.
 */
export const recordBreach = defineMutation({
  name: 'thread.recordBreach',
  decidedBy: 'hub',
  clocks: true,
  args: z.strictObject({ threadId: ThreadId }),
  reads: ({ threadId }) => ({ thread: one('threads', threadId) }),
  alsoReads: ({ thread }) => ({ customer: maybe('customers', thread.customerId) }),
  may: actor => isAutomation(actor),
  plan: ({ thread, customer }, _args, context) => {
    const { policies } = context.serviceLevels
    const policy = policies.find(({ id }) => id === thread.clocks?.policyId) ?? null
    const passed = recordBreaches(thread.clocks, policy, context.nowMs)
    if (passed.missed.length + passed.warned.length === 0) return []
    const marked = { ...thread, clocks: passed.clocks }
    const acts = isDone(thread) ? [] : escalated(passed, policy)
    const doing = { thread: marked, customer, acts, context }
    return [
      ...joined(thread, [...patchChanged('threads', thread, { clocks: passed.clocks }), ...actsOn(doing)]),
      ...missedEvents(thread, passed.missed, context),
      ...warnedEvents(doing),
      ...toldEvents(doing),
    ]
  },
  describe: () => ({ key: 'describe.recordBreach', values: {} }),
})
