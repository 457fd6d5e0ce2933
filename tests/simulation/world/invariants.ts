import { isDeepStrictEqual } from 'node:util'
import type { WireRow } from '../../../shared/domain/codec.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { isMutationName, mutationByName } from '../../../shared/mutations/index.ts'
import type { Actor } from '../../../shared/mutations/define.ts'
import { applyChanges } from '../../../main/data/sync/apply-changes.ts'
import { withoutPerson } from '../../../main/data/sync/erase-person.ts'
import { predict } from '../../../main/data/sync/prediction.ts'
import { createMapLaptopStore } from '../stores/map-laptop-store.ts'
import { rowMap } from '../stores/map-laptop-state.ts'
import type { PushEntry } from '../../../shared/protocol/push.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'
import { Broken } from './broken.ts'

const tableOf = (key: string): TableName => key.slice(0, key.indexOf(':')) as TableName
const idOf = (key: string): string => key.slice(key.indexOf(':') + 1)

const contentOf = (disk: LaptopDisk, key: string): WireRow | null =>
  rowMap(disk, tableOf(key)).get(idOf(key))?.row ?? null

class PutBack extends Error {}
/** One for all: the stack of each would cost as much as the work. */
const PUT_BACK = new PutBack()

/**
 * What the rows would be if every shadowed one were put back to what the hub said and all pending intents ran again in
 * order. Computed on the disk itself, in a transaction that is undone: a copy would cost more than all the rest.
 */
function computedAnew(disk: LaptopDisk, actor: Actor): ReadonlyMap<string, WireRow | null> {
  const again = createMapLaptopStore(disk)
  const found = new Map<string, WireRow | null>()
  const touched = new Set(disk.touched)
  const entries = [...disk.outbox.values()].toSorted((left, right) => left.seq - right.seq)
  const base = [...disk.shadows]
  try {
    again.transaction('relaxed', () => {
      for (const [key, shadow] of base) {
        again.shadows.drop({ table: tableOf(key), id: idOf(key) })
        if (shadow.row) again.rows.put(tableOf(key), shadow.row, shadow.version)
        else again.rows.remove(tableOf(key), idOf(key))
      }
      for (const { name, args, mutationId, nowMs, isReplayed } of entries) {
        if (!isMutationName(name)) continue
        const { decision } = predict(again, mutationByName(name), {
          args,
          mutationId,
          nowMs,
          isReplayed,
          actor,
        })
        if (decision.kind === 'changes') applyChanges(again, decision.changes)
      }
      for (const [key] of base) found.set(key, contentOf(disk, key))
      for (const key of disk.shadows.keys()) found.set(key, contentOf(disk, key))
      throw PUT_BACK
    })
  } catch (error) {
    if (!(error instanceof PutBack)) throw error
  } finally {
    disk.touched.clear()
    for (const key of touched) disk.touched.add(key)
  }
  return found
}

