import type { Customer } from '../../domain/people.ts'
import type { Thread } from '../../domain/tickets.ts'
import { runClocks } from '../../rules/sla/thread-clocks.ts'
import type { ClockName, Missed } from '../../rules/sla/thread-clocks.ts'
import { CLOCK_NAMES } from '../../rules/sla/thread-clocks.ts'
import { targetName } from '../../rules/sla/target-name.ts'
import { insert } from '../define.ts'
import type { Change, MutationContext } from '../define.ts'
import { patchChanged } from './changes.ts'
import { onThread, recordEvent } from './events.ts'

/** Places of these events among the rows a mutation makes by itself: behind events and threads of relabelling. */
const FIRST_MISSED = 20

type ClockFields = 'clocks' | 'dueAtMs'
type NewThread = Omit<Thread, ClockFields>

type Tier = Pick<Customer, 'tier'>

/** A thread of this customer that begins now, with its clocks. */
export function insertThread(thread: NewThread, customer: Tier | null, context: MutationContext): Change {
  const { serviceLevels: levels, nowMs: atMs } = context
  const begun = runClocks({ before: null, after: thread, atMs, isUndo: false, customer, levels })
  return insert('threads', { ...thread, clocks: begun.clocks, dueAtMs: begun.dueAtMs })
}

/** Events of clocks that ran out. Only the hub says so: it decides when something was late, and says it once. */
export function missedEvents(
  thread: Thread,
  missed: readonly Missed[],
  context: MutationContext,
): readonly Change[] {
  if (context.side === 'laptop') return []
  const place = onThread(thread)
  const slot = FIRST_MISSED + (thread.kind === 'support' ? CLOCK_NAMES.length : 0)
  const version = context.serviceLevels.policies.find(({ id }) => id === thread.clocks?.policyId)?.version
  return missed.map(({ clock, dueAtMs }) =>
    recordEvent(context, {
      place,
      type: 'sla.breached',
      facts: { target: targetName(clock, thread.kind), dueAtMs, policyVersion: version ?? null },
      index: slot + CLOCK_NAMES.indexOf(clock),
    }),
  )
}
export type { ClockName }

type Acting = {
  readonly context: MutationContext
  /** When it counts for the clocks, ms; default: when the agent acted. */
  readonly atMs?: number
  readonly isUndo?: boolean
  /** Given where another promise may begin to hold: with another kind or priority, or with the first one. */
  readonly customer?: Tier | null
}

/** Changes of a thread together with what follows from them for its clocks. */
export function patchThread(
  thread: Thread,
  fields: Partial<NewThread>,
  { context, atMs = context.nowMs, isUndo = false, customer = null }: Acting,
): readonly Change[] {
  const after = { ...thread, ...fields }
  const { missed, ...derived } = runClocks({
    before: thread,
    after,
    atMs,
    isUndo,
    customer,
    levels: context.serviceLevels,
  })
  return [
    ...patchChanged('threads', thread, { ...fields, ...derived }),
    ...missedEvents(thread, missed, context),
  ]
}
