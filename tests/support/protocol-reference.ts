import { z } from 'zod'
import type { Column } from '../../shared/domain/table.ts'
import { tableNames, tables } from '../../shared/domain/tables.ts'
import { mutationByName, mutationNames } from '../../shared/mutations/index.ts'

type Schema = {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
}

function textOf({ pattern, maxLength }: Schema): string {
  if (pattern?.startsWith('^[0-9a-f]{8}-')) return 'id'
  if (pattern !== undefined) return `text /${pattern}/`
  return maxLength === undefined ? 'text' : `text(${maxLength})`
}

function objectOf({ properties, required = [], additionalProperties }: Schema): string {
  if (!properties)
    return typeof additionalProperties === 'object' ? `{ [key]: ${typeOf(additionalProperties)} }` : 'object'
  const fields = Object.entries(properties).map(
    ([key, schema]) => `${key}${required.includes(key) ? '' : '?'}: ${typeOf(schema)}`,
  )
  return `{ ${fields.join(', ')} }`
}

/** A JSON schema as one line people can read. */
function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  const members = schema.anyOf ?? schema.oneOf
  if (members) return members.map(typeOf).join(' | ')
  if (typeof schema.type === 'object') return schema.type.map(type => typeOf({ ...schema, type })).join(' | ')
  switch (schema.type) {
    case 'string':
      return textOf(schema)
    case 'integer':
      return 'int'
    case 'array': {
      const item = typeOf(schema.items ?? {})
      return item.includes('|') ? `(${item})[]` : `${item}[]`
    }
    case 'object':
      return objectOf(schema)
    case undefined:
      return 'any JSON'
    default:
      return schema.type
  }
}

const schemaOf = (type: z.ZodType): Schema =>
  z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Schema

function columnText([key, column]: [string, Column]): string {
  const shape = typeOf(schemaOf(column.schema)).replace(/ \| null$/, '')
  const kind = column.kind === 'json' || shape === 'id' ? shape : column.kind
  const values = column.oneOf ? column.oneOf.map(value => JSON.stringify(value)).join(' | ') : kind
  return `${key}: ${values}${column.nullable ? ' | null' : ''}`
}

/** Rows that travel, table by table, as the registry declares them. */
export function tablesReference(): string {
  return tableNames
    .map(name => {
      const { scope, columns } = tables[name]
      return `- \`${name}\`, scope ${scope}\n  \`{ ${Object.entries<Column>(columns).map(columnText).join(', ')} }\``
    })
    .join('\n')
}

/** Every mutation with its arguments as a client writes them. */
export function mutationsReference(): string {
  return mutationNames
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map(name => {
      const { args, decidedBy, quiet } = mutationByName(name)
      const notes = [decidedBy === 'hub' ? 'decided by the hub only' : '', quiet ? 'private' : ''].filter(
        Boolean,
      )
      const head = `- \`${name}\`${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`
      return `${head}\n  \`${typeOf(schemaOf(args))}\``
    })
    .join('\n')
}

const SECTIONS: Readonly<Record<string, () => string>> = {
  tables: tablesReference,
  mutations: mutationsReference,
}

/** The page with its generated sections made anew. Throws when a section has no place on the page. */
export function withReference(page: string): string {
  return Object.entries(SECTIONS).reduce((text, [name, make]) => {
    const pattern = new RegExp(`(<!-- generated: ${name} -->\\n)[\\s\\S]*?(\\n<!-- end of ${name} -->)`)
    if (!pattern.test(text)) throw new Error(`The page has no section ${name}`)
    return text.replace(pattern, (_all, start: string, end: string) => `${start}\n${make()}\n${end}`)
  }, page)
}
