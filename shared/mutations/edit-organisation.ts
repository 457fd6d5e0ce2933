import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import type { Organisation } from '../domain/people.ts'
import { defineMutation, one } from './define.ts'
import { PersonName, SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { joinEdits } from './parts/join-edits.ts'
import { Domain, OrganisationNotes } from './parts/organisation-args.ts'
import { Named } from './parts/record-args.ts'

const Seen = SeenValue.nullable()
/** One field. A field stands at most once in an intent. */
const OrganisationEdit = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('name'), seen: Seen, value: Named }),
  z.strictObject({ field: z.literal('domain'), seen: Seen, value: Domain.nullable() }),
  z.strictObject({ field: z.literal('country'), seen: Seen, value: PersonName.nullable() }),
  z.strictObject({
    field: z.literal('notes'),
    seen: OrganisationNotes.nullable(),
    value: OrganisationNotes.nullable(),
  }),
])
type OrganisationEdit = z.infer<typeof OrganisationEdit>

const fieldsAfter = (fields: readonly OrganisationEdit[]): Partial<Organisation> =>
  Object.fromEntries(fields.map(({ field, value }) => [field, value]))

/** Name, domain, country and notes; each field on its own asks when somebody else was first. */
export const editOrganisation = defineMutation({
  name: 'organisation.edit',
  args: z.strictObject({ organisationId: RowId, fields: z.array(OrganisationEdit).min(1).max(8) }),
  reads: ({ organisationId }) => ({ row: one('organisations', organisationId) }),
  may: () => true,
  plan: ({ row }, { fields }) => patchChanged('organisations', row, fieldsAfter(fields)),
  conflict: ({ row }, { organisationId, fields }) =>
    conflictOf(
      'changed-since',
      fields.map(({ field, seen, value }) => ({
        table: 'organisations',
        id: organisationId,
        field,
        seen,
        mine: value,
        theirs: row[field],
      })),
    ),
  describe: ({ fields }) => ({
    key: 'describe.editOrganisation',
    values: { fields: fields.map(({ field }) => field).join(' ') },
  }),
  insist: ({ row }, { organisationId, fields }) => ({
    organisationId,
    fields: fields.map(change => ({ ...change, seen: row[change.field] })),
  }),
  invert: ({ row }, { organisationId, fields }) => ({
    name: 'organisation.edit',
    args: {
      organisationId,
      fields: fields.map(({ field, value }) => ({ field, seen: value, value: row[field] })),
    },
  }),
  without: (args, names) => {
    const fields = args.fields.filter(({ field }) => !names.includes(field))
    return fields.length > 0 ? { ...args, fields } : null
  },
  adjust: (args, values) => ({
    ...args,
    fields: args.fields.map(change =>
      Object.hasOwn(values, change.field) ? { ...change, value: values[change.field] } : change,
    ),
  }),
  coalesceKey: ({ organisationId }) => `organisation.edit:${organisationId}`,
  coalesce: (earlier, later) => ({
    organisationId: later.organisationId,
    fields: joinEdits(earlier.fields, later.fields, ({ field }) => field),
  }),
})
