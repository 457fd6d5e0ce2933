import type { Thread } from '../../domain/tickets.ts'
import { isDone, isRestored } from '../thread-life.ts'
import { isWithdrawn } from '../work-kind.ts'

/** What asks something of the customer, beside what answers them. */
export const PROMPTS = ['upsell', 'referral', 'survey', 'outreach'] as const
export type Prompt = (typeof PROMPTS)[number]

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

const SILENCED: Readonly<Record<Prompt, readonly Silence['because'][]>> = {
  upsell: ['incident', 'down'],
  referral: ['incident', 'down'],
  survey: ['incident', 'down'],
  outreach: ['incident', 'down'],
}

/**
 * While support works on something of theirs, or something of theirs is down, nobody is sold anything and nobody is
 * asked how they liked it. It ends with the incident: when function is restored, or its thread is done.
 */
export function silenceOf(prompt: Prompt, { threads, down }: SilenceFacts): Silence | null {
  const isIncident = (thread: SilenceFacts['threads'][number]): boolean =>
    thread.kind === 'support' && !isWithdrawn(thread) && !isDone(thread) && !isRestored(thread)
  const incident = threads.find(isIncident)
  const [broken] = down
  const reasons: readonly (Silence | null)[] = [
    incident ? { because: 'incident', id: incident.ticketId } : null,
    broken ? { because: 'down', id: broken.id } : null,
  ]
  return reasons.find(reason => reason !== null && SILENCED[prompt].includes(reason.because)) ?? null
}
