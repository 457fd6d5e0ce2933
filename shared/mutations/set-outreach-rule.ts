import { z } from 'zod'
import { OUTREACH_REASONS, outreachRuleId } from '../domain/outreach.ts'
import type { OutreachReason, OutreachRule } from '../domain/outreach.ts'
import { MOST_OUTREACH_DAYS, ruleFor } from '../rules/outreach/rules.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, insert, isAutomation, maybe } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'

const Content = z.strictObject({ days: z.int().min(1).max(MOST_OUTREACH_DAYS), isActive: z.boolean() })

const standing = (rule: OutreachRule | null, reason: OutreachReason) => ruleFor(reason, rule ? [rule] : [])
const versionOf = (rule: OutreachRule | null): number => rule?.version ?? 0

/** When somebody is to be reached out to, for the whole team. Asks when somebody else has set it since. */
export const setOutreachRule = defineMutation({
  name: 'outreachRule.set',
  args: z.strictObject({
    reason: z.enum(OUTREACH_REASONS),
    /** The version the editor began with; 0: there was none. */
    seen: z.int().min(0),
    content: Content,
  }),
  reads: ({ reason }) => ({ rule: maybe('outreachRules', outreachRuleId(reason)) }),
  may: actor => isAutomation(actor) || maySupervise(actor.role),
  plan: ({ rule }, { reason, content }, { nowMs }) => {
    const next = { ...content, version: versionOf(rule) + 1, updatedAtMs: nowMs }
    if (!rule) return [insert('outreachRules', { ...next, id: outreachRuleId(reason), reason })]
    if (patchChanged('outreachRules', rule, content).length === 0) return []
    return patchChanged('outreachRules', rule, next)
  },
  conflict: ({ rule }, { reason, seen, content }) => {
    if (rule && patchChanged('outreachRules', rule, content).length === 0) return null
    const on = { table: 'outreachRules', id: outreachRuleId(reason) } as const
    return conflictOf('changed-since', [
      { ...on, field: 'version', seen, mine: null, theirs: versionOf(rule) },
    ])
  },
  describe: ({ reason, content }) => ({
    key: 'describe.setOutreachRule',
    values: { outreachReason: reason, days: content.days },
  }),
  insist: ({ rule }, args) => ({ ...args, seen: versionOf(rule) }),
  invert: ({ rule }, { reason }) => {
    const { days, isActive } = standing(rule, reason)
    const content = Content.safeParse({ days, isActive }).data
    return content ? { name: 'outreachRule.set', args: { reason, seen: versionOf(rule) + 1, content } } : null
  },
  coalesceKey: ({ reason }) => `outreachRule.set:${reason}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})
