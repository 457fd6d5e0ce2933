import type { ExperienceView } from '../../shared/contract/between.ts'
import type { Thread } from '../../shared/domain/tickets.ts'
import type { TicketView } from '../../shared/contract/tickets.ts'
import type { MutationArgs } from '../../shared/mutations/index.ts'
import type { Intent } from '../../shared/mutations/define.ts'
import { inWorkingDays } from '../../shared/rules/experience/in-working-days.ts'
import { ticketKindOf } from '../../shared/rules/work-kind.ts'
import { now } from '../lib/clock.ts'
import { makeId } from '../lib/make-id.ts'
import { openSession } from '../stores/session-store.ts'
import { liveThreads } from './current-ticket.ts'
import { seenUpTo } from './seen.ts'
import { act } from './use-action.ts'

export const waiveRelationship = (thread: Thread, reason: string) =>
  act('relationship.waive', {
    closingId: makeId(),
    threadId: thread.id,
    reason,
    seen: thread.state,
    seenUpToSeq: seenUpTo(thread.ticketId),
  })

type Recovery = {
  readonly customerId: string
  readonly ticketId: string | null
  readonly title: string
  readonly view: ExperienceView
}

/** A follow-up in the service pane that makes up for the newest bad moment; null when there is none to make up for. */
export async function planRecovery({ customerId, ticketId, title, view }: Recovery): Promise<boolean> {
  const { newest, count } = view.alert
  if (!newest) return false
  const done = await act('recovery.plan', {
    followUpId: makeId(),
    customerId,
    ticketId: newest.ticketId ?? ticketId,
    title,
    reason: null,
    dueAtMs: inWorkingDays(now(), view.recoveryDays),
    ownerId: openSession()?.place.agent.id ?? null,
    because: newest.kind,
    count: Math.max(1, count),
  })
  return done !== null
}

export type HandOverWish = {
  readonly toKind: 'service' | 'support'
  readonly fromKind: 'service' | 'support' | null
  /** An agent or a team of the directory; null: whoever works there. */
  readonly to: { readonly type: 'agent' | 'team'; readonly id: string } | null
  readonly note: string
  readonly isQuestion: boolean
  /** The kind the ticket is to have alone; null: the other part is made beside this one. */
  readonly relabelTo?: 'service' | 'support' | null
}

/** The thread of the other pane: made when the ticket has none, else given to the receiver. */
function ownerIntents(view: TicketView, { toKind, to, relabelTo = null }: HandOverWish): readonly Intent[] {
  const threads = liveThreads(view.threads)
  const thread = threads.find(({ kind }) => kind === toKind)
  const teamId = to?.type === 'team' ? to.id : null
  if (!thread) {
    const kind = relabelTo ?? 'both'
    const args = { ticketId: view.ticket.id, kind, seen: ticketKindOf(threads) ?? '', teamId }
    return [{ name: 'ticket.relabel', args }]
  }
  const wake =
    thread.state === 'solved'
      ? [
          {
            name: 'thread.setState',
            args: {
              threadId: thread.id,
              state: 'open',
              seen: thread.state,
              seenUpToSeq: seenUpTo(view.ticket.id),
              restore: null,
            },
          },
        ]
      : []
  if (!to) return wake
  const args = {
    threadId: thread.id,
    team: to.type === 'team' ? { seen: thread.teamId, value: to.id } : null,
    assignee:
      to.type === 'agent'
        ? { seen: thread.assigneeId, value: to.id }
        : thread.assigneeId === null
          ? null
          : { seen: thread.assigneeId, value: null },
  }
  return [...wake, { name: 'thread.assign', args }]
}

/** Hands over, or asks: what the receiver has to know and who has it then, as one. */
export async function handOver(view: TicketView, wish: HandOverWish): Promise<boolean> {
  const { toKind, fromKind, to, note, isQuestion } = wish
  const given: Intent = {
    name: 'handOver.give',
    args: {
      handOverId: makeId(),
      ticketId: view.ticket.id,
      fromKind,
      toKind,
      toAgentId: to?.type === 'agent' ? to.id : null,
      toTeamId: to?.type === 'team' ? to.id : null,
      note,
      isQuestion,
    },
  }
  const items = [given, ...ownerIntents(view, wish)].map(({ name, args }) => ({ name, args }))
  return (await act('mutations.group', { items })) !== null
}

export const takeHandOver = (handOverId: string) => act('handOver.take', { handOverId })

/** Notes a bad experience nobody here saw. */
export const reportExperience = (told: Omit<MutationArgs<'experience.report'>, 'momentId'>) =>
  act('experience.report', { momentId: makeId(), ...told })
