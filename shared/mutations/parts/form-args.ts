import { z } from 'zod'
import { FIELD_TYPES } from '../../domain/forms.ts'
import { WorkKind } from '../../domain/values.ts'
import { Line } from './args.ts'
import { KeyedName } from './keyed-fields.ts'

const MOST_FIELDS = 60
const MOST_OPTIONS = 200

/** Words by language; at least one, else nobody could say what it is. */
const Label = z.record(z.string().max(12), Line).refine(words => Object.keys(words).length > 0)
const hasDistinctKeys = (items: readonly { readonly key: string }[]): boolean =>
  new Set(items.map(({ key }) => key)).size === items.length

const Option = z.strictObject({ key: KeyedName, label: Label })
const Field = z
  .strictObject({
    key: KeyedName,
    label: Label,
    type: z.enum(FIELD_TYPES),
    options: z.array(Option).max(MOST_OPTIONS).refine(hasDistinctKeys, { error: 'two options have one key' }),
    isRequired: z.boolean(),
    isEarly: z.boolean(),
  })
  .refine(({ type, options }) => (type === 'choice') === options.length > 0, {
    error: 'a choice has options, and nothing else has',
  })

/** The form of a kind of work; without fields there is none. */
export const FormArgs = z.strictObject({
  kind: WorkKind,
  items: z.array(Field).max(MOST_FIELDS).refine(hasDistinctKeys, { error: 'two fields have one key' }),
})
export type FormArgs = z.infer<typeof FormArgs>
