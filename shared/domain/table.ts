import { z } from 'zod'

export type ColumnKind = 'text' | 'integer' | 'real' | 'flag' | 'json'
export type Scope = 'workspace' | 'customer' | 'agent'

export type Column<T = unknown> = {
  readonly kind: ColumnKind
  readonly nullable: boolean
  /** Closed set of a text column; an unknown value from a newer hub is stored as it came and read as 'other'. */
  readonly oneOf: readonly string[] | null
  readonly schema: z.ZodType<T>
}
export type Columns = Readonly<Record<string, Column>>
type ValueOf<C> = C extends Column<infer T> ? T : never
export type RowFrom<C extends Columns> = { readonly [Key in keyof C]: ValueOf<C[Key]> }

export type Table<Name extends string = string, C extends Columns = Columns> = {
  readonly name: Name
  readonly scope: Scope
  readonly columns: C
  /** The column that names the entity group: `customerId`, or `id` for customers themselves. Null outside scope 'customer'. */
  readonly groupColumn: string | null
}

export const text = (): Column<string> => ({ kind: 'text', nullable: false, oneOf: null, schema: z.string() })
export const ref = <T extends string>(schema: z.ZodType<T>): Column<T> => ({
  kind: 'text',
  nullable: false,
  oneOf: null,
  schema,
})
export const oneOf = <const V extends readonly string[]>(values: V): Column<V[number] | 'other'> => ({
  kind: 'text',
  nullable: false,
  oneOf: values,
  schema: z.string().transform((value): V[number] | 'other' => (values.includes(value) ? value : 'other')),
})
export const integer = (): Column<number> => ({
  kind: 'integer',
  nullable: false,
  oneOf: null,
  schema: z.int(),
})
export const real = (): Column<number> => ({ kind: 'real', nullable: false, oneOf: null, schema: z.number() })
export const flag = (): Column<boolean> => ({
  kind: 'flag',
  nullable: false,
  oneOf: null,
  schema: z.boolean(),
})
export const json = <T>(schema: z.ZodType<T>): Column<T> => ({
  kind: 'json',
  nullable: false,
  oneOf: null,
  schema,
})
export const nullable = <T>(column: Column<T>): Column<T | null> => ({
  ...column,
  nullable: true,
  schema: column.schema.nullable(),
})

export function defineTable<const Name extends string, const C extends Columns>(
  name: Name,
  scope: Scope,
  columns: C,
): Table<Name, C> {
  const groupColumn = scope !== 'customer' ? null : name === 'customers' ? 'id' : 'customerId'
  return { name, scope, columns, groupColumn }
}

/** SQL name of a column on both databases: snake_case, `_json` behind JSON. */
export function columnName(key: string, column: Column): string {
  const snake = key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  return column.kind === 'json' ? `${snake}_json` : snake
}
/** SQL name of a table: snake_case. */
export const sqlTableName = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
