import { isDeepStrictEqual } from 'node:util'
import type { WireRow } from '../../../shared/domain/codec.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { isMutationName, mutationByName } from '../../../shared/mutations/index.ts'
import type { Actor } from '../../../shared/mutations/define.ts'
import { applyChanges } from '../../../main/data/sync/apply-changes.ts'
import { predict } from '../../../main/data/sync/prediction.ts'
import { frozenCopy } from '../stores/frozen-copy.ts'
import { createMapLaptopStore } from '../stores/map-laptop-store.ts'
import { rowMap } from '../stores/map-laptop-state.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'

export class Broken extends Error {
  constructor(invariant: string, facts: unknown) {
    super(`${invariant}: ${JSON.stringify(facts, null, 1)}`)
    this.name = 'Broken'
  }
}

const tableOf = (key: string): TableName => key.slice(0, key.indexOf(':')) as TableName
const idOf = (key: string): string => key.slice(key.indexOf(':') + 1)

/** The disk with every shadowed row put back to what the hub said; nothing of the original changes. */
function baseOf(disk: LaptopDisk): LaptopDisk {
  const rows = new Map([...disk.rows].map(([table, map]) => [table, new Map(map)]))
  for (const [key, shadow] of disk.shadows) {
    const map = rows.get(tableOf(key))
    if (shadow.row) map?.set(idOf(key), frozenCopy({ row: shadow.row, version: shadow.version }))
    else map?.delete(idOf(key))
  }
  return {
    ...disk,
    rows,
    shadows: new Map(),
    outbox: new Map(),
    links: new Map(),
    done: new Map(),
    departures: new Map(),
    state: new Map(),
  }
}

const contentOf = (disk: LaptopDisk, table: TableName, id: string): WireRow | null =>
  rowMap(disk, table).get(id)?.row ?? null

/** Every row is its base plus the pending intents in order: what the agent sees is never anything else. */
export function rowsAreBasePlusPending(disk: LaptopDisk, actor: Actor): void {
  if (disk.outbox.size === 0 && disk.shadows.size === 0) return
  const again = createMapLaptopStore(baseOf(disk))
  const entries = [...disk.outbox.values()].toSorted((left, right) => left.seq - right.seq)
  again.transaction('relaxed', () => {
    for (const { name, args, mutationId, nowMs } of entries) {
      if (!isMutationName(name)) continue
      const { decision } = predict(again, mutationByName(name), { args, mutationId, nowMs, actor })
      if (decision.kind === 'changes') applyChanges(again, decision.changes)
    }
  })
  const keys = new Set([...disk.shadows.keys(), ...again.disk.shadows.keys()])
  for (const key of keys) {
    const [table, id] = [tableOf(key), idOf(key)]
    const seen = contentOf(disk, table, id)
    const wanted = contentOf(again.disk, table, id)
    if (!isDeepStrictEqual(seen, wanted))
      throw new Broken('a row is its base plus what is pending', { key, seen, wanted })
  }
}

/** A row that work is pending on keeps its base aside; without pending work there is nothing aside. */
export function shadowsStandUnderPendingWork(disk: LaptopDisk): void {
  if (disk.outbox.size === 0 && disk.shadows.size > 0) {
    throw new Broken('no shadow without pending work', [...disk.shadows.keys()])
  }
}

/** Numbers of a row never go back while the epoch stays and the row stays here. */
export class VersionWatch {
  private seen = new Map<string, number>()
  private epoch = ''

  check(disk: LaptopDisk): void {
    const epoch = disk.state.get('epoch') ?? ''
    if (epoch !== this.epoch) this.seen = new Map()
    this.epoch = epoch
    const next = new Map<string, number>()
    for (const [table, rows] of disk.rows) {
      for (const [id, stored] of rows) {
        const key = `${table}:${id}`
        const version = disk.shadows.get(key)?.version ?? stored.version
        const before = this.seen.get(key)
        if (before !== undefined && version < before && version !== -1) {
          throw new Broken('versions never go back', { key, before, version })
        }
        next.set(key, version)
      }
    }
    this.seen = next
  }

  /** After a power cut pages that can be asked for again may be gone. */
  forget(): void {
    this.seen = new Map()
  }
}
