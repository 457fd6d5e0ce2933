import { z } from 'zod'
import type { TicketFormRow } from '../domain/forms.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, insert, isAutomation, many } from './define.ts'
import { patchChanged, sameValue } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { FormArgs } from './parts/form-args.ts'

/** What people wrote of a form; null where a newer hub wrote something this app has no word for. */
const contentOf = ({ kind, items }: TicketFormRow): FormArgs | null =>
  FormArgs.safeParse({ kind, items }).data ?? null

/**
 * Says which fields tickets of a kind have. What stands in tickets stays there, whatever the form says. Asks when
 * somebody else has changed the form since.
 */
export const setTicketForm = defineMutation({
  name: 'ticketForm.set',
  args: z.strictObject({
    /** The version the editor began with; 0: there was none. */
    seen: z.int().min(0),
    content: FormArgs,
  }),
  reads: ({ content }) => ({ forms: many('ticketForms', { kind: content.kind }) }),
  may: actor => isAutomation(actor) || maySupervise(actor.role),
  plan: ({ forms }, { content }, { nowMs, derivedId }) => {
    const form = forms[0]
    if (!form)
      return [insert('ticketForms', { ...content, id: derivedId(0), version: 1, updatedAtMs: nowMs })]
    if (sameValue(contentOf(form), content)) return []
    return patchChanged('ticketForms', form, { ...content, version: form.version + 1, updatedAtMs: nowMs })
  },
  conflict: ({ forms }, { seen, content }) => {
    const form = forms[0]
    if (!form || sameValue(contentOf(form), content)) return null
    return conflictOf('changed-since', [
      { table: 'ticketForms', id: form.id, field: 'version', seen, mine: null, theirs: form.version },
    ])
  },
  describe: ({ content }) => ({ key: 'describe.setTicketForm', values: { kind: content.kind } }),
  insist: ({ forms }, args) => ({ ...args, seen: forms[0]?.version ?? 0 }),
  invert: ({ forms }, { content }) => {
    const form = forms[0]
    const before = form ? contentOf(form) : { kind: content.kind, items: [] }
    return before && { name: 'ticketForm.set', args: { seen: (form?.version ?? 0) + 1, content: before } }
  },
})
