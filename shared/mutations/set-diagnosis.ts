import { z } from 'zod'
import type { Asset } from '../domain/commerce.ts'
import { FREQUENCIES } from '../domain/diagnosis.ts'
import type { Diagnosis } from '../domain/diagnosis.ts'
import { RowId, TicketId } from '../domain/ids.ts'
import { asGiven } from '../rules/guests/mask-contacts.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { Line, Moment, PersonName, Prose, SeenValue } from './parts/args.ts'
import { isTheirs, personReads } from './parts/asset-of-person.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { asMeant, keptFacts, keptOn } from './parts/kept-words.ts'
import { keyedField, keyedValue, KeyedName, KeyedValue, withKeyed } from './parts/keyed-fields.ts'
import { joinEdits } from './parts/join-edits.ts'

/** One field of the diagnosis. A field stands at most once in an intent. */
const DiagnosisEdit = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('symptom'), seen: Prose.nullable(), value: Line }),
  z.strictObject({ field: z.literal('errorCode'), seen: Line.nullable(), value: PersonName.nullable() }),
  z.strictObject({ field: z.literal('firstSeenAtMs'), seen: Moment.nullable(), value: Moment.nullable() }),
  z.strictObject({
    field: z.literal('frequency'),
    seen: SeenValue.nullable(),
    value: z.enum(FREQUENCIES).nullable(),
  }),
  z.strictObject({ field: z.literal('assetId'), seen: RowId.nullable(), value: RowId.nullable() }),
  /** One thing it happens in; each name is a field of its own. */
  z.strictObject({ field: z.literal('environment'), name: KeyedName, seen: KeyedValue, value: KeyedValue }),
])
type DiagnosisEdit = z.infer<typeof DiagnosisEdit>
const SetDiagnosisArgs = z.strictObject({ ticketId: TicketId, fields: z.array(DiagnosisEdit).min(1).max(40) })
type SetDiagnosisArgs = z.infer<typeof SetDiagnosisArgs>

const NOTHING = { symptom: '', errorCode: null, firstSeenAtMs: null, frequency: null, assetId: null } as const
type Known = Pick<Diagnosis, keyof typeof NOTHING | 'environment'>

/** What the edit is about, as lists of fields name it. */
const named = (edit: DiagnosisEdit): string =>
  edit.field === 'environment' ? keyedField(edit.field, edit.name) : edit.field

/** An empty symptom is none: it was never seen otherwise. */
const standing = (diagnosis: Known | null, edit: DiagnosisEdit): KeyedValue => {
  if (edit.field === 'environment') return keyedValue(diagnosis?.environment ?? {}, edit.name)
  const { field } = edit
  const value = (diagnosis ?? NOTHING)[field]
  return field === 'symptom' && value === '' ? null : value
}
const wanted = ({ field, value }: DiagnosisEdit): KeyedValue =>
  (field === 'symptom' || field === 'environment') && value === '' ? null : value

const assetOf = ({ fields }: SetDiagnosisArgs): string | null => {
  const edit = fields.find(({ field }) => field === 'assetId')
  return typeof edit?.value === 'string' ? edit.value : null
}

/** What the asset runs in now goes along: it may be another when somebody reads this. What was said here is added. */
function environmentOf({ diagnosis, asset }: Rows, moved: readonly DiagnosisEdit[]): Partial<Diagnosis> {
  const said = moved.filter(edit => edit.field === 'environment')
  const isOther = moved.some(({ field }) => field === 'assetId')
  if (said.length === 0 && !isOther) return {}
  return { environment: withKeyed((isOther ? asset : diagnosis)?.environment ?? {}, said) }
}
type Rows = { readonly diagnosis: Known | null; readonly asset: Asset | null }

/** What is wrong, since when, how often and with what; each field asks by itself when somebody else was first. */
export const setDiagnosis = defineMutation({
  name: 'diagnosis.set',
  args: SetDiagnosisArgs,
  reads: args => ({
    ticket: one('tickets', args.ticketId),
    diagnosis: maybe('diagnoses', args.ticketId),
    asset: maybe('assets', assetOf(args) ?? NO_ROW),
  }),
  alsoReads: (rows, { ticketId, fields }) => ({
    ...personReads(rows),
    kept: keptOn(
      ticketId,
      fields.map(({ value }) => value),
    ),
  }),
  // Of somebody else nothing belongs in here.
  may: (_actor, rows) => isTheirs(rows),
  plan: ({ ticket, diagnosis, asset, kept }, args, context) => {
    const moved = args.fields
      .map(edit => {
        const place = { rowId: ticket.id, field: named(edit), standing: standing(diagnosis, edit), kept }
        return { ...edit, value: asMeant(context, edit.value, place) } as DiagnosisEdit
      })
      .filter(edit => standing(diagnosis, edit) !== wanted(edit))
    if (moved.length === 0) return []
    const fields: Partial<Diagnosis> = {
      ...Object.fromEntries(
        moved.flatMap(({ field, value }) => (field === 'environment' ? [] : [[field, value]])),
      ),
      ...environmentOf({ diagnosis, asset }, moved),
      updatedAtMs: context.nowMs,
      updatedBy: authorOf(context),
    }
    const before = Object.fromEntries(moved.map(edit => [named(edit), standing(diagnosis, edit)]))
    const event = recordEvent(context, {
      place: onTicket(ticket),
      type: 'diagnosis.set',
      facts: {
        fields: moved.map(named).toSorted().join(' '),
        ...keptFacts(context, ticket.id, before),
      },
    })
    if (diagnosis) return [...patchChanged('diagnoses', diagnosis, fields), event]
    const row: Diagnosis = {
      ...NOTHING,
      id: ticket.id,
      ticketId: ticket.id,
      customerId: ticket.customerId,
      environment: {},
      updatedAtMs: context.nowMs,
      updatedBy: authorOf(context),
      ...fields,
    }
    return [insert('diagnoses', row), event]
  },
  conflict: ({ diagnosis }, { ticketId, fields }, { actor }) =>
    conflictOf(
      'changed-since',
      fields.map(edit => ({
        table: 'diagnoses',
        id: ticketId,
        field: named(edit),
        seen: edit.seen === '' ? null : edit.seen,
        mine: wanted(edit),
        theirs: asGiven(actor.role, standing(diagnosis, edit)),
      })),
    ),
  describe: ({ fields }) => ({
    key: 'describe.setDiagnosis',
    values: { fields: fields.map(named).join(' ') },
  }),
  insist: ({ diagnosis }, { ticketId, fields }) => ({
    ticketId,
    fields: fields.map(edit => ({ ...edit, seen: standing(diagnosis, edit) }) as DiagnosisEdit),
  }),
  invert: ({ diagnosis }, { ticketId, fields }) =>
    // A word of a newer hub cannot be written back.
    diagnosis?.frequency === 'other'
      ? null
      : {
          name: 'diagnosis.set',
          args: {
            ticketId,
            fields: fields.map(edit => ({
              ...edit,
              seen: edit.value,
              value:
                edit.field === 'environment' ? standing(diagnosis, edit) : (diagnosis ?? NOTHING)[edit.field],
            })),
          },
        },
  without: (args, names) => {
    const fields = args.fields.filter(edit => !names.includes(named(edit)))
    return fields.length > 0 ? { ...args, fields } : null
  },
  coalesceKey: ({ ticketId }) => `diagnosis.set:${ticketId}`,
  coalesce: (earlier, later) => ({
    ticketId: later.ticketId,
    fields: joinEdits(earlier.fields, later.fields, named),
  }),
})
