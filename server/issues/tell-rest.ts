import type { Random } from '../../shared/clock.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { Row } from '../../shared/domain/tables.ts'
import type { Message } from '../../shared/domain/tickets.ts'
import type { Actor } from '../../shared/mutations/define.ts'
import { factsOfTicket } from '../../shared/rules/facts-of-ticket.ts'
import type { TicketRows } from '../../shared/rules/facts-of-ticket.ts'
import { idOfBoth } from '../../shared/rules/named-id.ts'
import { findPersonal, isAskedAbout } from '../../shared/rules/personal-data/find-personal.ts'
import { planActions } from '../../shared/rules/plan-actions.ts'
import { proactiveText, proactiveTicket } from '../../shared/rules/proactive-ticket.ts'
import type { Owned } from '../db/queries/issue-updates.ts'
import { applyAsHub } from '../sync/apply-as-hub.ts'
import type { HubDeps, HubIntent, HubRefusal } from '../sync/apply-as-hub.ts'
import type { HubReader } from '../sync/store.ts'
import { readTicketRows, rowOf } from './ticket-rows.ts'
import { whoIsNext } from './who-is-next.ts'
import type { NextOne } from './who-is-next.ts'
import { eventOfUpdate, messageOfUpdate, whoWaits } from './who-waits.ts'

export type RestDeps = HubDeps & {
  readonly random: Random
  readonly signal: AbortSignal
  /** Things of a product that are in use, with their versions. */
  readonly readOwned: (productId: string) => Promise<readonly Owned[]>
}

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

/** Whether a place brings in what the author never saw: a card in the subject of a ticket beyond their laptop, say. */
function bringsIn({ update }: Telling, intents: Plan['intents']): boolean {
  const meant = [update.body, ...(update.restPlan?.variants ?? []).map(({ body }) => body)].join('\n')
  return intents.some(({ args }) => {
    const text = 'bodyText' in args ? String(args.bodyText) : ''
    return findPersonal(text).some(each => isAskedAbout(each) && !meant.includes(each.words))
  })
}

/** The reply as its author's laptop would have written it, or why it would not. */
function planReply(telling: Telling, rows: TicketRows): Plan {
  const { update, actor } = telling
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
    mayHaveLeft: restPlan?.mayHaveLeft === true,
  }))
  return { intents: replies, problem: problem ?? (bringsIn(telling, replies) ? 'personal' : null) }
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

/** Opens a ticket with the mail for one of those it can hit next; false: they are left out. */
async function writeOne(
  deps: RestDeps,
  workspaceId: string,
  { telling, next }: { readonly telling: Telling; readonly next: NextOne },
): Promise<boolean> {
  const { update, issue, actor } = telling
  const { customerId, customer, assetName, mailbox, isBeingAnswered } = next
  if (actor === null || mailbox === null || isBeingAnswered) return false
  const organisation = await deps.store.read(workspaceId, tx =>
    rowOf(tx, 'organisations', customer.organisationId),
  )
  const { subject = '', variants = [] } = update.restPlan ?? {}
  const wording = { body: update.body, variants, subject, agent: actor }
  const { name: customerName, language } = customer
  const receiver = { customerName, language, organisationName: organisation?.name ?? null, assetName }
  const text = proactiveText(wording, receiver)
  if (text === null) return false
  const ticket = proactiveTicket(issue, { customerId, ...mailbox, subject, text }, actor.id)
  const messageId = idOfBoth(idOfBoth(issue.id, customerId), 'mail')
  const id = (): string => newId(deps.clock.now(), deps.random)
  const counted: HubIntent<'knownIssue.restTold'> = {
    name: 'knownIssue.restTold',
    args: { updateId: update.id, step: { what: 'told', messageId } },
    mutationId: id(),
  }
  const intents = ticket.map(intent => ({
    ...(intent as Pick<HubIntent, 'name' | 'args'>),
    mutationId: id(),
    actor,
    mayHaveLeft: update.restPlan?.mayHaveLeft === true,
  }))
  return (await applyAsHub(deps, workspaceId, [counted, ...intents])) === null
}

/** Writes to everybody the issue can hit next; answers how many were left out, null when it was ended. */
async function writeNext(deps: RestDeps, workspaceId: string, telling: Telling): Promise<number | null> {
  const { issue, update } = telling
  const owned = issue.productId === null ? [] : await deps.readOwned(issue.productId)
  const except = update.restPlan?.exceptCustomerIds ?? []
  const all = await deps.store.read(workspaceId, tx => whoIsNext(tx, { issue, owned, except }))
  let left = 0
  for (const next of all) {
    if (deps.signal.aborted) return null
    if (!(await writeOne(deps, workspaceId, { telling, next }))) left += 1
  }
  return left
}

/** Writes to everybody who waits; null when it was ended. Those left out are counted by their tickets. */
async function tellWaiting(deps: RestDeps, workspaceId: string, telling: Telling): Promise<number | null> {
  const ticketIds = await deps.store.read(workspaceId, tx => whoWaits(tx, telling.update))
  for (const ticketId of ticketIds) {
    if (deps.signal.aborted) return null
    await tellOne(deps, workspaceId, { telling, ticketId })
  }
  return 0
}

/**
 * Writes an update to everybody with the issue, or whom it can hit next, whom its author's laptop did not hold: by the
 * rules of any reply, in the author's name, one to a person. May be ended at any place and done again: nobody is written
 * to twice, and the counts in the row are what was done.
 */
export async function tellRest(deps: RestDeps, workspaceId: string, updateId: string): Promise<void> {
  const telling = await deps.store.read(workspaceId, tx => readTelling(tx, updateId))
  if (!telling) return
  const isNext = telling.update.restPlan?.audience === 'next'
  const left = await (isNext ? writeNext : tellWaiting)(deps, workspaceId, telling)
  if (left === null) return
  const mutationId = newId(deps.clock.now(), deps.random)
  await applyAsHub(deps, workspaceId, [
    { name: 'knownIssue.restTold', args: { updateId, step: { what: 'over', left } }, mutationId },
  ])
}
