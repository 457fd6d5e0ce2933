import type {
  EntryOnRow,
  LinkedEntry,
  OutboxEntry,
  OutboxStore,
} from '../../../main/data/sync/outbox-store.ts'
import type { LaptopDisk } from './map-laptop-state.ts'
import type { Journal } from './map-laptop-rows.ts'
import { frozenCopy } from './frozen-copy.ts'

const bySeq = (a: OutboxEntry, b: OutboxEntry): number => a.seq - b.seq

/** The outbox in order and by row, made anew when something was written: it is read far more often. */
type Sorted = {
  readonly turn: number
  readonly entries: readonly OutboxEntry[]
  readonly onRow: Map<string, readonly EntryOnRow[]>
}

function sortedOutbox(disk: LaptopDisk): Sorted {
  const entries = [...disk.outbox.values()].toSorted(bySeq)
  const onRow = new Map<string, EntryOnRow[]>()
  for (const { mutationId, seq } of entries) {
    for (const { table, id, writes } of disk.links.get(mutationId) ?? []) {
      const key = `${table}:${id}`
      const known = onRow.get(key)
      if (known) known.push({ mutationId, seq, writes })
      else onRow.set(key, [{ mutationId, seq, writes }])
    }
  }
  return { turn: disk.outboxTurn, entries, onRow }
}
const NOTHING: readonly EntryOnRow[] = []

const unitOf = (entry: OutboxEntry): string => entry.groupId ?? entry.mutationId
/** The ticket a unit is about: of several the last by id. */
const ticketOf = (entries: readonly OutboxEntry[]): string | null =>
  entries
    .flatMap(({ ticketId }) => ticketId ?? [])
    .toSorted()
    .at(-1) ?? null

function reading(
  disk: LaptopDisk,
): Pick<
  OutboxStore,
  | 'get'
  | 'isEmpty'
  | 'page'
  | 'linksOf'
  | 'onRow'
  | 'linkedIn'
  | 'newestWithKey'
  | 'ofGroup'
  | 'parked'
  | 'tally'
  | 'doneSince'
> {
  let known: Sorted | null = null
  const sorted = (): Sorted => {
    if (known?.turn !== disk.outboxTurn) known = sortedOutbox(disk)
    return known
  }
  const all = (): readonly OutboxEntry[] => sorted().entries
  return {
    get: id => frozenCopy(disk.outbox.get(id) ?? null),
    isEmpty: () => disk.outbox.size === 0,
    page: (afterSeq, limit) =>
      all()
        .filter(entry => entry.seq > afterSeq)
        .slice(0, limit)
        .map((entry): LinkedEntry => ({ ...entry, links: disk.links.get(entry.mutationId) ?? [] })),
    linksOf: id => frozenCopy(disk.links.get(id) ?? []),
    onRow: (table, id) =>
      disk.outbox.size === 0 ? NOTHING : (sorted().onRow.get(`${table}:${id}`) ?? NOTHING),
    linkedIn: table =>
      new Set(
        [...sorted().onRow.keys()].flatMap(key =>
          key.startsWith(`${table}:`) ? [key.slice(table.length + 1)] : [],
        ),
      ),
    newestWithKey: key => frozenCopy(all().findLast(entry => entry.coalesceKey === key) ?? null),
    ofGroup: groupId => all().filter(entry => entry.groupId === groupId),
    parked: () => all().filter(entry => entry.state === 'parked'),
    tally: () => {
      const loud = all().filter(entry => !entry.isQuiet)
      const waiting = loud.filter(entry => entry.state !== 'parked')
      const parked = all().filter(entry => entry.state === 'parked')
      return {
        waiting: waiting.length,
        oldestWaitingAtMs: waiting.reduce<number | null>(
          (oldest, { nowMs }) => Math.min(oldest ?? nowMs, nowMs),
          null,
        ),
        attention: new Set([...Map.groupBy(parked, unitOf)].map(([unit, own]) => ticketOf(own) ?? unit)).size,
      }
    },
    doneSince: sinceMs =>
      frozenCopy([...disk.done.values()].filter(entry => entry.acceptedAtMs >= sinceMs).toSorted(bySeq)),
  }
}

