import type { Survey } from '../../../shared/domain/commerce.ts'
import type { Customer } from '../../../shared/domain/people.ts'
import { OPEN_RETURN_STATES } from '../../../shared/domain/values.ts'
import { badMoments, experienceSince } from '../../../shared/rules/experience/bad-moments.ts'
import { experienceRule } from '../../../shared/rules/experience/experience-rule.ts'
import { answerMood } from '../../../shared/rules/health/answer-mood.ts'
import type { HealthFacts, HealthRow } from '../../../shared/rules/health/health.ts'
import { MOOD_MESSAGES } from '../../../shared/rules/portrait/mood.ts'
import type { MoodMessage } from '../../../shared/rules/portrait/mood.ts'
import type { ReadableDb, SqlValue } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { evidenceOfPeople } from './experience-evidence.ts'
import type { Family } from './family.ts'
import { selectRows } from './select-rows.ts'
import { teamRule } from './team-rules.ts'

/** Rows of a kind that are looked at: more than ever count. */
const LOOKED_AT = 50
const DAY_MS = 86_400_000
/** The longest a team may let answers and returns count. */
const LONGEST_MS = 730 * DAY_MS

export type Place = { readonly family: Family; readonly nowMs: number }

type FoundRow = {
  readonly id: string
  readonly ticket_id: string | null
  readonly at_ms: number
  readonly text: string
}

type Asked = { readonly table: string; readonly sql: string; readonly params: readonly SqlValue[] }
const rowsOf = (db: ReadableDb, { table, sql, params }: Asked): readonly HealthRow[] =>
  all<FoundRow>(db, sql, params).map(({ id, ticket_id, at_ms, text }) => ({
    table,
    id,
    ticketId: ticket_id,
    atMs: at_ms,
    text,
  }))

const COMPLAINTS = ({ is }: Family): string => `
  SELECT id, ticket_id, opened_at_ms AS at_ms, title AS text FROM complaints
  WHERE ${is} AND state IN ('open', 'recovering') ORDER BY opened_at_ms DESC LIMIT ${LOOKED_AT}`
const LATE = ({ is }: Family): string => `
  SELECT id, ticket_id, due_at_ms AS at_ms, promise AS text FROM promises
  WHERE ${is} AND due_at_ms < ? AND state = 'open' ORDER BY due_at_ms DESC LIMIT ${LOOKED_AT}`
/** One row for each issue, however many of their tickets have it. */
const ISSUES = ({ is }: Family): string => `
  SELECT l.id, l.ticket_id, max(l.created_at_ms) AS at_ms, i.code || ' ' || i.title AS text
  FROM issue_links l JOIN known_issues i ON i.id = l.issue_id
  WHERE l.${is} AND i.state IN ('investigating', 'known', 'fixing')
  GROUP BY i.id ORDER BY at_ms DESC LIMIT ${LOOKED_AT}`
const RETURNS = ({ is }: Family): string => `
  SELECT id, ticket_id, created_at_ms AS at_ms, number AS text FROM return_cases
  WHERE ${is} AND created_at_ms > ? AND state IN (SELECT value FROM json_each(?))
  ORDER BY created_at_ms DESC LIMIT ${LOOKED_AT}`
/** What came back counts as what comes back; what was refused stayed. */
const CAME_BACK = JSON.stringify([...OPEN_RETURN_STATES, 'refunded', 'exchanged'])
const LAST_CONTACT = 'SELECT max(written_at_ms) AS atMs FROM messages WHERE customer_id = ?'

/** When anybody last wrote, ms; null: never. */
export function lastContactMs(db: ReadableDb, { ids }: Family): number | null {
  const latest = ids.flatMap(id => get<{ atMs: number | null }>(db, LAST_CONTACT, [id])?.atMs ?? [])
  return latest.length === 0 ? null : Math.max(...latest)
}

const NEWEST_WORDS = `SELECT id, ticket_id AS ticketId, body_text AS text, written_at_ms AS atMs FROM messages
  WHERE customer_id = ? AND author_kind = 'customer' ORDER BY written_at_ms DESC LIMIT ${MOOD_MESSAGES}`

