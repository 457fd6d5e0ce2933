import type { MutationArgs } from '../../shared/mutations/index.ts'
import { domainOf, isSharedDomain } from '../../shared/rules/organisations/names.ts'
import { makeId } from '../lib/make-id.ts'

export type NewOrganisation = { readonly name: string; readonly domain: string }
/** Where a person belongs, while it is chosen: one that is known, or one that is written down with them. */
export type Belonging = {
  readonly organisationId: string | null
  readonly newOrganisation: NewOrganisation | null
}

const MAIL_HOST = /@([^\s@>]+)>?$/u
/** The domain of a mail address; empty for anything else, and for mail of everybody. */
export function domainOfMail(mail: string): string {
  const host = domainOf(MAIL_HOST.exec(mail.trim())?.[1] ?? '')
  return isSharedDomain(host) ? '' : host
}

type Content = MutationArgs<'organisation.create'>['content']
export const contentOf = ({ name, domain }: NewOrganisation): Content => ({
  name: name.trim(),
  domain: domainOf(domain) || null,
  country: null,
  notes: null,
})

type Belongs = {
  readonly organisationId: string | null
  /** What has to be written down first; null: nothing. */
  readonly made: MutationArgs<'organisation.create'> | null
}

/** What a choice means: the id to write, and the organisation to make where nobody had it. Without a name there is none. */
export function belongsTo({ organisationId, newOrganisation }: Belonging): Belongs {
  if (newOrganisation === null) return { organisationId, made: null }
  if (newOrganisation.name.trim() === '') return { organisationId: null, made: null }
  const id = makeId()
  return { organisationId: id, made: { organisationId: id, content: contentOf(newOrganisation) } }
}
