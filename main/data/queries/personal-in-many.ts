import type { BulkPersonal } from '../../../shared/contract/bulk.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import { factsOfTicket, LOOK_BACK } from '../../../shared/rules/facts-of-ticket.ts'
import { findPersonal, reachesIn } from '../../../shared/rules/personal-data/find-personal.ts'
import type { PersonalFinding } from '../../../shared/rules/personal-data/find-personal.ts'
import { planActions } from '../../../shared/rules/plan-actions.ts'
import type { ActionFacts } from '../../../shared/rules/plan-actions.ts'
import { get } from '../db/statement.ts'
import { listMacros } from './directory.ts'
import { familyOf } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'
import { whoIsReached } from './who-is-reached.ts'

type Asked = Input<'bulk.personal'>

/** A ticket with all that its actions may need, as it stands here. */
function factsFor(
  { db, agentId, clock }: QueryContext,
  ticket: Row<'tickets'>,
  kind: Asked['kind'],
): ActionFacts {
  const { id: ticketId, customerId } = ticket
  const family = familyOf(db, customerId)
  const customer = selectRow(db, 'customers', { tail: 'WHERE id = ?', params: [family.rootId] })
  const ofTicket = (tail = '') => ({ tail: `WHERE ticket_id = ? ${tail}`, params: [ticketId] })
  const ofPerson = { tail: `WHERE ${family.is}`, params: [family.param] }
  const name = get<{ name: string }>(db, 'SELECT name FROM agents WHERE id = ?', [agentId])?.name ?? ''
  return factsOfTicket(
    {
      ticket,
      threads: selectRows(db, 'threads', ofTicket()),
      leases: selectRows(db, 'leases', ofTicket()),
      issueLinks: selectRows(db, 'issueLinks', ofTicket()),
      messages: selectRows(db, 'messages', ofTicket(`ORDER BY seq DESC LIMIT ${LOOK_BACK}`)),
      contactPoints: selectRows(db, 'contactPoints', ofPerson),
      orders: selectRows(db, 'orders', ofPerson),
      assets: selectRows(db, 'assets', ofPerson),
      customer,
      organisation: selectRow(db, 'organisations', {
        tail: 'WHERE id = ?',
        params: [customer?.organisationId ?? ''],
      }),
    },
    { kind, nowMs: clock.now(), agent: { id: agentId, name }, makeId: () => '' },
  )
}

/** The words that would go out, and to whom; null: none would. */
function wordsOf(actions: Asked['actions'], facts: ActionFacts): string | null {
  const reply = planActions(actions, facts).intents.find(({ name }) => name === 'ticket.reply')
  const args = reply?.args
  return typeof args === 'object' && args !== null && 'bodyText' in args ? String(args.bodyText) : null
}

type Letter = {
  readonly ticket: Row<'tickets'>
  readonly text: string
  readonly receivers: readonly string[]
}

function findingsIn(
  context: QueryContext,
  { ticket, text, receivers }: Letter,
  house: readonly string[],
): readonly PersonalFinding[] {
  const { db } = context
  const to = new Set(receivers.map(address => address.toLowerCase()))
  const { emails, phones } = reachesIn(text)
  const unknown = emails.filter(email => !to.has(email.toLowerCase()))
  const { id: ticketId, customerId } = ticket
  const others =
    unknown.length + phones.length === 0
      ? []
      : whoIsReached(context, { customerId, ticketId, emails: [...unknown], phones: [...phones] })
  const family = familyOf(db, customerId)
  const told = selectRows(db, 'preferences', { tail: `WHERE ${family.is}`, params: [family.param] })
  const sensitive = told.flatMap(({ sensitivity, value }) => (sensitivity === 'ordinary' ? [] : [value]))
  return findPersonal(text, { house, others, sensitive })
}

/** What is personal in the replies that would go to many, ticket by ticket; those without any are left out. */
export function personalInMany(
  context: QueryContext,
  { ticketIds, actions, kind }: Asked,
): readonly BulkPersonal[] {
  const { db } = context
  const house = listMacros(context).flatMap(({ body }) => body ?? [])
  return ticketIds.flatMap(ticketId => {
    const ticket = selectRow(db, 'tickets', { tail: 'WHERE id = ?', params: [ticketId] })
    if (!ticket) return []
    const facts = factsFor(context, ticket, kind)
    const text = wordsOf(actions, facts)
    if (text === null) return []
    const { to = [], cc = [] } = facts.replyTo ?? {}
    const receivers = [...to, ...cc].map(({ address }) => address)
    const findings = findingsIn(context, { ticket, text, receivers }, house)
    return findings.length === 0 ? [] : [{ ticketId, findings }]
  })
}
