import type { LaptopStore } from './store.ts'

/** Organisations looked at in one go. */
const LOOKED_AT = 500

/**
 * A guest's laptop holds the organisations of the customers it holds: with the last of these it lets the organisation go.
 * The hub, which gives it with a customer, does not know what is here. Call inside a transaction.
 */
export function letOrganisationsGo({ rows }: Pick<LaptopStore, 'rows'>): void {
  const isNamed = (organisationId: string): boolean =>
    rows.many({ table: 'customers', where: { organisationId }, above: null }).length > 0
  for (let after: string | null = ''; after !== null;) {
    const page = rows.olderThan({
      table: 'organisations',
      version: Number.MAX_SAFE_INTEGER,
      after,
      limit: LOOKED_AT,
    })
    const gone = page.ids.filter(id => !isNamed(id))
    if (gone.length > 0) rows.removeMany('organisations', gone)
    after = page.next
  }
}
