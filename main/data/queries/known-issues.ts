import type {
  EverywhereCounts,
  IssueDetail,
  IssueLine,
  IssueTicket,
} from '../../../shared/contract/incidents.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { KnownIssue } from '../../../shared/domain/knowledge.ts'
import { THREAD_STATES } from '../../../shared/domain/values.ts'
import { engineeringIssueId } from '../../../shared/rules/named-id.ts'
import { searchText } from '../../../shared/rules/search-text.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { familiesOf } from './family.ts'
import { namedByPerson } from './person-names.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

/** Tickets named of one issue: more are a matter for the list, not for a dialog. */
const MOST_TICKETS = 500
const MOST_UPDATES = 50

type Counted = {
  readonly id: string
  readonly product: string | null
  readonly tickets: number
  readonly open: number
  readonly told_ms: number | null
}

/** A ticket takes an update while somebody works on its support. */
const OPEN_SUPPORT = `EXISTS (SELECT 1 FROM threads t WHERE t.ticket_id = l.ticket_id AND t.kind = 'support'
  AND t.state NOT IN ('solved', 'closed'))`
const COUNTS = `
  SELECT known_issues.id, (SELECT p.name FROM products p WHERE p.id = known_issues.product_id) AS product,
    (SELECT count(DISTINCT l.ticket_id) FROM issue_links l WHERE l.issue_id = known_issues.id) AS tickets,
    (SELECT count(DISTINCT l.ticket_id) FROM issue_links l WHERE l.issue_id = known_issues.id AND ${OPEN_SUPPORT}) AS open,
    (SELECT max(u.sent_at_ms) FROM issue_updates u WHERE u.issue_id = known_issues.id) AS told_ms
  FROM known_issues`

/** What is linked here and has not been sent yet is part of what everybody has. */
function everywhereOf(
  { ticketCount, customerCount, openTicketCount }: KnownIssue,
  here: { readonly tickets: number; readonly open: number },
): EverywhereCounts | null {
  if (ticketCount === null) return null
  return {
    tickets: Math.max(ticketCount, here.tickets),
    customers: customerCount ?? 0,
    openTickets: Math.max(openTicketCount ?? 0, here.open),
  }
}

const lineOf = (issue: KnownIssue, counted: Counted | undefined): IssueLine => ({
  issue,
  productName: counted?.product ?? null,
  everywhere: everywhereOf(issue, counted ?? { tickets: 0, open: 0 }),
  tickets: counted?.tickets ?? 0,
  openTickets: counted?.open ?? 0,
  lastUpdateAtMs: counted?.told_ms ?? null,
})

const waitFor = ({ everywhere, openTickets }: IssueLine): number => everywhere?.openTickets ?? openTickets
const isOver = ({ issue }: IssueLine): boolean => issue.state === 'fixed' || issue.state === 'wont-fix'
/** What people wait for stands first, then what is being worked on, then the rest; the newest first among equals. */
const byUrgency = (a: IssueLine, b: IssueLine): number =>
  waitFor(b) - waitFor(a) ||
  Number(isOver(a)) - Number(isOver(b)) ||
  b.issue.updatedAtMs - a.issue.updatedAtMs ||
  (a.issue.id < b.issue.id ? -1 : 1)

function fits({ issue, productName }: IssueLine, words: readonly string[]): boolean {
  const { code, title, symptoms, errorCodes, engineeringKey } = issue
  const text = [code, title, symptoms, productName, engineeringKey, ...errorCodes].filter(Boolean).join(' ')
  const folded = ` ${searchText(text)} `
  return words.every(word => folded.includes(` ${word}`))
}

/** The register, those that matter today first. */
export function listKnownIssues(
  { db }: QueryContext,
  { text }: Input<'knownIssues.list'>,
): readonly IssueLine[] {
  const counts = new Map(all<Counted>(db, COUNTS).map(row => [row.id, row]))
  const words = searchText(text)
    .split(' ')
    .filter(word => word !== '')
  return selectRows(db, 'knownIssues', { tail: '', params: [] })
    .map(issue => lineOf(issue, counts.get(issue.id)))
    .filter(line => fits(line, words))
    .toSorted(byUrgency)
}

type Linked = {
  readonly link_id: string
  readonly ticket_id: string
  readonly number: number | null
  readonly subject: string
  readonly customer_id: string
  readonly customer_name: string | null
  readonly language: string | null
  readonly state: string | null
}
/** The support thread says how it stands; a ticket that is service alone shows that. */
const TICKETS = `
  SELECT l.id AS link_id, l.ticket_id, k.number, k.subject, k.customer_id, c.name AS customer_name, c.language,
    (SELECT t.state FROM threads t WHERE t.ticket_id = l.ticket_id ORDER BY t.kind DESC LIMIT 1) AS state
  FROM issue_links l JOIN tickets k ON k.id = l.ticket_id LEFT JOIN customers c ON c.id = k.customer_id
  WHERE l.issue_id = ? ORDER BY l.created_at_ms DESC, l.id`

const isOpenState = (state: string | null): boolean =>
  state !== null && state !== 'solved' && state !== 'closed'

/** Whether the person was there before; they are from now on. */
function isSecond(personId: string, seen: Set<string>): boolean {
  if (seen.has(personId)) return true
  seen.add(personId)
  return false
}

function ticketsOf(db: ReadableDb, issueId: string): readonly IssueTicket[] {
  const seen = new Set<string>()
  const rows = namedByPerson(db, all<Linked>(db, TICKETS, [issueId])).filter(({ ticket_id }) => {
    if (seen.has(ticket_id)) return false
    seen.add(ticket_id)
    return true
  })
  const people = familiesOf(
    db,
    rows.map(({ customer_id }) => customer_id),
  )
  const told = new Set<string>()
  return rows
    .map(row => ({
      linkId: row.link_id,
      ticketId: row.ticket_id,
      number: row.number,
      subject: row.subject,
      customerId: row.customer_id,
      customerName: row.customer_name ?? '',
      language: row.language,
      state: THREAD_STATES.find(state => state === row.state) ?? ('other' as const),
      isOpen: isOpenState(row.state),
      isToldElsewhere: isOpenState(row.state) && isSecond(people.get(row.customer_id)?.rootId ?? '', told),
    }))
    .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen))
}

/** One known issue with its tickets and what was told; null when it is not on this laptop. */
export function getIssueDetail(
  { db }: QueryContext,
  { issueId }: Input<'knownIssues.detail'>,
): IssueDetail | null {
  const issue = selectRow(db, 'knownIssues', { tail: 'WHERE id = ?', params: [issueId] })
  if (!issue) return null
  const product = selectRow(db, 'products', { tail: 'WHERE id = ?', params: [issue.productId ?? ''] })
  const key = issue.engineeringKey
  const engineering =
    key === null
      ? null
      : selectRow(db, 'engineeringIssues', { tail: 'WHERE id = ?', params: [engineeringIssueId(key)] })
  const updates = selectRows(db, 'issueUpdates', {
    tail: `WHERE issue_id = ? ORDER BY sent_at_ms DESC, id LIMIT ${MOST_UPDATES}`,
    params: [issueId],
  })
  const list = ticketsOf(db, issueId)
  const open = list.filter(({ isOpen }) => isOpen).length
  return {
    issue,
    productName: product?.name ?? null,
    everywhere: everywhereOf(issue, { tickets: list.length, open }),
    tickets: list.length,
    openTickets: open,
    lastUpdateAtMs: updates[0]?.sentAtMs ?? null,
    engineering,
    list: list.slice(0, MOST_TICKETS),
    updates,
  }
}
