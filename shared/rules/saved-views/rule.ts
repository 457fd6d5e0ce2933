import { z } from 'zod'

const JOINS = ['all', 'any'] as const
/** 'all': every one must hold. 'any': one is enough. */
export const Join = z.enum(JOINS)
export type Join = z.infer<typeof Join>

/**
 * One condition as it is stored. Fields, operators and values of a newer version pass: `problemsOf` names them, and a
 * view that has any lists nothing.
 */
export const Condition = z.strictObject({
  field: z.string().min(1).max(120),
  op: z.string().min(1).max(30),
  values: z.array(z.union([z.string().max(300), z.number()])).max(200),
})
export type Condition = z.infer<typeof Condition>

/** A group holds when all, or any, of its conditions do; an empty one always holds. */
export const ConditionGroup = z.strictObject({ join: Join, conditions: z.array(Condition).max(50) })
export type ConditionGroup = z.infer<typeof ConditionGroup>

/** Conditions of a view: groups joined by AND or OR, one level deep. Without groups it lists everything. */
export const ViewRule = z.strictObject({ join: Join, groups: z.array(ConditionGroup).max(40) })
export type ViewRule = z.infer<typeof ViewRule>

/** A view as it is kept: what it lists, in which order, with which columns of the table; null: the agent's own. */
export const ViewBody = z.strictObject({
  rule: ViewRule,
  sort: z.string().min(1).max(30),
  columns: z.array(z.string().max(120)).max(100).nullable(),
})
export type ViewBody = z.infer<typeof ViewBody>

const StoredBody = z.object({ rule: ViewRule, sort: z.string(), columns: z.array(z.string()).nullable() })

/** A view as it was stored, perhaps by a newer version; null when this one cannot tell what its conditions mean. */
export function readBody(stored: unknown): ViewBody | null {
  const parsed = StoredBody.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** Lists everything. */
export const ANYTHING: ViewRule = { join: 'all', groups: [] }

export const ruleOf = (...conditions: readonly Condition[]): ViewRule => ({
  join: 'all',
  groups: conditions.length === 0 ? [] : [{ join: 'all', conditions: [...conditions] }],
})

/** Most groups a rule may hold. */
const MOST_GROUPS = 40

/**
 * A rule that holds where `rule` holds and every one of `conditions` does. One level of nesting stays one level: a rule
 * joined by OR takes them into each of its groups. Null when that would become too long.
 */
export function narrow(rule: ViewRule, conditions: readonly Condition[]): ViewRule | null {
  if (conditions.length === 0) return rule
  const all: ConditionGroup = { join: 'all', conditions: [...conditions] }
  const groups = rule.groups.filter(group => group.conditions.length > 0)
  // An empty group always holds: joined by OR, so does the whole rule.
  const isOpen = rule.join === 'any' && groups.length < rule.groups.length
  const [only] = groups
  if (!isOpen && groups.length === 1 && only?.join === 'all')
    return { join: 'all', groups: [{ join: 'all', conditions: [...only.conditions, ...conditions] }] }
  const joined: ViewRule =
    isOpen || groups.length === 0
      ? { join: 'all', groups: [all] }
      : rule.join === 'all' || groups.length === 1
        ? { join: 'all', groups: [...groups, all] }
        : { join: 'any', groups: groups.flatMap(group => takeIn(group, conditions)) }
  return joined.groups.length > MOST_GROUPS ? null : joined
}

function takeIn(group: ConditionGroup, conditions: readonly Condition[]): readonly ConditionGroup[] {
  if (group.join === 'all') return [{ join: 'all', conditions: [...group.conditions, ...conditions] }]
  return group.conditions.map(each => ({ join: 'all', conditions: [each, ...conditions] }))
}
