import { assertNever } from '../../../shared/assert.ts'
import {
  fieldOf,
  isFieldName,
  isOwnField,
  ME,
  MINE,
  NONE,
  ownKey,
} from '../../../shared/rules/saved-views/fields.ts'
import type { FieldName } from '../../../shared/rules/saved-views/fields.ts'
import { mainLanguage } from '../../../shared/rules/saved-views/matches.ts'
import type { Eyes } from '../../../shared/rules/saved-views/matches.ts'
import type { Condition, ConditionGroup, ViewRule } from '../../../shared/rules/saved-views/rule.ts'
import type { SqlValue } from '../db/types.ts'

/**
 * A rule as a condition over a thread, the alias `{t}`, and its ticket `k`, customer `c`, organisation `g` and how the
 * customer stands, `h`.
 */
export type RuleSql = {
  readonly where: string
  /** Rows beside the thread that the condition looks at. */
  readonly joins: string
  readonly params: Readonly<Record<string, SqlValue>>
}

const MINUTE_MS = 60_000

/** Fields as SQL. Where JSON is compared, the column that holds the list. */
const expressions: Readonly<Record<FieldName, string>> = {
  state: '{t}.state',
  kind: '{t}.kind',
  paired: '{t}.is_paired',
  priority: '{t}.priority',
  owner: '{t}.assignee_id',
  team: '{t}.team_id',
  waiting: '{t}.waiting_since_ms',
  due: '{t}.due_at_ms',
  activity: '{t}.last_activity_at_ms',
  created: 'k.created_at_ms',
  tags: 'k.tags_json',
  channel: 'k.channel',
  tier: 'c.tier',
  organisation: 'c.organisation_id',
  language: "nullif(lower(substr(c.language, 1, instr(c.language || '-', '-') - 1)), '')",
  country: 'g.country',
  labels: 'c.labels_json',
  // As the card shows them; until somebody has worked them out, as they were written down.
  stage: 'iif(h.worked_out_at_ms IS NULL, c.journey_stage, h.stage)',
  health: 'iif(h.worked_out_at_ms IS NULL, c.health, h.health)',
  value: 'h.value_band',
  vip: 'ifnull(h.is_vip, 0)',
}

type Bind = (value: SqlValue) => string

/** Values as the database holds them: who "me" is, and a language without its region. */
function valuesOf({ field, values }: Condition, { me }: Eyes): readonly string[] {
  return values.flatMap(value => {
    if (value === ME) return [me.id]
    if (value === MINE) return me.teamIds
    if (value === NONE) return []
    return [field === 'language' ? mainLanguage(String(value)) : String(value)]
  })
}

function choiceSql(condition: Condition, eyes: Eyes, bind: Bind): string {
  const column = expressions[condition.field as FieldName]
  const list = valuesOf(condition, eyes).map(bind)
  // Bound, because the planner forgets the index where it sees that nothing can fit.
  const isOne = list.length === 0 ? bind(0) : `ifnull(${column} IN (${list.join(', ')}), 0)`
  const isIt = condition.values.includes(NONE) ? `(${isOne} OR ${column} IS NULL)` : isOne
  return condition.op === 'any' ? isIt : `NOT ${isIt}`
}

function setSql({ field, op, values }: Condition, bind: Bind): string {
  const column = expressions[field as FieldName]
  const has = (list: string): string =>
    `EXISTS (SELECT 1 FROM json_each(${column}) j WHERE j.value IN (${list}))`
  if (op === 'all')
    return values.length === 0 ? '1' : `(${values.map(value => has(bind(String(value)))).join(' AND ')})`
  if (values.length === 0) return bind(op === 'any' ? 0 : 1)
  const list = values.map(value => bind(String(value))).join(', ')
  return op === 'any' ? has(list) : `NOT ${has(list)}`
}

