import type { OpportunityEntry } from '../../../shared/contract/growth.ts'
import { csv } from '../../../shared/rules/csv.ts'
import { now } from '../../lib/clock.ts'
import { saveFile } from '../../lib/files.ts'

const COLUMNS = [
  'customer',
  'kind',
  'product',
  'note',
  'value',
  'currency',
  'state',
  'consent',
  'consentVia',
  'consentAt',
  'address',
  'notedAt',
  'id',
] as const

const CENTS = 100
const timeOf = (atMs: number | null): string => (atMs === null ? '' : new Date(atMs).toISOString())

/** The same for every language: programs read it. Of those who have not agreed nothing leaves in a file either. */
export const opportunityRows = (entries: readonly OpportunityEntry[]): readonly (readonly string[])[] =>
  entries
    .filter(({ consent }) => consent === 'given')
    .map(entry => [
      entry.customerName,
      entry.kind,
      entry.productName ?? '',
      entry.note,
      entry.valueMinor === null ? '' : (entry.valueMinor / CENTS).toFixed(2),
      entry.currency ?? '',
      entry.state,
      entry.consent,
      entry.consentVia ?? '',
      timeOf(entry.consentAtMs),
      entry.address ?? '',
      timeOf(entry.createdAtMs),
      entry.id,
    ])

/** Spreadsheets read UTF-8 only when the file says so. */
export const saveOpportunities = (entries: readonly OpportunityEntry[]): void =>
  saveFile(
    `tandem-opportunities-${timeOf(now()).slice(0, 10)}.csv`,
    new TextEncoder().encode(`\uFEFF${csv(COLUMNS, opportunityRows(entries))}`),
  )
