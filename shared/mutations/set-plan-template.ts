import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { STEP_OWNERS } from '../domain/plans.ts'
import type { PlanTemplate } from '../domain/plans.ts'
import { WorkKind } from '../domain/values.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, insert, isAutomation, maybe } from './define.ts'
import { Line, PersonName } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'

export const MOST_STEPS = 60
export const MOST_DAYS = 730

const Content = z.strictObject({
  name: PersonName,
  isActive: z.boolean(),
  steps: z
    .array(
      z.strictObject({
        title: Line,
        kind: WorkKind,
        days: z.int().min(0).max(MOST_DAYS),
        owner: z.enum(STEP_OWNERS),
      }),
    )
    .max(MOST_STEPS),
})

const versionOf = (template: PlanTemplate | null): number => template?.version ?? 0

/** Content as somebody could have set it; a newer version may know other values. */
const contentOf = (template: PlanTemplate | null): z.infer<typeof Content> | null => {
  if (!template) return null
  const { name, isActive, steps } = template
  return Content.safeParse({ name, isActive, steps }).data ?? null
}

/** How plans begin from now on. Those that run keep their steps. Asks when somebody else has set it since. */
export const setPlanTemplate = defineMutation({
  name: 'planTemplate.set',
  args: z.strictObject({
    templateId: RowId,
    /** The version the editor began with; 0: a new template. */
    seen: z.int().min(0),
    content: Content,
  }),
  reads: ({ templateId }) => ({ template: maybe('planTemplates', templateId) }),
  may: actor => isAutomation(actor) || maySupervise(actor.role),
  plan: ({ template }, { templateId, content }, { nowMs }) => {
    const next = { ...content, version: versionOf(template) + 1, updatedAtMs: nowMs }
    if (!template) return [insert('planTemplates', { ...next, id: templateId })]
    if (patchChanged('planTemplates', template, content).length === 0) return []
    return patchChanged('planTemplates', template, next)
  },
  conflict: ({ template }, { templateId, seen, content }) => {
    if (template && patchChanged('planTemplates', template, content).length === 0) return null
    const theirs = versionOf(template)
    return conflictOf('changed-since', [
      { table: 'planTemplates', id: templateId, field: 'version', seen, mine: null, theirs },
    ])
  },
  describe: ({ content }) => ({ key: 'describe.setPlanTemplate', values: { name: content.name } }),
  insist: ({ template }, args) => ({ ...args, seen: versionOf(template) }),
  // A template that was new is put away: plans may have begun from it.
  invert: ({ template }, { templateId, content }) => ({
    name: 'planTemplate.set',
    args: {
      templateId,
      seen: versionOf(template) + 1,
      content: contentOf(template) ?? { ...content, isActive: false },
    },
  }),
  coalesceKey: ({ templateId }) => `planTemplate.set:${templateId}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})
