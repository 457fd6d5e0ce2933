import { newId } from '../../shared/domain/ids.ts'
import type { Random } from '../../shared/clock.ts'
import type { WireRow } from '../../shared/domain/codec.ts'
import { tableOf } from '../../shared/domain/codec.ts'
import type { Column } from '../../shared/domain/table.ts'
import type { Row, TableName } from '../../shared/domain/tables.ts'

/** Deterministic numbers (mulberry32): a failing test can be run again as it was. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

let lastTime = Date.UTC(2026, 0, 5, 9)
const idRandom = seededRandom(20_260_105)
/** A new id; later calls give later ids. */
export function sampleId(): string {
  lastTime += 1
  return newId(lastTime, idRandom)
}

const NO_REF = null
const NO_REPORT = { steps: '', expected: '', actual: '', version: '', environment: '', logs: '', tried: [] }
function plainValue(key: string, column: Column): unknown {
  if (column.nullable) return NO_REF
  switch (column.kind) {
    case 'text':
      if (column.oneOf) return column.oneOf[0]
      return key === 'id' || key.endsWith('Id') ? sampleId() : `${key} text`
    case 'integer':
      return key.endsWith('Ms') ? lastTime : 0
    case 'real':
      return 0
    case 'flag':
      return false
    case 'json': {
      const empty = [[], {}, null, NO_REPORT].find(value => column.schema.safeParse(value).success)
      return empty
    }
  }
}

/** A whole row of any table: every column present with a plain value, then what the test cares about. */
export function sampleRow<Name extends TableName>(
  table: Name,
  fields: Partial<Row<Name>> & WireRow = {},
): Row<Name> {
  const row: Record<string, unknown> = {}
  for (const [key, column] of Object.entries(tableOf(table).columns)) row[key] = plainValue(key, column)
  return { ...row, ...fields } as Row<Name>
}
