import type { Thread } from '../../domain/tickets.ts'
import { isDone, isRestored } from '../thread-life.ts'
import { isWithdrawn } from '../work-kind.ts'

type SilenceFacts = {
  readonly threads: readonly Pick<
    Thread,
    'id' | 'ticketId' | 'kind' | 'state' | 'isPaired' | 'solvedAtMs' | 'restoredAtMs'
  >[]
  /** What is down now. */
  readonly down: readonly { readonly id: string }[]
}

/** Why nothing is asked of the customer now. */
export type Silence = {
  readonly because: 'incident' | 'down'
  /** Ticket of the incident, or what is down. */
  readonly id: string
}

/**
 * While support works on something of theirs, or something of theirs is down, nobody is sold anything, reached out to or
 * asked how they liked it. It ends with the incident: when function is restored, or its thread is done.
 */
export function silenceOf({ threads, down }: SilenceFacts): Silence | null {
  const incident = threads.find(
    thread => thread.kind === 'support' && !isWithdrawn(thread) && !isDone(thread) && !isRestored(thread),
  )
  if (incident) return { because: 'incident', id: incident.ticketId }
  const [broken] = down
  return broken ? { because: 'down', id: broken.id } : null
}
