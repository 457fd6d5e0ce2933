import { z } from 'zod'
import { storableText } from '../../rules/storable-text.ts'
import { domainOf } from '../../rules/organisations/names.ts'
import { PersonName, textUpTo } from './args.ts'
import { Named } from './record-args.ts'

const NOTES_LIMIT = 10_000
const DOMAIN_LIMIT = 300

/** Kept as a bare domain, however it was typed. */
export const Domain = z
  .string()
  .max(DOMAIN_LIMIT)
  .overwrite(storableText)
  .overwrite(domainOf)
  .refine(domain => domain !== '', { error: 'a domain is needed' })
export const OrganisationNotes = textUpTo(NOTES_LIMIT)

/** An organisation as people write it down. */
export const OrganisationContent = z.strictObject({
  name: Named,
  domain: Domain.nullable(),
  country: PersonName.nullable(),
  notes: OrganisationNotes.nullable(),
})