/** What the person wrote last, whichever of their records it was written for. */
export const newestWords = (db: ReadableDb, { ids }: Family): readonly MoodMessage[] =>
  ids.flatMap(id => all<MoodMessage>(db, NEWEST_WORDS, [id]))

/** A renewal is still what the relationship is about for so long after it. */
const RENEWED_MS = 14 * DAY_MS
const RENEWAL = ({ is }: Family): string => `
  SELECT min(renews_on) FILTER (WHERE renews_on >= ?) AS next, count(renews_on) AS known
  FROM subscriptions WHERE ${is} AND state = 'active'`

const dayMs = (day: unknown): number | null => {
  const atMs = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(day) ? Date.parse(day) : Number.NaN
  return Number.isNaN(atMs) ? null : atMs
}

/**
 * The day the next contract renews, or has just renewed; where no contract says it, what stands in the team's own field.
 * Null: there is none, or no date in it.
 */
export function renewsAtMs(db: ReadableDb, { fields }: Customer, { family, nowMs }: Place): number | null {
  const from = new Date(nowMs - RENEWED_MS).toISOString().slice(0, 10)
  const found = get<{ next: string | null; known: number }>(db, RENEWAL(family), [from, family.param])
  return found && found.known > 0 ? dayMs(found.next) : dayMs(fields['renewsOn'])
}

function experiencesOf(db: ReadableDb, { family: { rootId }, nowMs }: Place): readonly HealthRow[] {
  const rule = experienceRule(teamRule(db, 'experience'))
  const evidence = evidenceOfPeople(db, [rootId], experienceSince(rule, nowMs)).get(rootId)
  const moments = evidence ? badMoments(evidence, rule, nowMs) : []
  return moments.map(({ table, id, ticketId, atMs }) => ({ table, id, ticketId, atMs, text: '' }))
}

function answersOf(db: ReadableDb, { family, nowMs }: Place): readonly Survey[] {
  return selectRows(db, 'surveys', {
    tail: `WHERE ${family.is} AND asked_at_ms > ? AND score IS NOT NULL
      ORDER BY asked_at_ms DESC LIMIT ${LOOKED_AT}`,
    params: [family.param, nowMs - LONGEST_MS],
  })
}

/** What the health of one customer is worked out from: a handful of look-ups by index, each of few rows. */
export function healthFactsOf(
  db: ReadableDb,
  place: Place,
  known: {
    readonly renewsAtMs: number | null
    readonly hasBought: boolean
    readonly lastContactAtMs: number | null
  },
): HealthFacts {
  const { family, nowMs } = place
  const experiences = experiencesOf(db, place)
  const counted = new Set(experiences.map(({ id }) => id))
  const answers = answersOf(db, place).flatMap(({ id, ticketId, kind, score, askedAtMs, answeredAtMs }) =>
    // A rating that is a bad experience already does not count twice.
    score === null || counted.has(id)
      ? []
      : [
          {
            table: 'surveys',
            id,
            ticketId,
            atMs: answeredAtMs ?? askedAtMs,
            text: `${kind.toUpperCase()} ${score}`,
            mood: answerMood(kind, score),
          },
        ],
  )
  return {
    experiences,
    complaints: rowsOf(db, { table: 'complaints', sql: COMPLAINTS(family), params: [family.param] }),
    promises: rowsOf(db, { table: 'promises', sql: LATE(family), params: [family.param, nowMs] }),
    answers,
    issues: rowsOf(db, { table: 'issueLinks', sql: ISSUES(family), params: [family.param] }),
    returns: rowsOf(db, {
      table: 'returnCases',
      sql: RETURNS(family),
      params: [family.param, nowMs - LONGEST_MS, CAME_BACK],
    }),
    lastContactAtMs: known.lastContactAtMs,
    renewsAtMs: known.renewsAtMs,
    isKnown: known.hasBought || known.lastContactAtMs !== null || experiences.length + answers.length > 0,
    nowMs,
  }
}
