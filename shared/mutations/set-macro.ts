import { z } from 'zod'
import { teamRuleId } from '../domain/between.ts'
import { RowId } from '../domain/ids.ts'
import type { Macro } from '../domain/knowledge.ts'
import { mayWriteAnswers } from '../rules/knowledge/may-write.ts'
import { authorOf, defineMutation, insert, isAutomation, maybe } from './define.ts'
import { MacroContent } from './parts/answer-args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'

const versionOf = (row: Macro | null): number => row?.version ?? 0

/** What people wrote of a canned reply; null where a newer hub wrote something this app has no word for. */
export function macroContent({
  title,
  language,
  kind,
  body,
  steps,
  family,
  retiredAtMs,
}: Macro): MacroContent | null {
  const written = { title, language, kind, body, steps, family, isRetired: retiredAtMs !== null }
  return MacroContent.safeParse(written).data ?? null
}

/** The columns a content stands in; what was retired before stays retired since then. */
function columnsOf({ isRetired, family, ...content }: MacroContent, row: Macro | null, nowMs: number) {
  const stated = family === undefined ? content : { ...content, family }
  return { ...stated, retiredAtMs: isRetired ? (row?.retiredAtMs ?? nowMs) : null }
}

/** What to write again so that it is as before: of what was not written nothing, an older hub would not know it. */
function asWritten(row: Macro, { family: written }: MacroContent): MacroContent | null {
  const before = macroContent(row)
  if (before === null || written !== undefined) return before
  const { family: _, ...rest } = before
  return rest
}

/** Writes, changes, retires or restores a canned reply. Asks when somebody else has changed it since. */
export const setMacro = defineMutation({
  name: 'macro.set',
  args: z.strictObject({
    macroId: RowId,
    /** The version the editor began with; 0: there was none, or it was never written here. */
    seen: z.int().min(0),
    content: MacroContent,
  }),
  reads: ({ macroId }) => ({
    row: maybe('macros', macroId),
    rule: maybe('teamRules', teamRuleId('knowledge')),
  }),
  may: (actor, { rule }, { content }) =>
    (isAutomation(actor) || mayWriteAnswers(actor.role, rule?.content ?? null)) &&
    ((content.body ?? '').trim() !== '' || content.steps.length > 0),
  plan: ({ row }, { macroId, content }, context) => {
    const columns = columnsOf(content, row, context.nowMs)
    const next = {
      ...columns,
      version: versionOf(row) + 1,
      updatedAtMs: context.nowMs,
      updatedBy: authorOf(context),
    }
    if (!row) return [insert('macros', { family: null, ...next, id: macroId })]
    if (patchChanged('macros', row, columns).length === 0) return []
    return patchChanged('macros', row, next)
  },
  conflict: ({ row }, { macroId, seen, content }, { nowMs }) => {
    if (row && patchChanged('macros', row, columnsOf(content, row, nowMs)).length === 0) return null
    return conflictOf('changed-since', [
      { table: 'macros', id: macroId, field: 'version', seen, mine: null, theirs: versionOf(row) },
    ])
  },
  describe: ({ content }) => ({
    key: content.isRetired ? 'describe.retireMacro' : 'describe.setMacro',
    values: { title: content.title.slice(0, 80) },
  }),
  insist: ({ row }, args) => ({ ...args, seen: versionOf(row) }),
  invert: ({ row }, { macroId, content }) => {
    const before = row && asWritten(row, content)
    const retired: MacroContent = { ...content, isRetired: true }
    const args = { macroId, seen: versionOf(row) + 1, content: before ?? retired }
    return row && !before ? null : { name: 'macro.set', args }
  },
})
