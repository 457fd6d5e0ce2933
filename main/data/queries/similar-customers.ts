import type { Input } from '../../../shared/contract/index.ts'
import type { SimilarCustomer } from '../../../shared/contract/customers.ts'
import { searchQuery } from '../../../shared/rules/search-text.ts'
import type { ReadableDb } from '../db/types.ts'
import type { QueryContext } from './query-context.ts'
import { customerRecords } from './search.ts'

const EACH = 5
/** Fewer letters or digits fit too many people. */
const LEAST_LETTERS = 4
const LEAST_DIGITS = 6

type Reason = SimilarCustomer['because']

function found(db: ReadableDb, text: string, because: Reason): readonly SimilarCustomer[] {
  const match = searchQuery(text)
  if (match === null) return []
  return customerRecords(db, { match, limit: EACH }).map(({ id, name, organisation, contact }) => ({
    id,
    name,
    organisationName: organisation,
    contact,
    because,
  }))
}

/** A number in the ways people write it: as typed, then without what stands between its digits. */
function byPhone(db: ReadableDb, phone: string): readonly SimilarCustomer[] {
  const digits = phone.replaceAll(/\D/gu, '')
  if (digits.length < LEAST_DIGITS) return []
  const asTyped = found(db, phone, 'phone')
  return asTyped.length > 0 ? asTyped : found(db, digits, 'phone')
}

/** People who may be the one that is being written down: same address, same number, same name. Surest first. */
export function similarCustomers(
  { db }: QueryContext,
  { name, mail, phone }: Input<'customers.similar'>,
): readonly SimilarCustomer[] {
  const all = [
    ...(mail.includes('@') ? found(db, mail, 'email') : []),
    ...byPhone(db, phone),
    ...(name.trim().length < LEAST_LETTERS ? [] : found(db, name, 'name')),
  ]
  return [...new Map(all.toReversed().map(each => [each.id, each])).values()].toReversed().slice(0, EACH)
}
