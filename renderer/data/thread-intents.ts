import type { TriageView } from '../../shared/contract/triage.ts'
import type { Thread } from '../../shared/domain/tickets.ts'
import type { Priority, ThreadState } from '../../shared/domain/values.ts'
import { ticketKindOf } from '../../shared/rules/work-kind.ts'
import type { TicketKind } from '../../shared/rules/work-kind.ts'
import { makeId } from '../lib/make-id.ts'
import { desk } from '../desk.ts'
import { askClosing } from '../stores/closing-store.ts'
import { seenUpTo } from './seen.ts'
import { act } from './use-action.ts'

/** What people want with a thread or ticket; each carries what was on the screen when they decided. */

/** A thread that is solved by itself, not one of many, is asked about afterwards. */
export async function setThreadState(thread: Thread, state: Exclude<ThreadState, 'snoozed'>): Promise<void> {
  const { id: threadId, ticketId, state: seen } = thread
  const args = { threadId, state, seen, seenUpToSeq: seenUpTo(ticketId), restore: null }
  if ((await act('thread.setState', args)) !== null && state === 'solved') askClosing({ ticketId, threadId })
}

/** The customer's service runs again, or does not after all; with it the thing the ticket is about, where that is known. */
export async function setRestored(thread: Thread, isRestored: boolean): Promise<void> {
  const { id: threadId, ticketId, restoredAtMs, reopenedCount } = thread
  const seenUpToSeq = seenUpTo(ticketId)
  const about = await desk.call('tickets.closing', { ticketId }).catch(() => null)
  await act('thread.setRestored', {
    threadId,
    isRestored,
    seen: { restoredAtMs, reopenedCount },
    seenUpToSeq,
    assetId: about?.causeStart.assetId ?? null,
    atMs: null,
  })
}

export const snoozeThread = (thread: Thread, untilMs: number) =>
  act('thread.snooze', {
    threadId: thread.id,
    untilMs,
    seen: thread.state,
    seenUpToSeq: seenUpTo(thread.ticketId),
  })

export const wakeThread = (thread: Thread) =>
  act('thread.wake', { threadId: thread.id, untilMs: thread.snoozedUntilMs })

export const takeThread = (thread: Thread, agentId: string) =>
  act('thread.take', { threadId: thread.id, agentId, seen: thread.assigneeId })

export const assignThread = (thread: Thread, agentId: string | null) =>
  act('thread.assign', {
    threadId: thread.id,
    team: null,
    assignee: { seen: thread.assigneeId, value: agentId },
  })

export const moveToTeam = (thread: Thread, teamId: string | null) =>
  act('thread.assign', { threadId: thread.id, team: { seen: thread.teamId, value: teamId }, assignee: null })

export const setPriority = (thread: Thread, priority: Priority) =>
  act('thread.setPriority', { threadId: thread.id, priority, seen: thread.priority })

export const relabel = (ticketId: string, threads: readonly Thread[], kind: TicketKind) =>
  act('ticket.relabel', { ticketId, kind, seen: ticketKindOf(threads) ?? '', teamId: null })

/** Answers what the triage suggested: move it to `kind`, or keep the kind it has. */
export const answerTriage = (ticketId: string, { kind, suggested }: TriageView, to: TicketKind) =>
  act('ticket.relabel', { ticketId, kind: to, seen: kind, teamId: null, suggested })

export const addTag = (ticketId: string, tag: string) => act('ticket.tag', { ticketId, tags: [tag] })
export const removeTag = (ticketId: string, tag: string) => act('ticket.untag', { ticketId, tags: [tag] })

export const linkTickets = (
  ticketId: string,
  otherTicketId: string,
  kind: 'related' | 'duplicate' | 'parent' | 'caused-by',
) => act('ticket.link', { linkId: makeId(), ticketId, otherTicketId, kind })

export const unlinkTickets = (ticketId: string, linkId: string) => act('ticket.unlink', { linkId, ticketId })
