import type { Asked } from './live-queries.ts'

/** A ticket and whose it is. */
export type Subject = { readonly ticketId: string; readonly customerId: string }

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/

/**
 * What a screen asks about one ticket, asked about another: whatever is shown of this one will be shown of the next. A
 * question that is about neither the ticket nor its customer, or about anything else beside them, has no such twin.
 */
export function sameOf(asked: readonly Asked[], from: Subject, to: Subject): readonly Asked[] {
  return asked.flatMap(({ name, input }) => {
    const entries = Object.entries(input)
    const twin = entries.map(([key, value]): [string, unknown] => {
      if (value === from.ticketId) return [key, to.ticketId]
      return [key, value === from.customerId ? to.customerId : value]
    })
    const isAbout = twin.some(([, value], index) => value !== entries[index]?.[1])
    const isAboutMore = entries.some(
      ([, value], index) => typeof value === 'string' && ID.test(value) && twin[index]?.[1] === value,
    )
    return isAbout && !isAboutMore ? [{ name, input: Object.fromEntries(twin) }] : []
  })
}
