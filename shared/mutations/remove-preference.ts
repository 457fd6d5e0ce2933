import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { defineMutation, maybe, one, remove } from './define.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { argsOf, SeenPreference } from './parts/preference-args.ts'
import { contentOf } from '../rules/portrait/preferences.ts'

/** Takes away what is no longer so; one that is gone already is no trouble. Asks when it has changed since. */
export const removePreference = defineMutation({
  name: 'preference.remove',
  args: z.strictObject({ preferenceId: RowId, customerId: CustomerId, seen: SeenPreference }),
  reads: ({ preferenceId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('preferences', preferenceId),
  }),
  may: (_actor, { customer, existing }) => existing === null || existing.customerId === customer.id,
  plan: ({ existing }, { preferenceId, customerId }, context) =>
    existing
      ? [
          remove('preferences', preferenceId),
          recordEvent(context, {
            place: { ...onCustomer(customerId), kind: 'service' },
            type: 'preference.removed',
            facts: { preferenceId, preferenceSubject: existing.subject },
          }),
        ]
      : [],
  conflict: ({ existing }, { preferenceId: id, seen }) => {
    if (!existing) return null
    const standing: Readonly<Record<string, unknown>> = contentOf(existing)
    const fields = Object.entries(seen).map(([field, before]) => ({
      table: 'preferences' as const,
      id,
      field,
      seen: before,
      mine: null,
      // Nothing is wanted in these fields: one that was empty then and now has not moved.
      theirs: standing[field] ?? null,
    }))
    return conflictOf('changed-since', fields)
  },
  describe: ({ seen }) => ({
    key: 'describe.removePreference',
    values: { preferenceSubject: seen.subject },
  }),
  insist: ({ existing }, args) => (existing ? { ...args, seen: contentOf(existing) } : args),
  invert: ({ existing }, { preferenceId, customerId }) => {
    const content = existing && argsOf(existing)
    return content
      ? { name: 'preference.set', args: { preferenceId, customerId, content, seen: null } }
      : null
  },
})
