import type { Clock } from '../../shared/clock.ts'
import type { PullAnswer } from '../../shared/protocol/pull.ts'
import { PULL_LIMIT } from '../../shared/protocol/version.ts'
import type { Caller, Known } from './caller.ts'
import { knowCaller } from './caller.ts'
import type { Cursor } from './cursor.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { readEntries } from './read-entries.ts'
import type { HubReader, HubStore } from './store.ts'

export type PullDeps = { readonly store: HubStore; readonly clock: Clock }
export type PullQuery = {
  /** From the last page, from a snapshot's head, or null on a fresh laptop. */
  readonly cursor: string | null
  /** Rows wanted at most, 1 to 1000; a page holds more when one customer that enters has more. */
  readonly limit: number
}

/**
 * One page of what changed behind the cursor, as far as it concerns the agent: rows as they stand now, each once, in
 * the order of their last change. Pages of one answer come from one moment. `snapshot-needed` for no cursor ('first'),
 * a cursor of another epoch or from the future ('epoch'), of older rights ('scope'), or behind what the feed still
 * holds ('horizon'). Throws `signed-out` for an agent without a place in the workspace.
 */
export function pull(
  { store, clock }: PullDeps,
  caller: Caller,
  { cursor, limit }: PullQuery,
): Promise<PullAnswer> {
  const wanted = Math.min(Math.max(1, limit), PULL_LIMIT)
  return store.read(caller.workspaceId, async tx => {
    const known = await knowCaller(tx, caller)
    const { epoch } = known.state.settings
    const place = placeOf(cursor, known)
    if (typeof place === 'string') return { kind: 'snapshot-needed', epoch, reason: place }
    const page = await readPage(tx, { known, after: place.seq, limit: wanted })
    const next = encodeCursor({ epoch, stamp: known.stamp, seq: page.seq })
    const { entries, seq: upTo, more } = page
    return { kind: 'page', epoch, entries: [...entries], cursor: next, more, hubTimeMs: clock.now(), upTo }
  })
}

/**
 * The answer to a client that has everything, whose cursor is the newest one there can be: rights and feed were looked at
 * when the request was let in, and nothing else is. Null: what there is has to be read.
 */
export function pullNothing(
  { newest, cursor }: { readonly newest: Cursor; readonly cursor: string | null },
  hubTimeMs: number,
): PullAnswer | null {
  if (cursor === null || cursor !== encodeCursor(newest)) return null
  const { epoch, seq: upTo } = newest
  return { kind: 'page', epoch, entries: [], cursor, more: false, hubTimeMs, upTo }
}

type Reason = Extract<PullAnswer, { kind: 'snapshot-needed' }>['reason']

function placeOf(text: string | null, { state, stamp }: Known): Cursor | Reason {
  if (text === null || text === '') return 'first'
  const cursor = decodeCursor(text)
  if (cursor?.epoch !== state.settings.epoch) return 'epoch'
  // A number this hub has not given: the cursor belongs to a state that no longer exists.
  if (cursor.seq > state.head.seq) return 'epoch'
  if (cursor.stamp !== stamp) return 'scope'
  return cursor.seq < state.head.horizonSeq ? 'horizon' : cursor
}

type PageQuery = { readonly known: Known; readonly after: number; readonly limit: number }
type Page = Awaited<ReturnType<typeof readEntries>> & { readonly more: boolean }

function readPage(tx: HubReader, { known, after, limit }: PageQuery): Promise<Page> {
  const head = known.state.head.seq
  if (after >= head) return Promise.resolve({ entries: [], seq: after, more: false })
  return readEntries(tx, { viewer: known.viewer, after, upTo: head, limit }).then(page => ({
    ...page,
    more: page.seq < head,
  }))
}
