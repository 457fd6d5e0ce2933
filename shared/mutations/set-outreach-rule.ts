import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { OUTREACH_REASONS, outreachRuleId } from '../domain/outreach.ts'
import type { OutreachReason, OutreachRule } from '../domain/outreach.ts'
import { VALUE_BANDS } from '../rules/portrait/value-band.ts'
import { storableText } from '../rules/storable-text.ts'
import { statedSegment } from '../rules/outreach/segment.ts'
import { MOST_OUTREACH_DAYS, ruleFor } from '../rules/outreach/rules.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, insert, isAutomation, maybe } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'

const MOST_VALUES = 30
const Name = z.string().trim().min(1).max(80).overwrite(storableText)
const Names = z.array(Name).min(1).max(MOST_VALUES).optional()
const Segment = z.strictObject({
  name: Name.optional(),
  tiers: Names,
  bands: z.array(z.enum(VALUE_BANDS)).min(1).max(VALUE_BANDS.length).optional(),
  labels: Names,
  productIds: z.array(RowId).min(1).max(MOST_VALUES).optional(),
  vipOnly: z.literal(true).optional(),
})
const Content = z.strictObject({
  days: z.int().min(1).max(MOST_OUTREACH_DAYS),
  isActive: z.boolean(),
  /** Null: everybody. Left out, as older versions do: as it stands. */
  segment: Segment.nullable().optional(),
})

const standing = (rule: OutreachRule | null, reason: OutreachReason) => ruleFor(reason, rule ? [rule] : [])
const versionOf = (rule: OutreachRule | null): number => rule?.version ?? 0
type Content = z.infer<typeof Content>
const stated = ({ segment, ...content }: Content) => ({
  ...content,
  ...(segment === undefined ? {} : { segment: statedSegment(segment) }),
})

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
  plan: ({ rule }, { reason, content: written }, { nowMs }) => {
    const content = stated(written)
    const next = { ...content, version: versionOf(rule) + 1, updatedAtMs: nowMs }
    if (!rule)
      return [insert('outreachRules', { segment: null, ...next, id: outreachRuleId(reason), reason })]
    if (patchChanged('outreachRules', rule, content).length === 0) return []
    return patchChanged('outreachRules', rule, next)
  },
  conflict: ({ rule }, { reason, seen, content }) => {
    if (rule && patchChanged('outreachRules', rule, stated(content)).length === 0) return null
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
  invert: ({ rule }, { reason, content: written }) => {
    const { days, isActive, segment } = standing(rule, reason)
    // Of what was not written nothing has to be put back, and an older hub would not know it.
    const before = written.segment === undefined ? { days, isActive } : { days, isActive, segment }
    const content = Content.safeParse(before).data
    return content ? { name: 'outreachRule.set', args: { reason, seen: versionOf(rule) + 1, content } } : null
  },
  coalesceKey: ({ reason }) => `outreachRule.set:${reason}`,
  coalesce: (earlier, later) => ({
    ...later,
    content: { ...earlier.content, ...later.content },
    seen: earlier.seen,
  }),
})
