import type { Intent } from '../../../shared/mutations/define.ts'
import { pick } from './choices.ts'
import { anyOf, fresh, intend, later, oneOf, rowsOf, seenSeq, words } from './desk.ts'
import type { Desk } from './desk.ts'

type Act = { readonly weight: number; readonly act: (desk: Desk) => Intent | null }

function waive(desk: Desk): Intent | null {
  const thread = pick(
    desk.random,
    rowsOf(desk, 'threads').filter(({ kind, state }) => kind === 'service' && state !== 'closed'),
  )
  return thread
    ? intend('relationship.waive', {
        closingId: fresh(desk),
        threadId: thread.id,
        reason: words(desk),
        seen: thread.state,
        seenUpToSeq: seenSeq(desk, thread.ticketId),
      })
    : null
}

function record(desk: Desk): Intent | null {
  const thread = anyOf(desk, 'threads')
  const answers = { resolved: desk.random() < 0.8, next: 'none' }
  return thread ? intend('closing.record', { closingId: fresh(desk), threadId: thread.id, answers }) : null
}

function recover(desk: Desk): Intent | null {
  const customer = anyOf(desk, 'customers')
  return customer
    ? intend('recovery.plan', {
        followUpId: fresh(desk),
        customerId: customer.id,
        ticketId: null,
        title: words(desk),
        reason: null,
        dueAtMs: later(desk, 3_600_000),
        ownerId: desk.agentId,
        because: oneOf(desk, ['sla-missed', 'reopened']),
        count: 1,
      })
    : null
}

function give(desk: Desk): Intent | null {
  const ticket = anyOf(desk, 'tickets')
  return ticket
    ? intend('handOver.give', {
        handOverId: fresh(desk),
        ticketId: ticket.id,
        fromKind: 'service',
        toKind: 'support',
        toAgentId: pick(desk.random, desk.agentIds) ?? null,
        toTeamId: null,
        note: words(desk),
        isQuestion: desk.random() < 0.5,
      })
    : null
}

function take(desk: Desk): Intent | null {
  const handOver = anyOf(desk, 'handOvers')
  return handOver ? intend('handOver.take', { handOverId: handOver.id }) : null
}

/** "I have it", or given back by whoever had it. */
function takeOver(desk: Desk): Intent | null {
  const takeover = anyOf(desk, 'takeovers')
  if (!takeover) return null
  const { ticketId, takenBy } = takeover
  return intend('ticket.takeOver', {
    ticketId,
    agentId: takenBy === desk.agentId && desk.random() < 0.5 ? null : desk.agentId,
    seen: takenBy,
  })
}

/** Set once in a long while. */
function setRule(desk: Desk): Intent {
  const rule = rowsOf(desk, 'teamRules').find(({ key }) => key === 'experience')
  const seen = rule?.content['transfers'] ?? null
  return intend('teamRule.set', {
    key: 'experience',
    values: { transfers: 1 + Math.floor(desk.random() * 9) },
    seen: { transfers: typeof seen === 'string' ? null : seen },
  })
}

/** What agents do between the panes. */
export const betweenActs = {
  'relationship.waive': { weight: 2, act: waive },
  'closing.record': { weight: 3, act: record },
  'recovery.plan': { weight: 1, act: recover },
  'handOver.give': { weight: 2, act: give },
  'handOver.take': { weight: 2, act: take },
  'ticket.takeOver': { weight: 2, act: takeOver },
  'teamRule.set': { weight: 0.2, act: setRule },
} satisfies Readonly<Record<string, Act>>
