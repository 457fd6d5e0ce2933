import type Sqlite from 'better-sqlite3'
import type { Connection } from '../../main/data/db/types.ts'

/** A page of a view as somebody would write it for that view alone. Lists and their names are those of the contract. */
export type ListOf = {
  readonly view: 'mine' | 'unassigned' | 'my-teams' | 'all-open' | 'pending' | 'snoozed' | 'solved'
  readonly kind: 'all' | 'service' | 'support' | 'both'
  readonly sort: 'newest' | 'waiting' | 'priority' | 'due'
}
export const LIMIT = 50

const SORTS = {
  newest: 'last_activity_at_ms',
  waiting: 'sort_waiting',
  priority: 'sort_priority',
  due: 'sort_due',
} as const
const STATES = {
  mine: 'open',
  unassigned: 'open',
  'my-teams': 'open',
  'all-open': 'open',
  pending: 'pending',
  snoozed: 'snoozed',
  solved: 'solved',
} as const

type Owner = { readonly index: (kind: ListOf['kind']) => string; readonly where: (alias: string) => string }
const byState: Owner = {
  index: kind => (kind === 'both' ? 'threads_paired_by' : 'threads_by_state'),
  where: () => '',
}
const OWNERS: Readonly<Record<ListOf['view'], Owner>> = {
  mine: { index: () => 'threads_open_by_assignee', where: alias => `AND ${alias}.assignee_id = ?1` },
  unassigned: { index: () => 'threads_open_by_assignee', where: alias => `AND ${alias}.assignee_id IS NULL` },
  'my-teams': { index: () => 'threads_open_by_team', where: alias => `AND ${alias}.team_id = ?` },
  'all-open': byState,
  pending: byState,
  snoozed: byState,
  solved: byState,
}
const KINDS = {
  all: '',
  service: "AND t.kind = 'service'",
  support: "AND t.kind = 'support'",
  both: 'AND t.is_paired = 1',
} as const

/** A ticket with both kinds is one row: its support thread is left out where its service thread is in the view. */
function folding({ view, kind }: ListOf, teams: string): string {
  if (kind === 'service' || kind === 'support') return ''
  const owner = view === 'my-teams' ? `AND o.team_id IN (${teams})` : OWNERS[view].where('o')
  return `AND NOT (t.is_paired = 1 AND t.kind = 'support' AND EXISTS (SELECT 1 FROM threads o
    WHERE o.ticket_id = t.ticket_id AND o.kind = 'service' AND o.state = '${STATES[view]}' ${owner}))`
}

/** The walk along one covering index; of several teams one walk each, merged. */
function walk(of: ListOf, teamIds: readonly string[]): string {
  const { view, kind, sort } = of
  const marks = teamIds.map((_id, index) => `?${index + 1}`)
  const owners =
    view === 'my-teams'
      ? marks.map(mark => OWNERS[view].where('t').replace('?', mark))
      : [OWNERS[view].where('t')]
  const lanes = owners.map(
    owner => `SELECT local_id, key, id FROM (SELECT t.local_id, t.${SORTS[sort]} AS key, t.id FROM threads t INDEXED BY ${OWNERS[view].index(kind)}_${sort}
      WHERE t.state = '${STATES[view]}' ${owner} ${KINDS[kind]} ${folding(of, marks.join(', '))}
      ORDER BY t.${SORTS[sort]} DESC, t.id DESC LIMIT ${LIMIT})`,
  )
  return lanes.length === 1
    ? (lanes[0] ?? '')
    : `${lanes.join(' UNION ALL ')} ORDER BY key DESC, id DESC LIMIT ${LIMIT}`
}

/** Everything a row of the list shows, as values. */
export function coveringSql(of: ListOf, teamIds: readonly string[]): string {
  return `WITH page AS MATERIALIZED (${walk(of, teamIds)})
    SELECT t.ticket_id, t.last_activity_at_ms, t.waiting_since_ms, k.number, k.subject, k.channel, k.tags_json, k.customer_id,
      c.name, c.language, c.tier,
      (SELECT n.number FROM local_numbers n WHERE n.ticket_id = t.ticket_id),
      (SELECT substr(m.body_text, 1, 160) FROM messages m WHERE m.ticket_id = t.ticket_id ORDER BY m.written_at_ms DESC LIMIT 1),
      (SELECT json_group_array(json_array(s.id, s.kind, s.state, s.assignee_id, a.name, s.team_id, s.priority, s.due_at_ms, s.snoozed_until_ms) ORDER BY s.kind)
        FROM threads s LEFT JOIN agents a ON a.id = s.assignee_id WHERE s.ticket_id = t.ticket_id),
      EXISTS (SELECT 1 FROM drafts d WHERE d.ticket_id = t.ticket_id AND d.body <> ''),
      (SELECT count(*) FROM outbox o WHERE o.ticket_id = t.ticket_id AND o.is_quiet = 0)
    FROM page JOIN threads t ON t.local_id = page.local_id
    JOIN tickets k ON k.id = t.ticket_id LEFT JOIN customers c ON c.id = k.customer_id
    ORDER BY page.key DESC, page.id DESC`
}

export type CoveringList = (of: ListOf) => readonly (readonly unknown[])[]

/** Prepared once for each list. */
export function coveringLists(
  { handle }: Connection,
  me: { readonly id: string; readonly teamIds: readonly string[] },
): CoveringList {
  const prepared = new Map<string, Sqlite.Statement>()
  return of => {
    const key = `${of.view}/${of.kind}/${of.sort}`
    const statement = prepared.get(key) ?? handle.prepare(coveringSql(of, me.teamIds)).raw(true)
    prepared.set(key, statement)
    const params = of.view === 'mine' ? [me.id] : of.view === 'my-teams' ? me.teamIds : []
    return statement.all(Object.fromEntries(params.map((value, index) => [index + 1, value]))) as unknown[][]
  }
}
