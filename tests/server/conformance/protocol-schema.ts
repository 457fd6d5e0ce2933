import { z } from 'zod'
import { ClientId } from '../../../shared/domain/ids.ts'
import type { Column } from '../../../shared/domain/table.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import { mutationByName, mutationNames } from '../../../shared/mutations/index.ts'
import { ErrorBody } from '../../../shared/protocol/error-body.ts'
import { BoardFrame } from '../../../shared/protocol/board.ts'
import { PackedPage } from '../../../shared/protocol/packed-page.ts'
import {
  FeedEntry,
  LiveClientFrame,
  LiveFrame,
  PullAnswer,
  SnapshotHead,
} from '../../../shared/protocol/pull.ts'
import { PushAnswer, PushEntry, PushRequest, Verdict } from '../../../shared/protocol/push.ts'
import {
  ClientReport,
  Hello,
  RefreshRequest,
  SignedIn,
  SignInRequest,
} from '../../../shared/protocol/session.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/** As it is sent: what has a default may be left out, keys beyond the known ones are allowed unless ruled out. */
function schemaOf(type: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' })
  return schema
}

/** Values of a set are examples: a row of a newer hub may hold others. */
function columnSchema({ schema, oneOf, nullable }: Column): JsonSchema {
  if (!oneOf) return schemaOf(schema)
  return { type: nullable ? ['string', 'null'] : 'string', examples: oneOf }
}

function rowSchema(name: (typeof tableNames)[number]): JsonSchema {
  const columns = Object.entries<Column>(tables[name].columns)
  return {
    type: 'object',
    description: `scope ${tables[name].scope}`,
    properties: Object.fromEntries(columns.map(([key, column]) => [key, columnSchema(column)])),
    required: columns.map(([key]) => key),
  }
}

const messages = {
  ErrorBody,
  Hello,
  SignInRequest,
  SignedIn,
  RefreshRequest,
  PushRequest,
  PushEntry,
  PushAnswer,
  Verdict,
  PullAnswer,
  PackedPage,
  FeedEntry,
  SnapshotHead,
  LiveFrame,
  LiveClientFrame,
  ClientReport,
  BoardFrame,
} as const satisfies Readonly<Record<string, z.ZodType>>

const sorted = <T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] =>
  entries.toSorted(([a], [b]) => (a < b ? -1 : 1))

/** What stands in many places is written once. */
const common: Readonly<Record<string, JsonSchema>> = {
  Id: schemaOf(ClientId),
  Integer: schemaOf(z.int()),
}

/** Puts a reference wherever a named schema stands inside of another. */
function withReferences(node: unknown, names: ReadonlyMap<string, string>): unknown {
  if (node === null || typeof node !== 'object') return node
  const name = names.get(JSON.stringify(node))
  if (name !== undefined) return { $ref: `#/$defs/${name}` }
  if (Array.isArray(node)) return node.map(item => withReferences(item, names))
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withReferences(value, names)]))
}

/** The messages of the protocol, rows of every table as `Row.TABLE`, arguments of every mutation as `Args.NAME`. */
export function protocolSchema(): JsonSchema & { readonly $defs: Readonly<Record<string, JsonSchema>> } {
  const named = Object.entries<z.ZodType>(messages).map(([name, type]) => [name, schemaOf(type)] as const)
  const names = new Map(
    [...Object.entries(common), ...named].map(([name, node]) => [JSON.stringify(node), name]),
  )
  const rows = tableNames.map(name => [`Row.${name}`, rowSchema(name)] as const)
  const args = mutationNames.map(name => [`Args.${name}`, schemaOf(mutationByName(name).args)] as const)
  const linked = [...named, ...sorted(rows), ...sorted(args)].map(([name, node]) => {
    const parts = Object.entries(node).map(([key, value]) => [key, withReferences(value, names)])
    return [name, Object.fromEntries(parts) as JsonSchema] as const
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'tandem-sync-protocol-1',
    title: 'The sync protocol of Tandem, version 1',
    $defs: { ...common, ...Object.fromEntries(linked) },
  }
}
