import type { AssetLine, IncidentLine, IssueMatch } from '../../../shared/contract/customers.ts'
import { ISSUE_STATES } from '../../../shared/domain/values.ts'
import { matchKnownIssues } from '../../../shared/rules/known-issue-match.ts'
import type { MatchReason } from '../../../shared/rules/known-issue-match.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import type { Family } from './family.ts'
import { selectRows } from './select-rows.ts'

const ISSUES_SHOWN = 5
const INCIDENTS_SHOWN = 5
const MATCHED_MESSAGES = 5

type Place = { readonly family: Family; readonly ticketId: string | null }

/** What the customer wrote in the ticket at hand, or in the newest one, newest first. */
function textOf(db: ReadableDb, { family, ticketId }: Place): string {
  const rows = all<{ subject: string; body_text: string }>(
    db,
    ticketId === null
      ? `SELECT k.subject, m.body_text FROM messages m JOIN tickets k ON k.id = m.ticket_id
         WHERE m.${family.is} AND m.direction = 'in' ORDER BY m.written_at_ms DESC LIMIT ${MATCHED_MESSAGES}`
      : `SELECT k.subject, m.body_text FROM messages m JOIN tickets k ON k.id = m.ticket_id
         WHERE m.ticket_id = ? AND m.direction = 'in' ORDER BY m.written_at_ms DESC LIMIT ${MATCHED_MESSAGES}`,
    [ticketId ?? family.param],
  )
  return rows.map(row => `${row.subject}\n${row.body_text}`).join('\n')
}

function reasonLine(reason: MatchReason): { readonly key: string; readonly value: string } {
  switch (reason.kind) {
    case 'error-code':
      return { key: 'error-code', value: reason.code }
    case 'version':
      return { key: 'version', value: reason.version }
    case 'symptoms':
      return { key: 'symptoms', value: reason.words.join(', ') }
  }
}

/** Known issues of the ticket at hand, then those that fit what the customer has and wrote, best first. */
export function issuesOf(db: ReadableDb, assets: readonly AssetLine[], place: Place): readonly IssueMatch[] {
  const issues = selectRows(db, 'knownIssues', { tail: 'ORDER BY updated_at_ms DESC, id', params: [] })
  const links = all<{ id: string; issue_id: string }>(
    db,
    'SELECT id, issue_id FROM issue_links WHERE ticket_id = ? ORDER BY created_at_ms, id',
    [place.ticketId ?? ''],
  )
  const linkOf = new Map(links.map(link => [link.issue_id, link.id]))
  const matches = matchKnownIssues({ issues, assets, text: textOf(db, place) })
  const matchOf = new Map(matches.map(match => [match.issueId, match]))
  const isLinked = (issueId: string): boolean => linkOf.has(issueId)
  const wanted = [
    ...links.map(link => link.issue_id),
    ...matches
      .map(match => match.issueId)
      .filter(id => !isLinked(id))
      .slice(0, ISSUES_SHOWN),
  ]
  const byId = new Map(issues.map(issue => [issue.id, issue]))
  return wanted.flatMap(issueId => {
    const issue = byId.get(issueId)
    const match = matchOf.get(issueId)
    const reasons = (match?.reasons ?? []).map(reasonLine)
    return issue ? [{ issue, score: match?.score ?? 0, reasons, linkId: linkOf.get(issueId) ?? null }] : []
  })
}

type Incident = {
  readonly id: string
  readonly created_at_ms: number
  readonly issue_id: string
  readonly code: string
  readonly title: string
  readonly state: string
  readonly ticket_id: string
  readonly number: number | null
}

/** Known issues that other tickets of the customer had, newest first. */
export function incidentsOf(db: ReadableDb, { family, ticketId }: Place): readonly IncidentLine[] {
  const rows = all<Incident>(
    db,
    `SELECT l.id, l.created_at_ms, l.issue_id, i.code, i.title, i.state, l.ticket_id, k.number
     FROM issue_links l JOIN known_issues i ON i.id = l.issue_id JOIN tickets k ON k.id = l.ticket_id
     WHERE l.${family.is} AND l.ticket_id <> ? ORDER BY l.created_at_ms DESC, l.id LIMIT ${INCIDENTS_SHOWN}`,
    [family.param, ticketId ?? ''],
  )
  return rows.map(row => ({
    id: row.id,
    atMs: row.created_at_ms,
    issueId: row.issue_id,
    code: row.code,
    title: row.title,
    issueState: ISSUE_STATES.find(state => state === row.state) ?? 'other',
    ticketId: row.ticket_id,
    number: row.number,
  }))
}
