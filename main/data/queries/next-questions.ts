import type { Input } from '../../../shared/contract/index.ts'
import type { LikelyLine, QuestionLine } from '../../../shared/contract/growth.ts'
import { likelyQuestions } from '../../../shared/rules/next-questions/likely-questions.ts'
import type { QuestionFacts } from '../../../shared/rules/next-questions/question-facts.ts'
import { all } from '../db/statement.ts'
import type { ReadableDb } from '../db/types.ts'
import { familyOf } from './family.ts'
import type { Family } from './family.ts'
import { renewsAtMs } from './portrait-facts.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

/** Of each kind the newest; what is older says nothing about what comes next. */
const LOOKED_AT = 10
const MESSAGES_READ = 30
const ENTRIES_READ = 60

type Place = { readonly family: Family; readonly ticketId: string | null }

/** What has been said: on the ticket at hand, and what the ledger of the customer holds. */
function saidIn(db: ReadableDb, { family, ticketId }: Place): readonly string[] {
  const messages = all<{ body_text: string }>(
    db,
    `SELECT body_text FROM messages WHERE ticket_id = ? ORDER BY written_at_ms DESC LIMIT ${MESSAGES_READ}`,
    [ticketId ?? ''],
  )
  const entries = all<{ words: string; outcome: string | null }>(
    db,
    `SELECT words, outcome FROM asked_tried WHERE ${family.is} ORDER BY at_ms DESC LIMIT ${ENTRIES_READ}`,
    [family.param],
  )
  return [
    ...messages.map(({ body_text }) => body_text),
    ...entries.flatMap(({ words, outcome }) => (outcome === null ? [words] : [words, outcome])),
  ]
}

function stepsOf(db: ReadableDb, family: Family): QuestionFacts['steps'] {
  return all<{ plan: string; step: string; due_at_ms: number }>(
    db,
    `SELECT p.name AS plan, s.title AS step, s.due_at_ms
     FROM plans p JOIN plan_steps s ON s.plan_id = p.id
     WHERE p.${family.is} AND p.state = 'active' AND s.state = 'open'
     ORDER BY s.due_at_ms LIMIT ${LOOKED_AT}`,
    [family.param],
  ).map(({ plan, step, due_at_ms: dueAtMs }) => ({ plan, step, dueAtMs }))
}

function assetsOf(db: ReadableDb, family: Family): QuestionFacts['assets'] {
  return all<{
    name: string
    product_id: string | null
    version: string | null
    current_version: string | null
  }>(
    db,
    `SELECT a.name, a.product_id, a.version, p.current_version
     FROM assets a LEFT JOIN products p ON p.id = a.product_id
     WHERE a.${family.is} AND a.state <> 'retired' LIMIT ${LOOKED_AT}`,
    [family.param],
  ).map(row => ({
    name: row.name,
    productId: row.product_id,
    version: row.version,
    currentVersion: row.current_version,
  }))
}

/** Issues that open tickets of the customer wait for. */
function issuesOf(db: ReadableDb, family: Family): QuestionFacts['issues'] {
  return all<{ code: string; title: string; workaround: string | null }>(
    db,
    `SELECT DISTINCT i.code, i.title, i.workaround
     FROM issue_links l JOIN known_issues i ON i.id = l.issue_id JOIN threads t ON t.ticket_id = l.ticket_id
     WHERE l.${family.is} AND i.state NOT IN ('fixed', 'wont-fix') AND t.state NOT IN ('solved', 'closed')
     LIMIT ${LOOKED_AT}`,
    [family.param],
  )
}

function factsOf({ db, clock }: QueryContext, place: Place): QuestionFacts | null {
  const { family } = place
  const customer = selectRow(db, 'customers', { tail: 'WHERE id = ?', params: [family.rootId] })
  if (!customer) return null
  const newest = (column: string) => ({
    tail: `WHERE ${family.is} ORDER BY ${column} DESC LIMIT ${LOOKED_AT}`,
    params: [family.param],
  })
  return {
    stage: customer.journeyStage,
    renewsAtMs: renewsAtMs(db, customer, { family, nowMs: clock.now() }),
    steps: stepsOf(db, family),
    orders: selectRows(db, 'orders', newest('placed_at_ms')),
    returns: selectRows(db, 'returnCases', newest('created_at_ms')),
    invoices: selectRows(db, 'invoices', newest('issued_at_ms')),
    assets: assetsOf(db, family),
    issues: issuesOf(db, family),
    authored: selectRows(db, 'nextQuestions', { tail: 'WHERE is_active = 1', params: [] }),
    said: saidIn(db, place),
    nowMs: clock.now(),
  }
}

function titlesOf(db: ReadableDb, ids: readonly (string | null)[]): ReadonlyMap<string, string> {
  const rows = all<{ id: string; title: string }>(
    db,
    'SELECT x.id, x.title FROM json_each(?) j JOIN articles x ON x.id = j.value',
    [JSON.stringify([...new Set(ids)])],
  )
  return new Map(rows.map(({ id, title }) => [id, title]))
}

function withTitles<T extends { readonly articleId: string | null }>(db: ReadableDb, rows: readonly T[]) {
  const titles = titlesOf(
    db,
    rows.map(({ articleId }) => articleId),
  )
  return rows.map(row => ({ ...row, articleTitle: titles.get(row.articleId ?? '') ?? null }))
}

/** What the customer is likely to ask next. */
export function getLikelyQuestions(
  context: QueryContext,
  { customerId, ticketId }: Input<'nextQuestions.likely'>,
): readonly LikelyLine[] {
  const facts = factsOf(context, { family: familyOf(context.db, customerId), ticketId })
  return facts === null ? [] : withTitles(context.db, likelyQuestions(facts))
}

/** The team's own questions. */
export const listNextQuestions = ({ db }: QueryContext): readonly QuestionLine[] =>
  withTitles(
    db,
    selectRows(db, 'nextQuestions', { tail: 'ORDER BY is_active DESC, question, id', params: [] }),
  )
