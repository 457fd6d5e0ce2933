import type { Clock } from '../../../shared/clock.ts'
import { toWireError } from '../../../shared/errors.ts'
import type { Log } from '../../../shared/log.ts'
import type { BlobStore } from './blob-store.ts'

/** A disk that is full or cannot be read may be well again by then. */
const AGAIN_MS = 600_000

export type KeyTurner = {
  /** Ends behind the file under way. */
  readonly stop: () => Promise<void>
}
type Deps = {
  readonly blobs: Pick<BlobStore, 'turnKeys'>
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
  /** Lets other work of the thread in between two files. */
  readonly yieldTurn: () => Promise<void>
}

/** Seals files anew beside the agent's work, until none is left that an earlier key of the database opens. */
export function startKeyTurner({ blobs, clock, log, yieldTurn }: Deps): KeyTurner {
  let isStopped = false
  let cancel: (() => void) | null = null
  const mayGoOn = async (): Promise<boolean> => {
    await yieldTurn()
    return !isStopped
  }
  const turn = (): Promise<void> =>
    blobs.turnKeys(mayGoOn).catch((error: unknown) => {
      log.warn('keys.files-not-turned', { code: toWireError(error).code })
      if (isStopped) return
      cancel = clock.after(AGAIN_MS, () => {
        running = turn()
      })
    })
  let running = turn()
  return {
    stop: () => {
      isStopped = true
      cancel?.()
      return running
    },
  }
}
