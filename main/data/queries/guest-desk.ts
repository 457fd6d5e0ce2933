import type { GuestDesk, GuestTicket } from '../../../shared/contract/proposals.ts'
import { PRIORITIES } from '../../../shared/domain/values.ts'
import { knownAnswers } from '../../../shared/rules/guests/known-answer.ts'
import { soundsAngry } from '../../../shared/rules/guests/sounds-angry.ts'
import { FOR_COLLEAGUES } from '../../../shared/rules/guests/what-guests-see.ts'
import { suitsGuest } from '../../../shared/rules/guests/suits-guest.ts'
import type { GuestFit } from '../../../shared/rules/guests/suits-guest.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { familiesOf } from './family.ts'
import type { Family } from './family.ts'
import { namedByPerson } from './person-names.ts'
import { ownProposals } from './proposals.ts'
import type { QueryContext } from './query-context.ts'

/** Open tickets looked at, those that wait longest. */
const LOOKED_AT = 150
const SHOWN = 12
/** What a customer wrote is read so far. */
const READ_CHARACTERS = 4_000

type Found = {
  readonly id: string
  readonly customer_id: string
  readonly customer_name: string
  readonly ticket_id: string
  readonly subject: string
  readonly priority: string
  readonly waiting_since_ms: number | null
  readonly body: string | null
  readonly is_taken: number
  readonly has_incident: number
}

/** Open work of the teams with everything that speaks against a guest. */
const FOUND = `
  SELECT t.id, t.customer_id, coalesce(c.name, '') AS customer_name, t.ticket_id, k.subject, t.priority,
    t.waiting_since_ms,
    (SELECT substr(m.body_text, 1, ${READ_CHARACTERS}) FROM messages m
      WHERE m.ticket_id = t.ticket_id AND m.direction = 'in' ORDER BY m.written_at_ms DESC LIMIT 1) AS body,
    (t.assignee_id IS NOT NULL OR EXISTS (
      SELECT 1 FROM proposals p WHERE p.ticket_id = t.ticket_id AND p.state = 'proposed')) AS is_taken,
    (EXISTS (SELECT 1 FROM issue_links l WHERE l.ticket_id = t.ticket_id)
      OR EXISTS (SELECT 1 FROM impacts i WHERE i.ticket_id = t.ticket_id)
      OR EXISTS (SELECT 1 FROM escalations e WHERE e.ticket_id = t.ticket_id)) AS has_incident
  FROM threads t
  JOIN tickets k ON k.id = t.ticket_id
  LEFT JOIN customers c ON c.id = t.customer_id
  WHERE t.state = 'open' AND t.team_id = ?
  ORDER BY t.sort_waiting DESC, t.id
  LIMIT ${LOOKED_AT}`

/** One label on any record of the person: the hub says no more about it to a guest. */
const IS_FOR_COLLEAGUES = `
  SELECT EXISTS (SELECT 1 FROM json_each(?) j JOIN customers c ON c.id = j.value WHERE c.labels_json = ?) AS yes`
/** A guest is given this label or none. */
const LABELLED = JSON.stringify([FOR_COLLEAGUES])

const isForColleagues = (db: ReadableDb, { ids }: Family): boolean =>
  get<{ yes: number }>(db, IS_FOR_COLLEAGUES, [JSON.stringify(ids), LABELLED])?.yes === 1

type Answer = NonNullable<GuestTicket['answer']>

/** Titles of what is published: few beside tickets. */
const ANSWERS = `
  SELECT 'article' AS kind, id, title FROM articles WHERE state = 'published'
  UNION ALL
  SELECT 'macro' AS kind, id, title FROM macros WHERE body IS NOT NULL AND retired_at_ms IS NULL`

type Judged = { readonly found: Found; readonly fit: GuestFit; readonly answer: Answer | null }
type Judging = {
  readonly answerTo: (question: string) => Answer | null
  readonly isForColleagues: (customerId: string) => boolean
}

function judge(found: Found, { answerTo, isForColleagues: isTheirs }: Judging): readonly Judged[] {
  const words = `${found.subject}\n${found.body ?? ''}`
  const answer = answerTo(words)
  const fit = suitsGuest({
    priority: PRIORITIES.find(each => each === found.priority) ?? 'other',
    hasIncident: found.has_incident === 1,
    soundsAngry: soundsAngry(words),
    isForColleagues: isTheirs(found.customer_id),
    isTaken: found.is_taken === 1,
    hasKnownAnswer: answer !== null,
  })
  return fit === null ? [] : [{ found, fit, answer }]
}

/** Who waits longest first, whoever works for them; a thread nobody waits on comes last. */
const waiting = ({ waiting_since_ms: since }: Found): number => since ?? Number.POSITIVE_INFINITY

function suiting(db: ReadableDb, teamIds: readonly string[]): readonly GuestTicket[] {
  const answerTo = knownAnswers(all<Answer>(db, ANSWERS, []))
  const rows = teamIds.flatMap(teamId => all<Found>(db, FOUND, [teamId]))
  const found = namedByPerson(db, rows).toSorted((a, b) => waiting(a) - waiting(b))
  const families = familiesOf(
    db,
    found.map(row => row.customer_id),
  )
  const isTheirs = (customerId: string): boolean => {
    const family = families.get(customerId)
    return family !== undefined && isForColleagues(db, family)
  }
  // What speaks against one thread of a ticket speaks against the ticket.
  const byTicket = Map.groupBy(found, row => row.ticket_id)
  const judged = [...byTicket.values()].flatMap(threads => {
    const each = threads.map(row => judge(row, { answerTo, isForColleagues: isTheirs }))
    return each.every(fits => fits.length > 0) ? (each[0] ?? []) : []
  })
  return judged
    .toSorted((left, right) => right.fit.rank - left.fit.rank)
    .slice(0, SHOWN)
    .map(({ found: row, fit, answer }) => ({
      ticketId: row.ticket_id,
      subject: row.subject,
      customerName: row.customer_name,
      waitingSinceMs: row.waiting_since_ms,
      reasons: fit.reasons,
      answer,
    }))
}

type Me = {
  readonly role: string
  readonly team_ids_json: string
  readonly guest_until_ms: number | null
}

/** Where a guest begins: what suits, what became of the own suggestions, and how long it goes. */
export function getGuestDesk(context: QueryContext): GuestDesk {
  const { db, agentId } = context
  const me = get<Me>(db, 'SELECT role, team_ids_json, guest_until_ms FROM agents WHERE id = ?', [agentId])
  if (me?.role !== 'guest') return { teamNames: [], untilMs: null, tickets: [], own: [] }
  const teams = all<{ name: string }>(
    db,
    'SELECT t.name FROM json_each(?) j JOIN teams t ON t.id = j.value ORDER BY t.name',
    [me.team_ids_json],
  )
  return {
    teamNames: teams.map(({ name }) => name),
    untilMs: me.guest_until_ms,
    tickets: suiting(db, JSON.parse(me.team_ids_json) as string[]),
    own: ownProposals(context),
  }
}
