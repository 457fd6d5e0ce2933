import type { Row } from '../../shared/domain/tables.ts'
import { isAffected } from '../../shared/rules/known-issue-match.ts'
import { mailboxOf } from '../../shared/rules/facts-of-ticket.ts'
import type { Owned } from '../db/queries/issue-updates.ts'
import type { HubReader } from '../sync/store.ts'
import { rowsWhere, standingCustomer } from './ticket-rows.ts'
import { personsOf } from './who-waits.ts'

/** A customer an issue can hit: to be written to, or why not. */
export type NextOne = {
  readonly customerId: string
  readonly customer: Row<'customers'>
  readonly assetName: string
  readonly mailbox: { readonly name: string | null; readonly address: string } | null
  /** Somebody answers them already, about something else. */
  readonly isBeingAnswered: boolean
}

const isOpen = ({ state }: Row<'threads'>): boolean => state !== 'solved' && state !== 'closed'

/** In whichever of their records. */
async function isAnswered(tx: HubReader, customerId: string): Promise<boolean> {
  for (const id of (await tx.families([customerId])).get(customerId) ?? [customerId])
    if ((await rowsWhere(tx, 'threads', { customerId: id })).some(isOpen)) return true
  return false
}

/**
 * People who run an affected version, have no ticket with the issue and were not held by the laptop: one record of each,
 * the one the thing belongs to. `owned` are things of the issue's product.
 */
export async function whoIsNext(
  tx: HubReader,
  {
    issue,
    owned,
    except,
  }: {
    readonly issue: Row<'knownIssues'>
    readonly owned: readonly Owned[]
    readonly except: readonly string[]
  },
): Promise<readonly NextOne[]> {
  const { productId } = issue
  const hit = owned.filter(({ version }) =>
    isAffected(issue, { id: '', productId, version, state: 'in-use' }),
  )
  const links = await rowsWhere(tx, 'issueLinks', { issueId: issue.id })
  const known = [...links.map(({ customerId }) => customerId), ...except]
  const personOf = await personsOf(tx, [...hit.map(({ customerId }) => customerId), ...known])
  const settled = new Set(known.map(personOf))
  const found: NextOne[] = []
  for (const { customerId, name } of hit) {
    const person = personOf(customerId)
    if (settled.has(person)) continue
    settled.add(person)
    const customer = await standingCustomer(tx, customerId)
    if (!customer) continue
    const mailbox = mailboxOf(await rowsWhere(tx, 'contactPoints', { customerId: customer.id }), customer)
    const isBeingAnswered = await isAnswered(tx, customer.id)
    found.push({ customerId: customer.id, customer, assetName: name, mailbox, isBeingAnswered })
  }
  return found
}
