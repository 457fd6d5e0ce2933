import { z } from 'zod'
import type { Fields } from '../../domain/values.ts'
import { textUpTo } from './args.ts'

const NAME_LIMIT = 100
const VALUE_LIMIT = 10_000

/** Name of one value of a record of values: of an environment, of a ticket's own fields. */
export const KeyedName = z.string().trim().min(1).max(NAME_LIMIT)
/** What stands under a name; null: nothing. */
export const KeyedValue = z.union([textUpTo(VALUE_LIMIT), z.number(), z.boolean()]).nullable()
export type KeyedValue = z.infer<typeof KeyedValue>

type Edit = { readonly name: string; readonly value: KeyedValue }

/** A value as it is kept: an empty text is nothing. */
export const keptValue = (value: KeyedValue): KeyedValue => (value === '' ? null : value)

/** What stands under the name; null where nothing does. */
export const keyedValue = (fields: Fields, name: string): KeyedValue =>
  keptValue(Object.hasOwn(fields, name) ? (fields[name] ?? null) : null)

/** The record with these values under their names; a name without a value is gone. Others stay as they are. */
export function withKeyed(fields: Fields, edits: readonly Edit[]): Fields {
  const after = new Map(Object.entries(fields))
  for (const { name, value } of edits) {
    if (keptValue(value) === null) after.delete(name)
    else after.set(name, value)
  }
  return Object.fromEntries(after)
}

/** How such a value is named among the fields of a row: `environment.os`. Without spaces: lists of fields have them. */
export const keyedField = (column: string, name: string): string =>
  `${column}.${name.replaceAll(/\s+/gu, '_')}`
