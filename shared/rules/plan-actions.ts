import { assertNever } from '../assert.ts'
import type { Lease, Thread, Ticket } from '../domain/tickets.ts'
import type { Channel } from '../domain/values.ts'
import type { Intent } from '../mutations/define.ts'
import { inLanguage } from './in-language.ts'
import { fillIn, openPlaces } from './fill-in.ts'
import type { Places } from './fill-in.ts'
import { leasesOfOthers } from './leases.ts'
import type { Receivers } from './receivers.ts'
import { whenMs } from './ticket-actions.ts'
import type { TicketAction } from './ticket-actions.ts'
import { isWorkable } from './thread-life.ts'
import { isWithdrawn, ticketKindOf } from './work-kind.ts'

/** A ticket as it stands here, and everything an action may need to know. */
export type ActionFacts = {
  readonly ticket: Pick<Ticket, 'id' | 'customerId' | 'tags' | 'lastMessageSeq'>
  readonly threads: readonly Thread[]
  readonly leases: readonly Lease[]
  /** Known issues the ticket has. */
  readonly issueIds: readonly string[]
  /** Threads that are meant; null: all of the ticket. */
  readonly kind: 'service' | 'support' | null
  readonly agentId: string
  readonly nowMs: number
  readonly makeId: () => string
  readonly places: Places
  /** The customer's, BCP 47; null when it is not known. */
  readonly language: string | null
  /** Where a reply would go; null when nobody can be reached. */
  readonly replyTo: (Receivers & { readonly channel: Channel }) | null
}

/** Why nothing is done with a ticket. */
export type ActionProblem = 'no-thread' | 'closed' | 'no-receiver' | 'open-place' | 'leased'
export type ActionPlan = {
  /** In order; together they are one group. Empty: everything is so already. */
  readonly intents: readonly Intent[]
  readonly problem: ActionProblem | null
}

const refused = (problem: ActionProblem): ActionPlan => ({ intents: [], problem })

/** The intents that do these actions to a ticket, or why it takes none of them. All or nothing per ticket. */
export function planActions(actions: readonly TicketAction[], facts: ActionFacts): ActionPlan {
  const meant = facts.threads.filter(
    thread => !isWithdrawn(thread) && (facts.kind === null || thread.kind === facts.kind),
  )
  if (meant.length === 0) return refused('no-thread')
  const threads = meant.filter(isWorkable)
  const intents: Intent[] = []
  for (const action of actions) {
    const part = planOne(action, { ...facts, threads, meant })
    if (part.problem !== null) return part
    intents.push(...part.intents)
  }
  return { intents, problem: null }
}

type Meant = ActionFacts & { readonly meant: readonly Thread[] }
type OnThread = (thread: Thread) => Intent | null

/** On every thread that is meant. A ticket with none that takes work is refused, not passed over in silence. */
function onThreads({ threads }: Meant, make: OnThread): ActionPlan {
  if (threads.length === 0) return refused('closed')
  return { intents: threads.flatMap(thread => make(thread) ?? []), problem: null }
}

const intents = (...all: readonly Intent[]): ActionPlan => ({ intents: all, problem: null })

function planOne(action: TicketAction, facts: Meant): ActionPlan {
  switch (action.type) {
    case 'state':
      return setStates(action.state, facts)
    case 'assign':
      return assign(action.to === 'me' ? facts.agentId : action.to, facts)
    case 'team':
      return onThreads(facts, ({ id, teamId }) =>
        teamId === action.teamId
          ? null
          : {
              name: 'thread.assign',
              args: { threadId: id, team: { seen: teamId, value: action.teamId }, assignee: null },
            },
      )
    case 'priority':
      return onThreads(facts, ({ id, priority }) =>
        priority === action.priority
          ? null
          : {
              name: 'thread.setPriority',
              args: { threadId: id, priority: action.priority, seen: priority },
            },
      )
    case 'snooze':
      return snooze(whenMs(action.until, facts.nowMs), facts)
    case 'tag':
    case 'untag':
    case 'kind':
    case 'note':
    case 'followUp':
      return onTicket(action, facts)
    case 'lease':
      return lease(action.forMs, facts)
    case 'linkIssue':
      return linkIssue(action.issueId, facts)
    case 'reply':
      return reply(inLanguage(action.variants, [facts.language])?.body ?? action.body, facts)
    default:
      return assertNever(action, 'action')
  }
}

type TicketWide = Extract<TicketAction, { type: 'tag' | 'untag' | 'kind' | 'note' | 'followUp' }>

