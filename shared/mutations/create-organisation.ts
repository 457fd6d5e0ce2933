import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, insert, maybe } from './define.ts'
import { OrganisationContent } from './parts/organisation-args.ts'

/** An organisation nobody has written down yet. */
export const createOrganisation = defineMutation({
  name: 'organisation.create',
  args: z.strictObject({ organisationId: RowId, content: OrganisationContent }),
  reads: ({ organisationId }) => ({ existing: maybe('organisations', organisationId) }),
  may: () => true,
  plan: ({ existing }, { organisationId, content }) =>
    existing
      ? []
      : [insert('organisations', { ...content, id: organisationId, reference: null, reportedAtMs: null })],
  describe: ({ content }) => ({
    key: 'describe.createOrganisation',
    values: { name: content.name.slice(0, 80) },
  }),
})
