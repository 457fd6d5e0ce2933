import type { BoardFilter } from '../../../shared/contract/floor.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import {
  COVER_STANDINGS,
  coverageOf,
  coverStanding,
  followedUp,
} from '../../../shared/rules/experience/follow-up-coverage.ts'
import {
  FOLLOW_UP_STANDINGS,
  followUpRate,
  followUpStanding,
} from '../../../shared/rules/experience/follow-up-kept.ts'
import type { Handshake } from '../../../shared/domain/between.ts'
import type { FollowUp } from '../../../shared/domain/people.ts'
import { all } from '../db/statement.ts'
import type { ReadableDb } from '../db/types.ts'
import { asPeople } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

type Own<Row> = Row & { readonly personId: string }
type Standings = {
  readonly pains: ReturnType<typeof followedUp<Handshake>>
  readonly followUps: readonly Own<FollowUp>[]
}

const asPerson = <Row extends { readonly customerId: string }>(row: Row): Own<Row> => ({
  ...row,
  personId: row.customerId,
})

/** Follow-ups due and painful incidents ended since then, each by the person it is about; what is newest last. */
function standingsSince(db: ReadableDb, sinceMs: number): Standings {
  const followUps = selectRows(db, 'followUps', {
    tail: 'INDEXED BY follow_ups_by_due WHERE due_at_ms > ? ORDER BY due_at_ms, id',
    params: [sinceMs],
  })
  const pains = selectRows(db, 'handshakes', {
    tail: 'INDEXED BY handshakes_by_time WHERE at_ms > ? ORDER BY at_ms, id',
    params: [sinceMs],
  })
  const own = asPeople(db, followUps).map(asPerson)
  return { followUps: own, pains: followedUp<Handshake>(asPeople(db, pains).map(asPerson), own) }
}

/** How well service came back to customers in a period: when it was due, and after painful incidents. */
export function getFollowUpsKept(
  { db, clock, agentId }: QueryContext,
  { fromMs, toMs }: Input<'followUps.kept'>,
): Output<'followUps.kept'> {
  const nowMs = clock.now()
  const period = { fromMs, toMs, nowMs }
  const { followUps, pains } = standingsSince(db, fromMs)
  return {
    all: followUpRate(followUps, period),
    own: followUpRate(
      followUps.filter(({ ownerId }) => ownerId === agentId),
      period,
    ),
    coverage: coverageOf(
      pains.filter(({ atMs }) => atMs < toMs),
      nowMs,
    ),
  }
}

type Filter = Extract<BoardFilter, { by: 'outcome' }>
type Found = { readonly local_id: number; readonly ticket_id: string; readonly value: number }
type Standing = { readonly ticketId: string; readonly value: number }

/** Service threads first: coming back is their work. Tickets that are not here are left out. */
function placed(db: ReadableDb, standings: readonly Standing[], limit: number): readonly Found[] {
  const sorted = standings.toSorted((a, b) => a.value - b.value).slice(0, limit)
  const rows = all<{ readonly place: number; readonly local_id: number; readonly ticket_id: string }>(
    db,
    `SELECT j.key AS place, t.local_id, t.ticket_id FROM json_each(?) j JOIN threads t ON t.ticket_id = j.value
     ORDER BY j.key, t.kind`,
    [JSON.stringify(sorted.map(({ ticketId }) => ticketId))],
  )
  return rows.map(({ place, local_id, ticket_id }) => ({
    local_id,
    ticket_id,
    value: sorted[place]?.value ?? 0,
  }))
}

/** Tickets of follow-ups that were due in the period, what was missed first; `value`: place in `FOLLOW_UP_STANDINGS`. */
export function findFollowUps(
  { db, clock }: QueryContext,
  { sinceMs }: Filter,
  limit: number,
): readonly Found[] {
  const nowMs = clock.now()
  const period = { fromMs: sinceMs, toMs: nowMs, nowMs }
  const standings = standingsSince(db, sinceMs).followUps.flatMap(followUp => {
    const standing = followUpStanding(followUp, period)
    const ticketId = followUp.ticketId ?? newestTicketOf(db, followUp.customerId)
    return standing === null || ticketId === null
      ? []
      : [{ ticketId, value: FOLLOW_UP_STANDINGS.indexOf(standing) }]
  })
  return placed(db, standings, limit)
}

/** What somebody was promised apart from any ticket is looked up where they wrote last. */
const newestTicketOf = (db: ReadableDb, customerId: string): string | null =>
  all<{ readonly id: string }>(
    db,
    'SELECT id FROM tickets WHERE customer_id = ? ORDER BY created_at_ms DESC, id LIMIT 1',
    [customerId],
  )[0]?.id ?? null

/** Painful incidents of the period, missed customers first; `value`: place in `COVER_STANDINGS`. */
export function findPainful(
  { db, clock }: QueryContext,
  { sinceMs }: Filter,
  limit: number,
): readonly Found[] {
  const nowMs = clock.now()
  const standings = standingsSince(db, sinceMs).pains.map(pain => ({
    ticketId: pain.ticketId,
    value: COVER_STANDINGS.indexOf(coverStanding(pain, nowMs)),
  }))
  return placed(db, standings, limit)
}
