import { createHash } from 'node:crypto'
import { z } from 'zod'
import { tableNames } from '../../shared/domain/tables.ts'
import type { TableName } from '../../shared/domain/tables.ts'

/** Where a laptop stands. Opaque to clients: base64url of a JSON array, so that it can grow. */
export type Cursor = { readonly epoch: string; readonly stamp: string; readonly seq: number }

/** Grows with everything that gives an agent another scope than before. */
export const stampOf = (stamps: {
  readonly scopeStamp: number
  readonly agentStamp: number
  /** Of what is given of rows: see sight.ts. */
  readonly sight: string
}): string => `${stamps.scopeStamp}.${stamps.agentStamp}${stamps.sight}`

const VERSION = 1
const Shape = z.tuple([z.literal(VERSION), z.string(), z.string(), z.int().min(0)])

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
}

export const encodeCursor = ({ epoch, stamp, seq }: Cursor): string => encode([VERSION, epoch, stamp, seq])

/** Null for anything this hub did not make. */
export function decodeCursor(text: string): Cursor | null {
  const parsed = Shape.safeParse(decode(text))
  if (!parsed.success) return null
  const [, epoch, stamp, seq] = parsed.data
  return { epoch, stamp, seq }
}

/** Place inside a snapshot. It holds all the hub needs, so that any copy of the hub can serve the next part. */
export type SnapshotPlace = {
  readonly cursor: Cursor
  readonly expectedRows: number
  readonly step: number
  readonly ownFirst: boolean
  /** Only these are sent; null: all. */
  readonly tables: readonly TableName[] | null
  /** The last row sent of this step's table. */
  readonly after: SnapshotAfter
}

/** Empty texts at the start of a table. `customerId` is empty too where rows come in the order of their ids. */
export type SnapshotAfter = { readonly customerId: string; readonly id: string }

const PlaceShape = z.tuple([
  Shape,
  z.string(),
  z.int(),
  z.int().min(0),
  z.boolean(),
  z.string(),
  z.string(),
  z.array(z.int()).nullable(),
])

/** Steps are counted over the tables there are: a release that knows others means other steps. */
const release = createHash('sha256').update(tableNames.join()).digest('base64url').slice(0, 8)

export function encodePlace({ cursor, expectedRows, step, ownFirst, after, tables }: SnapshotPlace): string {
  const { customerId, id } = after
  const places = tables && tables.map(table => tableNames.indexOf(table))
  const standing = [VERSION, cursor.epoch, cursor.stamp, cursor.seq]
  return encode([standing, release, expectedRows, step, ownFirst, customerId, id, places])
}

/** Null for anything this release of the hub did not make. */
export function decodePlace(text: string): SnapshotPlace | null {
  const parsed = PlaceShape.safeParse(decode(text))
  if (!parsed.success || parsed.data[1] !== release) return null
  const [[, epoch, stamp, seq], , expectedRows, step, ownFirst, customerId, id, places] = parsed.data
  const tables = places && places.flatMap(at => tableNames[at] ?? [])
  return { cursor: { epoch, stamp, seq }, expectedRows, step, ownFirst, after: { customerId, id }, tables }
}
