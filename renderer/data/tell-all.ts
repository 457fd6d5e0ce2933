import { desk } from '../desk.ts'
import type { ReachLine } from '../../shared/contract/incidents.ts'
import { proactiveText, proactiveTicket } from '../../shared/rules/proactive-ticket.ts'
import { makeId } from '../lib/make-id.ts'
import { rememberAct } from '../stores/undo-store.ts'
import { asAppError } from './live-queries.ts'
import { runBulk } from './run-bulk.ts'
import { showFailure } from './toasts.ts'

/** One text, and the same in other languages. */
export type Words = {
  readonly body: string
  readonly variants: readonly { readonly language: string; readonly body: string }[]
}
type Told = Words & {
  readonly issueId: string
  readonly code: string
  readonly ticketIds: readonly string[]
  /** Customers the hub leaves out because they stand in the list here; null: the hub is asked for nothing. */
  readonly heldCustomerIds: readonly string[] | null
  /** The record rests as long as the replies do, so that one undo takes back all of it. */
  readonly holdMs: number
}

/**
 * Writes once to everybody who has a known issue: a reply in each of these tickets, in the customer's language where
 * there is one, under the same guards as any, and a request to the hub for all the tickets this laptop does not hold.
 * What could not be written says why, by ticket.
 */
export async function tellAll(update: Told): Promise<void> {
  const { issueId, code, ticketIds, heldCustomerIds, holdMs, body, variants } = update
  const description = { key: 'describe.tellAll', values: { code } }
  const action = { type: 'reply' as const, body, variants: [...variants] }
  const here = { ticketIds, actions: [action], description, kind: 'support' as const }
  const told = ticketIds.length === 0 ? NOBODY_HERE : await runBulk(here)
  // Stopped on the way: nobody is written to any more, by the hub neither.
  if (told === null || told.settled < told.total) return
  if (told.done === 0 && heldCustomerIds === null) return
  const rest = heldCustomerIds && {
    audience: 'waiting' as const,
    subject: '',
    variants: [...variants],
    exceptCustomerIds: [...heldCustomerIds],
  }
  try {
    const args = { updateId: makeId(), issueId, body, tickets: told.done, ...(rest && { rest }) }
    const items = [{ name: 'knownIssue.recordUpdate', args }]
    const { mutationIds: recorded } = await desk.call('mutations.group', { items, holdMs })
    const mutationIds = [...told.mutationIds, ...recorded]
    rememberAct({ mutationIds, description, tickets: told.done, leavesAtMs: null })
  } catch (error) {
    showFailure(asAppError(error))
  }
}
const NOBODY_HERE = { done: 0, settled: 0, total: 0, mutationIds: [] }

type Reached = Words & {
  readonly issue: { readonly id: string; readonly code: string; readonly title: string }
  readonly agent: { readonly id: string; readonly name: string }
  readonly subject: string
  readonly lines: readonly ReachLine[]
  /** Customers the hub leaves out because they stand in the list here; null: the hub is asked for nothing. */
  readonly heldCustomerIds: readonly string[] | null
  readonly holdMs: number
}
export type ReachResult = { readonly customerId: string; readonly problem: string | null }

/**
 * Opens a ticket with an outgoing mail for each of these customers and links it to the issue. Each stands alone: what
 * one of them refuses holds up no other. Answers what became of each.
 */
export async function reachOut(reached: Reached): Promise<readonly ReachResult[]> {
  const results: ReachResult[] = []
  const mutationIds: string[] = []
  for (const line of reached.lines) {
    const { customerId } = line
    const text = proactiveText(reached, line)
    if (line.address === null) results.push({ customerId, problem: 'no-receiver' })
    else if (text === null) results.push({ customerId, problem: 'open-place' })
    else {
      try {
        const { issue, subject, agent } = reached
        const to = { customerId, name: line.customerName || null, address: line.address }
        const items = [...proactiveTicket(issue, { ...to, subject, text }, agent.id)]
        const done = await desk.call('mutations.group', { items, holdMs: reached.holdMs })
        mutationIds.push(...done.mutationIds)
        results.push({ customerId, problem: null })
      } catch (error) {
        results.push({ customerId, problem: asAppError(error).code })
      }
    }
  }
  const tickets = results.filter(({ problem }) => problem === null).length
  mutationIds.push(...(await recordReach(reached, tickets)))
  const description = { key: 'describe.reachOut', values: { code: reached.issue.code } }
  if (mutationIds.length > 0) rememberAct({ mutationIds, description, tickets, leavesAtMs: null })
  return results
}

/** Keeps what was written to whom, and asks the hub for everybody else. */
async function recordReach(reached: Reached, tickets: number): Promise<readonly string[]> {
  const { issue, body, variants, subject, heldCustomerIds, holdMs } = reached
  if (tickets === 0 && heldCustomerIds === null) return []
  const rest = heldCustomerIds && {
    audience: 'next' as const,
    subject,
    variants: [...variants],
    exceptCustomerIds: [...heldCustomerIds],
  }
  const args = { updateId: makeId(), issueId: issue.id, body, tickets, ...(rest && { rest }) }
  try {
    const items = [{ name: 'knownIssue.recordUpdate', args }]
    return (await desk.call('mutations.group', { items, holdMs })).mutationIds
  } catch (error) {
    showFailure(asAppError(error))
    return []
  }
}
