import type { ClosingView, HandOverView } from '../../../shared/contract/between.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Asset } from '../../../shared/domain/commerce.ts'
import { ESCALATION_TIERS } from '../../../shared/domain/incidents.ts'
import { limitsOf } from '../../../shared/rules/cases/allowance.ts'
import { badMoments, experienceSince } from '../../../shared/rules/experience/bad-moments.ts'
import type { BadMoment } from '../../../shared/rules/experience/bad-moments.ts'
import { experienceRule } from '../../../shared/rules/experience/experience-rule.ts'
import { get } from '../db/statement.ts'
import type { ReadableDb } from '../db/types.ts'
import { causeStartOf } from './cause-start.ts'
import { evidenceOfPeople } from './experience-evidence.ts'
import { listTicketForms } from './forms.ts'
import { familyOf } from './family.ts'
import { contactsOf } from './first-contact.ts'
import { personName } from './person-names.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'
import { silenceAbout } from './silence.ts'
import { getSurveyState } from './survey-state.ts'
import { teamRule } from './team-rules.ts'

const ofTicket = (ticketId: string, tail = '') => ({
  tail: `WHERE ticket_id = ? ${tail}`,
  params: [ticketId],
})
const OPEN = `AND state = 'open' ORDER BY due_at_ms`

/** Follow-ups of painful incidents that are still to be done, and what this agent may give alone. */
export function listHandshakes(
  { db, agentId }: QueryContext,
  customerId: string,
): Output<'customers.handshakes'> {
  const family = familyOf(db, customerId)
  const rows = selectRows(db, 'handshakes', {
    tail: `WHERE ${family.is}
      AND EXISTS (SELECT 1 FROM follow_ups f WHERE f.id = follow_up_id AND f.state = 'open') ORDER BY at_ms DESC`,
    params: [family.param],
  })
  if (rows.length === 0) return []
  const role = get<{ role: string }>(db, 'SELECT role FROM agents WHERE id = ?', [agentId])?.role ?? ''
  const allowances = selectRows(db, 'allowances', { tail: `WHERE id > '' ORDER BY id`, params: [] })
  return rows.map(row => ({
    ...row,
    limitMinor: limitsOf({ role, currency: row.currency ?? '' }, allowances).goodwillMinor,
  }))
}

const LOCAL_NUMBER = 'SELECT number FROM local_numbers WHERE ticket_id = ?'

/** What may be asked about this ticket now; how customers see us as a whole is not asked at a closing. */
function surveyOf(
  context: QueryContext,
  of: { readonly customerId: string; readonly ticketId: string },
): ClosingView['survey'] {
  const { toAsk, askedIds } = getSurveyState(context, of)
  return toAsk === 'csat' || toAsk === 'ces' ? { kind: toAsk, seen: askedIds } : null
}

function stillDownOf(db: ReadableDb, assetId: string | null): Asset | null {
  if (assetId === null) return null
  return selectRow(db, 'assets', {
    tail: `WHERE id = ? AND down_since_ms IS NOT NULL AND state <> 'retired'`,
    params: [assetId],
  })
}

const escalatedTo = (db: ReadableDb, ticketId: string): ClosingView['escalatedTo'] => {
  const open = selectRows(db, 'escalations', ofTicket(ticketId, `AND state IN ('requested', 'accepted')`))
  return ESCALATION_TIERS.filter(tier => open.some(each => each.tier === tier))
}

/** What closing a ticket has to know; null when it is not on this laptop. */
export function getClosing(context: QueryContext, ticketId: string): ClosingView | null {
  const { db } = context
  const ticket = selectRow(db, 'tickets', { tail: 'WHERE id = ?', params: [ticketId] })
  if (!ticket) return null
  const { customerId, number, subject } = ticket
  const local = get<{ number: number }>(db, LOCAL_NUMBER, [ticketId])
  const causeStart = causeStartOf(db, { ticketId, customerId })
  return {
    ticketId,
    customerId,
    number,
    subject,
    customerName: personName(db, customerId),
    localNumber: local?.number ?? null,
    fields: ticket.fields,
    forms: listTicketForms(context),
    threads: selectRows(db, 'threads', ofTicket(ticketId, 'ORDER BY kind')),
    closings: selectRows(db, 'closings', ofTicket(ticketId, 'ORDER BY at_ms DESC')),
    openPromises: selectRows(db, 'promises', ofTicket(ticketId, OPEN)),
    openFollowUps: selectRows(db, 'followUps', ofTicket(ticketId, OPEN)),
    survey: surveyOf(context, { customerId, ticketId }),
    hasCause: selectRow(db, 'rootCauses', ofTicket(ticketId, 'LIMIT 1')) !== null,
    causeStart,
    stillDown: stillDownOf(db, causeStart.assetId),
    escalatedTo: escalatedTo(db, ticketId),
    silence: silenceAbout(db, customerId),
    handshake: selectRow(db, 'handshakes', ofTicket(ticketId, 'ORDER BY at_ms DESC LIMIT 1')),
    firstContact: contactsOf(context, ticketId),
  }
}

function lastBad({ db, clock }: QueryContext, customerId: string): BadMoment | null {
  const rule = experienceRule(teamRule(db, 'experience'))
  const nowMs = clock.now()
  const evidence = evidenceOfPeople(db, [customerId], experienceSince(rule, nowMs)).get(customerId)
  return evidence ? (badMoments(evidence, rule, nowMs)[0] ?? null) : null
}

/** What whoever takes a ticket over has to know; null when it is not on this laptop. */
export function getHandOver(context: QueryContext, ticketId: string): HandOverView | null {
  const { db } = context
  const ticket = selectRow(db, 'tickets', { tail: 'WHERE id = ?', params: [ticketId] })
  if (!ticket) return null
  const waiting = selectRows(
    db,
    'handOvers',
    ofTicket(ticketId, 'AND taken_at_ms IS NULL ORDER BY at_ms DESC'),
  )
  const nameOf = (id: string | null): string | null =>
    get<{ name: string }>(db, 'SELECT name FROM agents WHERE id = ?', [id ?? ''])?.name ?? null
  return {
    ticketId,
    customerId: ticket.customerId,
    threads: selectRows(db, 'threads', ofTicket(ticketId, 'ORDER BY kind')),
    openPromises: selectRows(db, 'promises', ofTicket(ticketId, OPEN)),
    openFollowUps: selectRows(db, 'followUps', ofTicket(ticketId, OPEN)),
    lastBad: lastBad(context, ticket.customerId),
    waiting: waiting.map(row => ({ ...row, byName: nameOf(row.byAgentId) })),
  }
}
