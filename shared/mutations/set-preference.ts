import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import type { Preference } from '../domain/portrait.ts'
import { contentOf, preferenceRefusal } from '../rules/portrait/preferences.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { argsOf, PreferenceArgs, SeenPreference } from './parts/preference-args.ts'

const SetPreferenceArgs = z.strictObject({
  preferenceId: RowId,
  customerId: CustomerId,
  content: PreferenceArgs,
  /** What stood there when the agent looked; null: nothing. */
  seen: SeenPreference.nullable(),
})
type SetPreferenceArgs = z.infer<typeof SetPreferenceArgs>

/** Each field that somebody else changed, or all of it when somebody took it away. */
function moved(existing: Preference | null, { preferenceId, content, seen }: SetPreferenceArgs) {
  const on = { table: 'preferences', id: preferenceId } as const
  if (!existing)
    return seen ? [{ ...on, field: 'value', seen: seen.value, mine: content.value, theirs: null }] : []
  const standing: Readonly<Record<string, unknown>> = contentOf(existing)
  const before: Readonly<Record<string, unknown>> = seen ?? {}
  return Object.entries(content).map(([field, mine]) => ({
    ...on,
    field,
    seen: before[field] ?? null,
    mine,
    theirs: standing[field],
  }))
}

/** Writes down how somebody wants to be treated. What is sensitive is refused without their recorded consent. */
export const setPreference = defineMutation({
  name: 'preference.set',
  args: SetPreferenceArgs,
  reads: ({ preferenceId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('preferences', preferenceId),
  }),
  // A made-up id of another customer's row is nobody's to change.
  may: (_actor, { customer, existing }, { content }) =>
    preferenceRefusal(content) === null && (existing === null || existing.customerId === customer.id),
  plan: ({ existing }, { preferenceId, customerId, content }, context) => {
    if (existing && patchChanged('preferences', existing, content).length === 0) return []
    const written = { ...content, setBy: authorOf(context), setAtMs: context.nowMs }
    return [
      ...(existing
        ? patchChanged('preferences', existing, written)
        : [insert('preferences', { ...written, id: preferenceId, customerId })]),
      // Its words stay out of the record: a preference may be taken away, an event may not.
      recordEvent(context, {
        place: { ...onCustomer(customerId), kind: 'service' },
        type: 'preference.set',
        facts: { preferenceId, preferenceSubject: content.subject, consent: content.consent },
      }),
    ]
  },
  conflict: ({ existing }, args) => conflictOf('changed-since', moved(existing, args)),
  describe: ({ content }) => ({
    key: 'describe.setPreference',
    values: { preferenceSubject: content.subject },
  }),
  insist: ({ existing }, args) => ({ ...args, seen: existing ? contentOf(existing) : null }),
  invert: ({ existing }, { preferenceId, customerId, content }) => {
    if (!existing) return { name: 'preference.remove', args: { preferenceId, customerId, seen: content } }
    const before = argsOf(existing)
    return before
      ? { name: 'preference.set', args: { preferenceId, customerId, content: before, seen: content } }
      : null
  },
})
