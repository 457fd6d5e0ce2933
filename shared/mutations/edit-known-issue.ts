import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import type { KnownIssue } from '../domain/knowledge.ts'
import { defineMutation, one } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { IssueEdit } from './parts/issue-args.ts'
import { joinEdits } from './parts/join-edits.ts'

const fieldsAfter = (fields: readonly IssueEdit[]): Partial<KnownIssue> =>
  Object.fromEntries(fields.map(({ field, value }) => [field, value]))

/** Changes what the register says of a fault; each field on its own asks when somebody else was first. */
export const editKnownIssue = defineMutation({
  name: 'knownIssue.edit',
  args: z.strictObject({ issueId: RowId, fields: z.array(IssueEdit).min(1).max(12) }),
  reads: ({ issueId }) => ({ issue: one('knownIssues', issueId) }),
  may: () => true,
  plan: ({ issue }, { fields }, context) => {
    const changes = patchChanged('knownIssues', issue, fieldsAfter(fields))
    if (changes.length === 0) return []
    const updatedAtMs = Math.max(issue.updatedAtMs, context.nowMs)
    return patchChanged('knownIssues', issue, { ...fieldsAfter(fields), updatedAtMs })
  },
  conflict: ({ issue }, { issueId, fields }) =>
    conflictOf(
      'changed-since',
      fields.map(({ field, seen, value }) => ({
        table: 'knownIssues',
        id: issueId,
        field,
        seen,
        mine: value,
        theirs: issue[field],
      })),
    ),
  describe: ({ fields }) => ({
    key: 'describe.editKnownIssue',
    values: { fields: fields.map(({ field }) => field).join(' ') },
  }),
  insist: ({ issue }, { issueId, fields }) => ({
    issueId,
    fields: fields.map(change => ({ ...change, seen: issue[change.field] }) as IssueEdit),
  }),
  invert: ({ issue }, { issueId, fields }) =>
    // A state of a newer hub cannot be written back.
    fields.some(({ field }) => field === 'state') && issue.state === 'other'
      ? null
      : {
          name: 'knownIssue.edit',
          args: {
            issueId,
            fields: fields.map(({ field, value }) => ({ field, seen: value, value: issue[field] })),
          },
        },
  without: (args, names) => {
    const fields = args.fields.filter(({ field }) => !names.includes(field))
    return fields.length > 0 ? { ...args, fields } : null
  },
  coalesceKey: ({ issueId }) => `knownIssue.edit:${issueId}`,
  coalesce: (earlier, later) => ({
    issueId: later.issueId,
    fields: joinEdits(earlier.fields, later.fields, ({ field }) => field),
  }),
})