/** Every row is its base plus the pending intents in order: what the agent sees is never anything else. */
export function rowsAreBasePlusPending(disk: LaptopDisk, actor: Actor): void {
  if (disk.outbox.size === 0 && disk.shadows.size === 0) return
  for (const [key, wanted] of computedAnew(disk, actor)) {
    const seen = contentOf(disk, key)
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
  private readonly seen = new Map<string, number>()
  private epoch = ''

  /** Looks at what was written since the last look. */
  check(disk: LaptopDisk): void {
    const epoch = disk.state.get('epoch') ?? ''
    if (epoch !== this.epoch) this.seen.clear()
    this.epoch = epoch
    for (const key of disk.touched) {
      const stored = rowMap(disk, tableOf(key)).get(idOf(key))
      const shadow = disk.shadows.get(key)
      const version = shadow?.version ?? stored?.version
      // Somebody removed it while the work that made it is still pending: only that work is here.
      const isGone = shadow?.row === null
      if (!stored || isGone || version === undefined) {
        this.seen.delete(key)
        continue
      }
      const before = this.seen.get(key)
      // A snapshot that begins takes its own number from what has it and was not named yet.
      const isUnnamed = version + 1 === before && !disk.state.has('cursor')
      if (before !== undefined && version < before && version !== -1 && !isUnnamed)
        throw new Broken('versions never go back', { key, before, version })
      this.seen.set(key, version)
    }
    disk.touched.clear()
  }

  /** After a power cut pages that can be asked for again may be gone. */
  forget(): void {
    this.seen.clear()
  }
}

/** What is here was told by the hub for a number it has given: a laptop knows nothing of the future. */
export function nothingFromTheFuture(disk: LaptopDisk, lastSeq: number): void {
  if (Number(disk.state.get('upToSeq') ?? 0) > lastSeq)
    throw new Broken('a laptop is complete up to a number that was given', {
      upToSeq: disk.state.get('upToSeq'),
      lastSeq,
    })
}

/** All of a group lies parked or none of it: the agent decides about it as one. */
export function groupsAreWhole(disk: LaptopDisk): void {
  const parked = new Map<string, boolean>()
  for (const { groupId, state, mutationId } of disk.outbox.values()) {
    if (groupId === null) continue
    const isParked = state === 'parked'
    if ((parked.get(groupId) ?? isParked) !== isParked)
      throw new Broken('a group is parked as a whole', { groupId, mutationId })
    parked.set(groupId, isParked)
  }
}

/** What leaves is what the agent wants now, and nothing that was taken back meanwhile. */
export function leavesAsItStands(disk: LaptopDisk, entries: readonly PushEntry[]): void {
  for (const { mutationId, name, args, nowMs } of entries) {
    const entry = disk.outbox.get(mutationId)
    if (!entry || entry.nowMs !== nowMs || !isDeepStrictEqual(entry.args, args))
      throw new Broken('what leaves is what stands in the outbox', { name, mutationId, leaving: args, entry })
  }
}

/**
 * The hub may have decided about it: another wish under the same id would never be heard. Of a person who was erased since
 * only the agent's own words are kept, whatever had left.
 */
export function staysAsItLeft(disk: LaptopDisk, left: ReadonlyMap<string, unknown>): void {
  for (const { mutationId, name, args, state } of disk.outbox.values()) {
    if (state === 'parked' || !left.has(mutationId)) continue
    const wish = left.get(mutationId)
    if (isDeepStrictEqual(wish, args) || isDeepStrictEqual(withoutPerson(wish), args)) continue
    throw new Broken('what has left is not changed any more', {
      name,
      mutationId,
      left: left.get(mutationId),
      args,
    })
  }
}

/**
 * Nothing leaves before earlier unfinished work that writes the same row: parked work is gone around, and what the hub has
 * said is `done` comes before whatever leaves then.
 */
export function leavesInOrder(
  disk: LaptopDisk,
  entries: readonly { readonly mutationId: string }[],
  done: ReadonlySet<string>,
): void {
  const leaving = entries.flatMap(({ mutationId }) => disk.outbox.get(mutationId) ?? [])
  const ids = new Set(leaving.map(({ mutationId }) => mutationId))
  const written = (mutationId: string): readonly string[] =>
    (disk.links.get(mutationId) ?? []).flatMap(({ table, id, writes }) =>
      writes === 'none' ? [] : [`${table}:${id}`],
    )
  const places = new Map(leaving.map((entry, place) => [entry.mutationId, place]))
  for (const entry of leaving) {
    const rows = new Set(written(entry.mutationId))
    for (const other of disk.outbox.values()) {
      const isAnswered = other.state === 'sending' && done.has(other.mutationId)
      const isEarlier = other.seq < entry.seq && other.state !== 'parked' && !isAnswered
      if (!isEarlier || !written(other.mutationId).some(row => rows.has(row))) continue
      const isFirst = (places.get(other.mutationId) ?? Infinity) < (places.get(entry.mutationId) ?? 0)
      if (
        !ids.has(other.mutationId) ||
        (!isFirst && other.groupId === entry.groupId && entry.groupId === null)
      )
        throw new Broken('nothing leaves before earlier work on the same row', {
          leaving: entry.name,
          earlier: other.name,
        })
    }
  }
}
