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

/** A thread that begins at `atMs`, with its clocks. */
export function withFirstClocks(thread: NewThread, context: MutationContext, atMs = context.nowMs): Thread {
  const { serviceLevels: levels } = context
  const { clocks, dueAtMs } = runClocks({ before: null, after: thread, atMs, isUndo: false, levels })
  return { ...thread, clocks, dueAtMs }
}
export const insertThread = (thread: NewThread, context: MutationContext): Change =>
  insert('threads', withFirstClocks(thread, context))

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
}

/** Changes of a thread together with what follows from them for its clocks. */
export function patchThread(
  thread: Thread,
  fields: Partial<NewThread>,
  { context, atMs = context.nowMs, isUndo = false }: Acting,
): readonly Change[] {
  const after = { ...thread, ...fields }
  const { missed, ...derived } = runClocks({
    before: thread,
    after,
    atMs,
    isUndo,
    levels: context.serviceLevels,
  })
  return [
    ...patchChanged('threads', thread, { ...fields, ...derived }),
    ...missedEvents(thread, missed, context),
  ]
}
