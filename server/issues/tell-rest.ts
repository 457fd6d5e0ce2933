import type { Random } from '../../shared/clock.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { Row } from '../../shared/domain/tables.ts'
import type { Message } from '../../shared/domain/tickets.ts'
import type { Actor } from '../../shared/mutations/define.ts'
import { factsOfTicket } from '../../shared/rules/facts-of-ticket.ts'
import type { TicketRows } from '../../shared/rules/facts-of-ticket.ts'
import { planActions } from '../../shared/rules/plan-actions.ts'
import { applyAsHub } from '../sync/apply-as-hub.ts'
import type { HubDeps, HubIntent, HubRefusal } from '../sync/apply-as-hub.ts'
import type { HubReader } from '../sync/store.ts'
import { readTicketRows, rowOf } from './ticket-rows.ts'
import { eventOfUpdate, messageOfUpdate, whoWaits } from './who-waits.ts'

export type RestDeps = HubDeps & { readonly random: Random; readonly signal: AbortSignal }

/** An update to all with everything that is the same for everybody it goes to. */
export type Telling = {
  readonly update: Row<'issueUpdates'>
  readonly issue: Row<'knownIssues'>
  /** Whoever wrote it; null: nobody may write in their name any more. */
  readonly actor: Actor | null
}

async function readTelling(tx: HubReader, updateId: string): Promise<Telling | null> {
  const update = await rowOf(tx, 'issueUpdates', updateId)
  if (update?.restState !== 'requested') return null
  const issue = await rowOf(tx, 'knownIssues', update.issueId)
  const agent = await rowOf(tx, 'agents', update.sentBy)
  return issue && { update, issue, actor: agent?.isActive ? agent : null }
}

/** When the hub took a message; of one that came with an import, when it was written. */
const cameAtMs = ({ acceptedAtMs, writtenAtMs }: Message): number => acceptedAtMs ?? writtenAtMs

/** The newest message there was when the update was written: whoever wrote later holds it. */
function seenOf({ ticket, messages }: TicketRows, sentAtMs: number): number {
  const unseen = messages.filter(message => cameAtMs(message) > sentAtMs)
  return Math.min(ticket.lastMessageSeq, ...unseen.map(({ seq }) => (seq ?? 1) - 1))
}

type Plan = { readonly intents: readonly HubIntent[]; readonly problem: string | null }

/** The reply as its author's laptop would have written it, or why it would not. */
function planReply({ update, actor }: Telling, rows: TicketRows): Plan {
  if (actor === null) return { intents: [], problem: 'author-gone' }
  const { id, body, sentAtMs, restPlan } = update
  const messageId = messageOfUpdate(id, rows.ticket.id)
  const seen = { ...rows.ticket, lastMessageSeq: seenOf(rows, sentAtMs) }
  const acting = { kind: 'support' as const, agent: actor, nowMs: sentAtMs, makeId: () => messageId }
  const action = { type: 'reply' as const, body, variants: restPlan?.variants ?? [] }
  const { intents, problem } = planActions([action], factsOfTicket({ ...rows, ticket: seen }, acting))
  const replies = intents.map(intent => ({
    ...(intent as Pick<HubIntent, 'name' | 'args'>),
    mutationId: messageId,
    actor,
    nowMs: sentAtMs,
  }))
  return { intents: replies, problem }
}

const reasonOf = ({ outcome }: HubRefusal): string =>
  outcome.kind === 'conflict' ? outcome.conflict.reason : outcome.kind

/** Writes to one ticket and counts it, both or neither; else says in the ticket that it was left out, and why. */
async function tellOne(
  deps: RestDeps,
  workspaceId: string,
  { telling, ticketId }: { readonly telling: Telling; readonly ticketId: string },
): Promise<void> {
  const rows = await deps.store.read(workspaceId, tx => readTicketRows(tx, ticketId))
  if (!rows) return
  const { update, issue } = telling
  const updateId = update.id
  const plan = planReply(telling, rows)
  const counted: HubIntent<'knownIssue.restTold'> = {
    name: 'knownIssue.restTold',
    args: { updateId, step: { what: 'told', messageId: messageOfUpdate(updateId, ticketId) } },
    mutationId: newId(deps.clock.now(), deps.random),
  }
  const refusal =
    plan.problem === null ? await applyAsHub(deps, workspaceId, [counted, ...plan.intents]) : null
  const reason = plan.problem ?? (refusal && reasonOf(refusal))
  if (reason === null) return
  const eventId = eventOfUpdate(updateId, ticketId)
  const step = { what: 'left' as const, ticketId, eventId, reason, code: issue.code }
  await applyAsHub(deps, workspaceId, [{ ...counted, args: { updateId, step } }])
}

async function end(deps: RestDeps, workspaceId: string, updateId: string): Promise<void> {
  const mutationId = newId(deps.clock.now(), deps.random)
  const step = { what: 'over' as const, left: 0 }
  await applyAsHub(deps, workspaceId, [{ name: 'knownIssue.restTold', args: { updateId, step }, mutationId }])
}

/**
 * Writes an update to everybody with the issue whom its author's laptop did not hold: by the rules of any reply, in the
 * author's name, one to a person. May be ended at any place and done again: nobody is written to twice, and the counts
 * in the row are what was done.
 */
export async function tellRest(deps: RestDeps, workspaceId: string, updateId: string): Promise<void> {
  const { store, signal } = deps
  const found = await store.read(workspaceId, async tx => {
    const telling = await readTelling(tx, updateId)
    return telling && { telling, ticketIds: await whoWaits(tx, telling.update) }
  })
  if (!found) return
  for (const ticketId of found.ticketIds) {
    if (signal.aborted) return
    await tellOne(deps, workspaceId, { telling: found.telling, ticketId })
  }
  await end(deps, workspaceId, updateId)
}
