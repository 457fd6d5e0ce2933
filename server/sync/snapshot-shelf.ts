import type { Log } from '../../shared/log.ts'
import type { Known } from './caller.ts'
import type { KeptPart, Shelf } from './shelf-store.ts'
import type { HubStore } from './store.ts'

/** From so many rows on parts are kept for the next laptop, and up to so many: they take some 250 bytes a row. */
export type ShelfLimits = { readonly fromRows: number; readonly toRows: number }
export const SHELF_LIMITS: ShelfLimits = { fromRows: 20_000, toRows: 2_000_000 }

/** Changes a laptop may have to pull behind kept parts: a twentieth of the rows, or so many. */
const LEAST_BEHIND = 1_000
const SHARE_BEHIND = 20
/** A part with fewer rows than a quarter of what it may have, and shorter, is read as fast as a kept one is looked up. */
const WORTH_ROWS = 4
const WORTH_CHARACTERS = 65_536

/**
 * Whether this snapshot is the same as everybody's: the agent may see all there is, and the laptop has nothing that an
 * older snapshot would have to be measured with.
 */
export const isEverybodys = ({ viewer }: Known, since: number | null): boolean =>
  viewer.policy === 'everything' && viewer.guest === null && since === null

/** Whether a laptop that begins now may begin with what is kept. */
export function mayBeginWith({ seq, expectedRows }: Shelf, head: Known['state']['head']): boolean {
  const most = Math.max(LEAST_BEHIND, Math.ceil(expectedRows / SHARE_BEHIND))
  return seq >= head.horizonSeq && seq <= head.seq && head.seq - seq <= most
}

export const isWorthKeeping = (
  { count, characters }: { readonly count: number; readonly characters: number },
  partRows: number,
): boolean => count * WORTH_ROWS >= partRows || characters >= WORTH_CHARACTERS

export const isOfSize = (rows: number, { fromRows, toRows }: ShelfLimits): boolean =>
  rows >= fromRows && rows <= toRows

type Deps = { readonly store: HubStore; readonly log?: Log }

/** A laptop is given its rows whether or not they can be kept for the next one. */
export async function quietly({ log }: Pick<Deps, 'log'>, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log?.warn('shelf.failed', { message: error instanceof Error ? error.message : String(error) })
  }
}

/** Hands a part over to be kept, once it is packed. Never fails. */
export type Keep = (packed: Uint8Array) => Promise<void>

export const keeping =
  (deps: Deps, workspaceId: string, part: Omit<KeptPart, 'packed'>): Keep =>
  packed =>
    quietly(deps, () => deps.store.write(workspaceId, tx => tx.keepPart({ ...part, packed })))
