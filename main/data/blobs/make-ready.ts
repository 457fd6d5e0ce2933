import { isGuest } from '../../../shared/rules/guests/what-guests-may.ts'
import type { Amount, PackChoice } from '../../../shared/contract/offline.ts'
import type { Me } from '../../../shared/rules/views.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { Connection } from '../db/types.ts'
import { keptFiles } from '../queries/kept-files.ts'
import type { PackFile } from '../queries/pack-files.ts'
import { packFiles } from '../queries/pack-files.ts'
import { packTickets } from '../queries/pack-tickets.ts'
import type { Hub } from '../remote/hub.ts'
import type { StateStore } from '../sync/store.ts'
import type { BlobStore } from './blob-store.ts'
import { download } from './transfer.ts'

export type Fetched = { readonly fetched: Amount; readonly gone: number; readonly left: number }

/** What this device keeps for a day offline. */
export type DayFiles = {
  readonly choose: (choice: PackChoice) => void
  /** Fetches what is missing, one by one, the newest tickets first. Ends where the way ends. Throws `disk-full`. */
  readonly makeReady: () => Promise<Fetched>
  /** Removes what the hub has as well and the day does not need. */
  readonly removeFiles: () => Promise<Amount>
}

type Deps = {
  readonly db: Connection
  readonly state: StateStore
  readonly transaction: (durability: 'durable', work: () => void) => void
  /** Lets go what only the choice before has kept here. Runs inside the transaction. */
  readonly settle: () => void
  readonly clock: Pick<Clock, 'now'>
  readonly hub: Hub
  readonly blobs: BlobStore
  readonly me: () => Me
  /** Asks the hub for what is new meanwhile. */
  readonly wake: () => void
  /** Files came or went. */
  readonly tell: () => void
}

/** Windows count anew after so many files. */
const TELL_EVERY = 5

export function createDayFiles(deps: Deps): DayFiles {
  const { db, blobs, hub, state, transaction, tell } = deps
  let running: Promise<Fetched> | null = null
  const packed = (): readonly PackFile[] =>
    packFiles(db, packTickets(db, { me: deps.me(), nowMs: deps.clock.now() })).taken

  async function fetchAll(): Promise<Fetched> {
    const missing = packed().filter(({ isHere }) => !isHere)
    let [count, bytes, gone] = [0, 0, 0]
    try {
      for (const file of missing) {
        const answer = await download(hub, file)
        if (answer.ok) {
          await blobs.keepDownloaded(file, answer.value)
          count += 1
          bytes += answer.value.bytes.byteLength
          if (count % TELL_EVERY === 0) tell()
        } else if (answer.failure.kind === 'refused') gone += 1
        else break
      }
    } finally {
      tell()
    }
    return { fetched: { count, bytes }, gone, left: missing.length - count - gone }
  }

  return {
    choose: choice => {
      transaction('durable', () => {
        state.set('dayPack', JSON.stringify(choice))
        deps.settle()
      })
      tell()
    },
    makeReady: () => {
      deps.wake()
      running ??= fetchAll().finally(() => {
        running = null
      })
      return running
    },
    removeFiles: async () => {
      const keep = new Set(packed().map(({ sha256 }) => sha256))
      const removable = keptFiles(db, keep).filter(({ isRemovable }) => isRemovable)
      for (const file of removable) await blobs.drop(file)
      tell()
      return {
        count: removable.length,
        bytes: removable.reduce((sum, file) => sum + file.bytes, 0),
      }
    },
  }
}

/** A guest holds customers as long as their teams work for them, and not because they chose to. */
export function choosingAs(role: () => string, deps: Deps): DayFiles {
  const files = createDayFiles(deps)
  const ofGuest = (choice: PackChoice): PackChoice => ({ ...choice, customerIds: [] })
  return { ...files, choose: choice => files.choose(isGuest(role()) ? ofGuest(choice) : choice) }
}
