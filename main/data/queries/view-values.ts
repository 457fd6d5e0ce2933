import type { Input, Output } from '../../../shared/contract/index.ts'
import type { OrganisationName, ValueField } from '../../../shared/contract/views.ts'
import { mainLanguage } from '../../../shared/rules/saved-views/matches.ts'
import { all } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'
import { distinctValues, tiersInUse } from './tiers.ts'

/** Newest threads of a state whose lists are looked through. */
const SAMPLE = 400
/** More are not chosen from, they are typed. */
const MOST = 300

const sampled = (state: string, column: string): string => `
  SELECT ${column} AS list FROM (
    SELECT t.ticket_id FROM threads t INDEXED BY threads_by_state_newest
    WHERE t.state = '${state}' ORDER BY t.last_activity_at_ms DESC, t.id DESC LIMIT ${SAMPLE}) w
  CROSS JOIN tickets k ON k.id = w.ticket_id LEFT JOIN customers c ON c.id = k.customer_id`

/** Words in lists of recent tickets, most used first. */
function listed({ db }: QueryContext, column: 'k.tags_json' | 'c.labels_json'): readonly string[] {
  const uses = new Map<string, number>()
  for (const state of ['open', 'pending', 'solved']) {
    for (const { list } of all<{ list: string | null }>(db, sampled(state, column))) {
      const words = list === null ? [] : (JSON.parse(list) as string[])
      for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1)
    }
  }
  return [...uses]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([word]) => word)
}

function valuesOf(context: QueryContext, field: ValueField): readonly string[] {
  const { db } = context
  switch (field) {
    case 'tier':
      return tiersInUse(db)
    case 'language':
      return [...new Set(distinctValues(db, { table: 'customers', column: 'language' }).map(mainLanguage))]
    case 'country':
      return distinctValues(db, { table: 'organisations', column: 'country' })
    case 'tags':
      return listed(context, 'k.tags_json')
    case 'labels':
      return listed(context, 'c.labels_json')
  }
}

export const viewValues = (context: QueryContext, { field }: Input<'views.values'>): Output<'views.values'> =>
  valuesOf(context, field)

const COLUMNS = 'g.id, g.name, g.domain, g.country'
const beginning = (column: 'name' | 'domain'): string => `
  SELECT ${COLUMNS} FROM organisations g
  WHERE g.${column} >= :text COLLATE NOCASE AND g.${column} < :beyond COLLATE NOCASE
  ORDER BY g.${column} COLLATE NOCASE LIMIT :limit`
const NAMED = `SELECT ${COLUMNS} FROM json_each(?) j CROSS JOIN organisations g ON g.id = j.value`
/** Behind every text that begins with what was typed. */
const LAST_SIGN = '\u{10FFFF}'

/** Organisations by the beginning of name or domain; without a text the first ones by name. */
export function findOrganisations(
  { db }: QueryContext,
  { text, ids, limit }: Input<'organisations.find'>,
): Output<'organisations.find'> {
  const typed = { text: text.trim(), beyond: `${text.trim()}${LAST_SIGN}`, limit }
  const found = [
    ...(ids.length > 0 ? all<OrganisationName>(db, NAMED, [JSON.stringify(ids)]) : []),
    ...all<OrganisationName>(db, beginning('name'), typed),
    ...(typed.text === '' ? [] : all<OrganisationName>(db, beginning('domain'), typed)),
  ]
  const once = new Map(found.map(each => [each.id, each]))
  return [...once.values()].slice(0, limit + ids.length)
}
