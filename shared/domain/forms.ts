import { z } from 'zod'
import { LocalWords } from './guides.ts'
import { RowId } from './ids.ts'
import { defineTable, integer, json, oneOf, ref } from './table.ts'
import type { RowFrom } from './table.ts'
import { WORK_KINDS } from './values.ts'

/** What a field holds. 'date' is kept as `YYYY-MM-DD`, 'choice' as the key of an option. */
export const FIELD_TYPES = ['text', 'number', 'date', 'choice', 'yes-no'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

export const FieldOption = z.object({ key: z.string(), label: LocalWords })
export type FieldOption = z.infer<typeof FieldOption>

/** One field of a form. Its key is the name of the value among the fields of a ticket. */
export const FormField = z.object({
  key: z.string(),
  label: LocalWords,
  /** One of `FIELD_TYPES`; a word, because rows come from newer hubs too: those are text here. */
  type: z.string(),
  /** Of a choice, in order; else none. */
  options: z.array(FieldOption),
  /** Closing names it when nothing stands there. */
  isRequired: z.boolean(),
  /** Asked for when a ticket is written down. */
  isEarly: z.boolean(),
})
export type FormField = z.infer<typeof FormField>

/** What tickets of a kind of work hold beside their words: one form for each kind, its fields in order. */
export const ticketForms = defineTable('ticketForms', 'workspace', {
  id: ref(RowId),
  /** One row has each. */
  kind: oneOf(WORK_KINDS),
  version: integer(),
  items: json(z.array(FormField)),
  updatedAtMs: integer(),
})
export type TicketFormRow = RowFrom<typeof ticketForms.columns>
