import type { TicketEvent } from '../../shared/domain/tickets.ts'
import { dynamicText } from './dynamic-text.ts'
import { knownFieldName } from './field-name.ts'
import { listText } from './format.ts'

/** Closed sets of plans, outreach and feedback, by their place in the locale file. */
export const RELATION_GROUPS = [
  'relation.planState',
  'relation.stepState',
  'relation.outreachState',
  'relation.outreachReason',
  'relation.feedbackState',
  'relation.feedbackKind',
  'people.is',
  'growth.kind',
  'growth.state',
  'growth.consent',
] as const

/** Fields an event names, in words; a field of a newer version is left out. */
function namedFields(fields: unknown): string {
  const known = (typeof fields === 'string' ? fields : '')
    .split(' ')
    .flatMap(field => knownFieldName(field) ?? dynamicText(`why.fields.${field}`) ?? [])
  return listText([...new Set(known)], 'all')
}

/** What events about the relationship say besides what changed. */
export const relationWords = (facts: TicketEvent['facts']): Readonly<Record<string, string>> => ({
  reasonText: dynamicText(`relation.outreachReason.${String(facts['outreachReason'])}`) ?? '',
  surveyName: String(facts['survey'] ?? '').toUpperCase(),
  relationName: dynamicText(`people.is.${String(facts['relation'])}`) ?? '',
  opportunityName: dynamicText(`growth.kind.${String(facts['opportunityKind'])}`) ?? '',
  fieldNames: namedFields(facts['fields']),
  feedbackKindName: dynamicText(`relation.feedbackKind.${String(facts['feedbackKind'])}`) ?? '',
})
