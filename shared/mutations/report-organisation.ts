import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, insert, isAutomation, maybe } from './define.ts'
import { Moment, PersonName } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { Domain } from './parts/organisation-args.ts'
import { Named } from './parts/record-args.ts'
import { isStale } from './parts/reported.ts'

/**
 * An organisation as the system says it that keeps them; news that is older than what is known is passed over. What is
 * left out stays as it is, and so does what people wrote.
 */
export const reportOrganisation = defineMutation({
  name: 'organisation.report',
  decidedBy: 'hub',
  args: z.strictObject({
    organisationId: RowId,
    reference: PersonName,
    name: Named,
    domain: Domain.nullable(),
    country: PersonName.nullable(),
    saidAtMs: Moment,
  }),
  reads: ({ organisationId }) => ({ known: maybe('organisations', organisationId) }),
  may: actor => isAutomation(actor),
  plan: ({ known }, { organisationId, saidAtMs, ...said }) => {
    if (isStale(known, saidAtMs)) return []
    if (known === null)
      return [insert('organisations', { ...said, id: organisationId, notes: null, reportedAtMs: saidAtMs })]
    return patchChanged('organisations', known, {
      name: said.name,
      reference: said.reference,
      ...(said.domain === null ? {} : { domain: said.domain }),
      ...(said.country === null ? {} : { country: said.country }),
      reportedAtMs: saidAtMs,
    })
  },
  describe: ({ name }) => ({ key: 'describe.reportOrganisation', values: { name: name.slice(0, 80) } }),
})