function onTicket(action: TicketWide, facts: Meant): ActionPlan {
  const { ticket, places, nowMs, agentId } = facts
  const { id: ticketId, customerId } = ticket
  switch (action.type) {
    case 'tag': {
      const tags = action.tags.filter(name => !ticket.tags.includes(name))
      return tags.length === 0 ? intents() : intents({ name: 'ticket.tag', args: { ticketId, tags } })
    }
    case 'untag': {
      const tags = action.tags.filter(name => ticket.tags.includes(name))
      return tags.length === 0 ? intents() : intents({ name: 'ticket.untag', args: { ticketId, tags } })
    }
    case 'kind': {
      const seen = ticketKindOf(facts.meant)
      if (seen === action.kind) return intents()
      return intents({ name: 'ticket.relabel', args: { ticketId, kind: action.kind, seen, teamId: null } })
    }
    case 'note': {
      const body = fillIn(action.body, places)
      const args = { noteId: facts.makeId(), ticketId, threadId: null, body, attachments: [] }
      return intents({ name: 'note.add', args })
    }
    case 'followUp': {
      const args = {
        followUpId: facts.makeId(),
        customerId,
        ticketId,
        title: fillIn(action.title, places),
        reason: null,
        channel: null,
        dueAtMs: whenMs(action.due, nowMs),
        ownerId: agentId,
      }
      return intents({ name: 'followUp.add', args })
    }
    default:
      return assertNever(action, 'action')
  }
}

function setStates(state: 'open' | 'pending' | 'solved', facts: Meant): ActionPlan {
  const { lastMessageSeq: seenUpToSeq } = facts.ticket
  // A closed thread may be opened again; nothing else happens to it.
  const threads = state === 'open' ? facts.meant : facts.threads
  return onThreads({ ...facts, threads }, thread => {
    if (thread.state === state) return null
    if (thread.state === 'snoozed' && state === 'open')
      return { name: 'thread.wake', args: { threadId: thread.id, untilMs: thread.snoozedUntilMs } }
    return {
      name: 'thread.setState',
      args: { threadId: thread.id, state, seen: thread.state, seenUpToSeq, restore: null },
    }
  })
}

const assign = (to: string | null, facts: Meant): ActionPlan =>
  onThreads(facts, ({ id: threadId, assigneeId }) => {
    if (assigneeId === to) return null
    if (to === facts.agentId)
      return { name: 'thread.take', args: { threadId, agentId: to, seen: assigneeId } }
    return {
      name: 'thread.assign',
      args: { threadId, team: null, assignee: { seen: assigneeId, value: to } },
    }
  })

const snooze = (untilMs: number, facts: Meant): ActionPlan =>
  onThreads(facts, ({ id: threadId, state: seen }) => ({
    name: 'thread.snooze',
    args: { threadId, untilMs, seen, seenUpToSeq: facts.ticket.lastMessageSeq },
  }))

function linkIssue(issueId: string, { ticket, issueIds, makeId }: Meant): ActionPlan {
  if (issueIds.includes(issueId)) return intents()
  return intents({ name: 'ticket.linkIssue', args: { linkId: makeId(), ticketId: ticket.id, issueId } })
}

/** A colleague's lease is broken by who supervises, one at a time and knowingly; never by the way. */
function lease(forMs: number, { ticket, leases, agentId, nowMs, makeId }: Meant): ActionPlan {
  if (leasesOfOthers(leases, { agentId, nowMs }).length > 0) return refused('leased')
  const args = { leaseId: makeId(), ticketId: ticket.id, agentId, forMs, seen: null }
  return intents({ name: 'lease.take', args })
}

/** One reply per ticket, on the first thread that is meant. A text with an open place is never sent. */
function reply(body: string, { threads, ticket, replyTo, places, makeId }: Meant): ActionPlan {
  const [thread] = threads
  if (!thread) return refused('closed')
  if (!replyTo || replyTo.to.length === 0) return refused('no-receiver')
  const bodyText = fillIn(body, places)
  if (openPlaces(bodyText).length > 0) return refused('open-place')
  const { to, cc, channel } = replyTo
  const args = {
    messageId: makeId(),
    ticketId: ticket.id,
    threadId: thread.id,
    channel,
    to: [...to],
    cc: [...cc],
    bodyText,
    bodyHtml: null,
    attachments: [],
    seenUpToSeq: ticket.lastMessageSeq,
    confirmed: false,
  }
  return intents({ name: 'ticket.reply', args })
}
