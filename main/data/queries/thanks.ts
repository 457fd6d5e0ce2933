import type { Input, Output } from '../../../shared/contract/index.ts'
import type { TrainingListKey } from '../../../shared/domain/training.ts'
import { TRAINING_LIST_KEYS } from '../../../shared/domain/training.ts'
import { ownText } from '../../../shared/rules/quoted-text.ts'
import { takeOut } from '../../../shared/rules/training/take-out.ts'
import { get } from '../db/statement.ts'
import type { ReadableDb } from '../db/types.ts'
import { knownOfTicket } from './known-person.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

const MOST_KUDOS = 500
const BODY_LENGTH = 1_500

const ABOUT = {
  kudos: `SELECT e.ticket_id AS id FROM events e INDEXED BY events_of_kudos
    WHERE e.type = 'kudos.given' AND json_extract(e.facts_json, '$.kudosId') = ?`,
  stories: `SELECT e.ticket_id AS id FROM events e INDEXED BY events_of_stories
    WHERE e.type = 'story.kept' AND json_extract(e.facts_json, '$.storyId') = ?`,
} as const

/** The ticket it came from, where this laptop holds it; whoever may not see the ticket finds none. */
const ticketOf = (db: ReadableDb, what: keyof typeof ABOUT, id: string): string | null =>
  get<{ id: string | null }>(db, ABOUT[what], [id])?.id ?? null

/** Thanks within a span of time, newest first. */
export function listKudos(
  { db }: QueryContext,
  { fromMs, endMs }: Input<'kudos.list'>,
): Output<'kudos.list'> {
  const rows = selectRows(db, 'kudos', {
    tail: `WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms DESC LIMIT ${MOST_KUDOS}`,
    params: [fromMs, endMs],
  })
  return rows.map(row => ({ ...row, ticketId: ticketOf(db, 'kudos', row.id) }))
}

const KUDOS_SINCE = 'SELECT count(*) AS n FROM kudos WHERE at_ms > ? AND to_id = ?'
const COACHING_SINCE = `SELECT count(*) AS n FROM coaching_notes WHERE agent_id = ?1
  AND ((receiver_id = ?1 AND read_at_ms IS NULL) OR (writer_id = ?1 AND answered_at_ms > ?2))`

/** What this agent has not looked at yet. */
export function trainingNews(
  { db, agentId }: QueryContext,
  { sinceMs }: Input<'training.news'>,
): Output<'training.news'> {
  return {
    kudos: get<{ n: number }>(db, KUDOS_SINCE, [sinceMs, agentId])?.n ?? 0,
    coaching: get<{ n: number }>(db, COACHING_SINCE, { 1: agentId, 2: sinceMs })?.n ?? 0,
  }
}

/** The whole bank, newest first: hundreds at most, held by every laptop. */
export function listStories({ db }: QueryContext): Output<'stories.list'> {
  const rows = selectRows(db, 'stories', { tail: 'ORDER BY kept_at_ms DESC', params: [] })
  return rows.map(row => ({ ...row, ticketId: ticketOf(db, 'stories', row.id) }))
}

/** A story as it may begin: the customer's first words and our last, with everything known of the person taken out. */
export function draftStory(
  { db }: QueryContext,
  { ticketId }: Input<'stories.draft'>,
): Output<'stories.draft'> {
  const ticket = selectRow(db, 'tickets', { tail: 'WHERE id = ?', params: [ticketId] })
  if (!ticket) return null
  const known = knownOfTicket(db, ticketId, ticket.customerId)
  const message = (direction: 'in' | 'out', order: 'ASC' | 'DESC') =>
    selectRow(db, 'messages', {
      tail: `WHERE ticket_id = ? AND direction = '${direction}' ORDER BY written_at_ms ${order} LIMIT 1`,
      params: [ticketId],
    })
  const kinds = selectRows(db, 'threads', { tail: 'WHERE ticket_id = ?', params: [ticketId] })
  const parts = [message('in', 'ASC'), message('out', 'DESC')].flatMap(found =>
    found === null ? [] : [ownText(found.bodyText).trim().slice(0, BODY_LENGTH)],
  )
  const title = takeOut(ticket.subject, known)
  const body = takeOut(parts.join('\n\n— — —\n\n'), known)
  const kind = kinds.length > 1 ? 'both' : (kinds[0]?.kind ?? 'service')
  return {
    title: title.text,
    body: body.text,
    kind: kind === 'other' ? 'service' : kind,
    topics: ticket.tags.map(tag => takeOut(tag, known).text),
    takenOut: title.count + body.count,
  }
}

/** What the team looks at in an answer, and its own first steps: those it has set. */
export function listTrainingLists({ db }: QueryContext): Output<'trainingLists.list'> {
  const rows = selectRows(db, 'trainingLists', { tail: `WHERE id > '' ORDER BY id`, params: [] })
  return TRAINING_LIST_KEYS.map((key: TrainingListKey) => {
    const row = rows.find(each => each.key === key)
    return { key, items: row?.items ?? null, version: row?.version ?? 0 }
  })
}