function numberSql({ field, op, values }: Condition, nowMs: number, bind: Bind): string {
  const column = expressions[field as FieldName]
  const asked = Number(values[0] ?? 0)
  switch (op) {
    case 'set':
      return `${column} IS NOT NULL`
    case 'unset':
      return `${column} IS NULL`
    case 'longer':
      return `ifnull(${column} < ${bind(nowMs - asked * MINUTE_MS)}, 0)`
    case 'shorter':
      return `ifnull(${column} >= ${bind(nowMs - asked * MINUTE_MS)}, 0)`
    case 'late':
      return `ifnull(${column} <= ${bind(nowMs)}, 0)`
    case 'within':
      return `ifnull(${column} > ${bind(nowMs)} AND ${column} <= ${bind(nowMs + asked * MINUTE_MS)}, 0)`
    case 'under':
      return `ifnull(${column} < ${bind(asked)}, 0)`
    case 'over':
      return `ifnull(${column} > ${bind(asked)}, 0)`
    default:
      return '0'
  }
}

/** What stands in a field of a form, as text and as a number; NULL where nothing does. */
const writtenSql = (key: string, value: string): string => `(SELECT ${value} FROM json_each(k.fields_json) j
  WHERE j.key = ${key} AND j.type <> 'null')`
const AS_TEXT = `nullif(CASE j.type WHEN 'true' THEN 'yes' WHEN 'false' THEN 'no' ELSE CAST(j.value AS TEXT) END, '')`
const AS_NUMBER = `CASE WHEN j.type IN ('integer', 'real') THEN j.value END`

function ownSql({ op, values }: Condition, key: string, bind: Bind): string {
  const text = writtenSql(key, AS_TEXT)
  switch (op) {
    case 'set':
      return `${text} IS NOT NULL`
    case 'unset':
      return `${text} IS NULL`
    case 'over':
    case 'under':
      return `ifnull(${writtenSql(key, AS_NUMBER)} ${op === 'over' ? '>' : '<'} ${bind(Number(values[0] ?? 0))}, 0)`
    case 'any':
    case 'none': {
      const list = values.map(value => bind(String(value)))
      const isIt = list.length === 0 ? bind(0) : `ifnull(${text} IN (${list.join(', ')}), 0)`
      return op === 'any' ? isIt : `NOT ${isIt}`
    }
    default:
      return '0'
  }
}

function conditionSql(condition: Condition, eyes: Eyes, bind: Bind): string {
  if (!isFieldName(condition.field)) return '0'
  if (isOwnField(condition.field)) return ownSql(condition, bind(ownKey(condition.field)), bind)
  const { type } = fieldOf(condition.field)
  switch (type) {
    case 'choice':
      return choiceSql(condition, eyes, bind)
    case 'set':
      return setSql(condition, bind)
    case 'past':
    case 'ahead':
    case 'amount':
      return numberSql(condition, eyes.nowMs, bind)
    case 'flag':
      return `${expressions[condition.field]} = ${condition.op === 'yes' ? 1 : 0}`
    case 'own':
      return '0'
    default:
      return assertNever(type, 'field type')
  }
}

const JOIN_TICKET = 'CROSS JOIN tickets k ON k.id = t.ticket_id'
const JOIN_CUSTOMER = 'LEFT JOIN customers c ON c.id = t.customer_id'
const JOIN_ORGANISATION = 'LEFT JOIN organisations g ON g.id = c.organisation_id'

const JOIN_STANDING = 'LEFT JOIN standings h ON h.customer_id = t.customer_id'

const joinsFor = (where: string): string =>
  [
    /\bk\./.test(where) ? JOIN_TICKET : '',
    /\b[cg]\./.test(where) ? JOIN_CUSTOMER : '',
    /\bg\./.test(where) ? JOIN_ORGANISATION : '',
    /\bh\./.test(where) ? JOIN_STANDING : '',
  ].join(' ')

const joined = (parts: readonly string[], join: 'all' | 'any'): string =>
  parts.length === 0 ? '1' : `(${parts.join(join === 'all' ? ' AND ' : ' OR ')})`

/**
 * A rule in SQL. Values are bound, never written into the text; `more` is a condition of the caller beside it. Fields
 * and operators this version does not know never hold.
 */
export function ruleSql({ join, groups }: ViewRule, eyes: Eyes, more = ''): RuleSql {
  const params: Record<string, SqlValue> = {}
  const bind: Bind = value => {
    const name = `v${Object.keys(params).length}`
    params[name] = value
    return `:${name}`
  }
  const group = (each: ConditionGroup): string =>
    joined(
      each.conditions.map(condition => conditionSql(condition, eyes, bind)),
      each.join,
    )
  const where = joined(groups.map(group), join)
  return { where, joins: joinsFor(`${where} ${more}`), params }
}
