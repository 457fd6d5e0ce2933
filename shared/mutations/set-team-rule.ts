import { z } from 'zod'
import { TEAM_RULE_KEYS, teamRuleId } from '../domain/between.ts'
import type { TeamRule, TeamRuleKey } from '../domain/between.ts'
import type { Fields } from '../domain/values.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, insert, isAutomation, maybe } from './define.ts'
import { textUpTo } from './parts/args.ts'
import type { Actor } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'

const MOST_VALUES = 40
const WORDS_LIMIT = 2_000
const Value = z.union([z.number(), z.boolean(), textUpTo(WORDS_LIMIT), z.null()])
const Values = z
  .record(z.string().regex(/^[a-zA-Z]{1,40}$/u), Value)
  .refine(all => Object.keys(all).length <= MOST_VALUES, { error: 'too many values' })

/** Null: nobody has set it, the rule's own default holds. */
const standing = (rule: TeamRule | null, name: string): Fields[string] => rule?.content[name] ?? null

/** Over what stands, so that two people who set different values never undo each other. */
function merged(rule: TeamRule | null, values: Fields): Fields {
  const all = { ...rule?.content, ...values }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
}

const inverseOf = (rule: TeamRule | null, key: TeamRuleKey, values: Fields) => ({
  name: 'teamRule.set',
  args: {
    key,
    values: Object.fromEntries(Object.keys(values).map(name => [name, standing(rule, name)])),
    seen: values,
  },
})

/** What removes customers' data is for administrators. */
const maySet = (role: Actor['role'], key: TeamRuleKey): boolean =>
  key === 'retention' ? role === 'admin' : maySupervise(role)

/** Thresholds, switches and words of one rule, for the whole team. Asks when somebody else has set the same since. */
export const setTeamRule = defineMutation({
  name: 'teamRule.set',
  args: z.strictObject({
    key: z.enum(TEAM_RULE_KEYS),
    /** Only what was changed; null: back to the default. */
    values: Values,
    seen: Values,
  }),
  reads: ({ key }) => ({ rule: maybe('teamRules', teamRuleId(key)) }),
  may: (actor, _rows, { key }) => isAutomation(actor) || maySet(actor.role, key),
  plan: ({ rule }, { key, values }, { nowMs }) => {
    const content = merged(rule, values)
    if (!rule) return [insert('teamRules', { id: teamRuleId(key), key, content, updatedAtMs: nowMs })]
    if (patchChanged('teamRules', rule, { content }).length === 0) return []
    return patchChanged('teamRules', rule, { content, updatedAtMs: nowMs })
  },
  conflict: ({ rule }, { key, values, seen }) =>
    conflictOf(
      'changed-since',
      Object.entries(values).map(([field, mine]) => ({
        table: 'teamRules' as const,
        id: teamRuleId(key),
        field,
        seen: seen[field] ?? null,
        mine,
        theirs: standing(rule, field),
      })),
    ),
  describe: ({ key }) => ({ key: 'describe.setTeamRule', values: { rule: key } }),
  insist: ({ rule }, args) => ({
    ...args,
    seen: Object.fromEntries(Object.keys(args.values).map(name => [name, standing(rule, name)])),
  }),
  invert: ({ rule }, { key, values }) => inverseOf(rule, key, values),
})