export function mapOutbox(disk: LaptopDisk, given: Journal): OutboxStore {
  const turn = (): void => {
    disk.outboxTurn += 1
  }
  const turnIntents = (): void => {
    disk.outboxTurn += 1
    disk.intentsTurn += 1
  }
  const noted = (note: () => void): ReturnType<Journal> => {
    const undo = given()
    note()
    undo.note(note)
    return undo
  }
  const journal: Journal = () => noted(turnIntents)
  return {
    ...reading(disk),
    append: (entry, links) => {
      journal().assign(disk, 'lastSeq', disk.lastSeq + 1)
      const whole = frozenCopy<OutboxEntry>({
        ...entry,
        seq: disk.lastSeq,
        state: 'pending',
        attempts: 0,
        nextAttemptAtMs: 0,
        wasSent: false,
        isReplayed: false,
        verdict: null,
      })
      journal().set(disk.outbox, entry.mutationId, whole)
      journal().set(disk.links, entry.mutationId, frozenCopy(links))
      return whole
    },
    update: (id, fields) => {
      const entry = disk.outbox.get(id)
      const isOther = 'args' in fields || 'nowMs' in fields
      if (entry) noted(isOther ? turnIntents : turn).set(disk.outbox, id, frozenCopy({ ...entry, ...fields }))
    },
    relink: (id, links) => journal().set(disk.links, id, frozenCopy(links)),
    renew: (id, newId, args) => {
      const entry = disk.outbox.get(id)
      if (!entry) return
      const links = disk.links.get(id) ?? []
      journal().remove(disk.outbox, id)
      journal().remove(disk.links, id)
      const fresh = {
        state: 'pending',
        attempts: 0,
        nextAttemptAtMs: 0,
        wasSent: false,
        verdict: null,
      } as const
      journal().set(disk.outbox, newId, frozenCopy({ ...entry, ...fresh, mutationId: newId, args }))
      journal().set(disk.links, newId, links)
    },
    remove: id => {
      journal().remove(disk.outbox, id)
      journal().remove(disk.links, id)
    },
    keepDone: (entry, acceptedAtMs) => {
      const isSame = (done: OutboxEntry): boolean => done.isQuiet && done.coalesceKey === entry.coalesceKey
      if (entry.isQuiet && entry.coalesceKey !== null) {
        for (const [id, done] of disk.done) if (isSame(done)) journal().remove(disk.done, id)
      }
      journal().set(disk.done, entry.mutationId, frozenCopy({ ...entry, acceptedAtMs }))
    },
    getDone: id => frozenCopy(disk.done.get(id) ?? null),
    doneOfGroup: groupId =>
      [...disk.done.values()]
        .filter(entry => entry.groupId === groupId)
        .toSorted((a, b) => a.seq - b.seq)
        .map(entry => frozenCopy(entry)),
    dropDoneBefore: beforeMs => {
      for (const [id, entry] of disk.done) if (entry.acceptedAtMs < beforeMs) journal().remove(disk.done, id)
    },
    dropDone: id => {
      if (disk.done.has(id)) journal().remove(disk.done, id)
    },
    reopen: (id, links) => {
      const done = disk.done.get(id)
      if (!done) return
      const { acceptedAtMs: _acceptedAtMs, ...entry } = done
      journal().remove(disk.done, id)
      const again: OutboxEntry = {
        ...entry,
        state: 'pending',
        attempts: 0,
        nextAttemptAtMs: 0,
        verdict: null,
        wasSent: true,
        isReplayed: true,
      }
      journal().set(disk.outbox, id, frozenCopy(again))
      journal().set(disk.links, id, frozenCopy(links))
    },
  }
}
