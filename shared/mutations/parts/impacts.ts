import type { Asset } from '../../domain/commerce.ts'
import type { Impact } from '../../domain/incidents.ts'
import type { Thread } from '../../domain/tickets.ts'
import { isRunning } from '../../rules/impact/impact-times.ts'
import { isDone } from '../../rules/thread-life.ts'
import { authorOf, insert, many } from '../define.ts'
import type { Change, MutationContext } from '../define.ts'
import { NO_ROW, patchChanged } from './changes.ts'

/** Behind the event of the change itself. */
const OUTAGE = 1

type Ended = { readonly impacts: readonly Impact[]; readonly assets: readonly Asset[] }
type Times = Partial<Pick<Impact, 'restoredAtMs' | 'resolvedAtMs'>>

/** What a thing looks like while it is down, and after. One that is not in use any more stays so. */
export function assetAfter(
  asset: Asset | null,
  { scope, restoredAtMs, downSinceMs }: Pick<Impact, 'scope' | 'downSinceMs' | 'restoredAtMs'>,
): readonly Change[] {
  if (asset === null || asset.state === 'retired' || asset.state === 'other') return []
  const isDown = scope === 'down' && restoredAtMs === null
  return patchChanged('assets', asset, {
    state: isDown ? 'broken' : 'in-use',
    downSinceMs: isDown ? downSinceMs : null,
  })
}

/** The outage with other times, and the thing it is about. */
function withTimes(impact: Impact, assets: readonly Asset[], times: Times): readonly Change[] {
  const after = { ...impact, ...times }
  const turns = (impact.restoredAtMs === null) !== (after.restoredAtMs === null)
  const asset = assets.find(({ id }) => id === impact.assetId) ?? null
  return [
    ...patchChanged('impacts', impact, times),
    ...(turns && impact.scope === 'down' ? assetAfter(asset, after) : []),
  ]
}

type State = Pick<Thread, 'state' | 'solvedAtMs'>

/** Whether a change of state can touch outages at all: support that is done, or comes back. */
const turnsSupport = (before: Pick<Thread, 'kind' | 'state'>, after: Pick<Thread, 'state'>): boolean =>
  before.kind === 'support' && isDone(before) !== isDone(after)

/** What `impactsAfterState` looks at, and what a painful incident is measured by. */
export function impactReads(thread: Thread, after: Pick<Thread, 'state'>) {
  const isMeasured = thread.kind === 'support' && after.state === 'solved'
  const isAsked = isMeasured || turnsSupport(thread, after)
  return {
    impacts: many('impacts', { ticketId: isAsked ? thread.ticketId : NO_ROW }),
    assets: many('assets', { customerId: isAsked ? thread.customerId : NO_ROW }),
  }
}

/**
 * Times of a ticket's outages that follow from its support thread: what is solved runs again, and a thread that comes
 * back takes along what its solving had ended.
 */
export function impactsAfterState(
  { impacts, assets }: Ended,
  before: Thread,
  after: State,
): readonly Change[] {
  const atMs = isDone(after) ? after.solvedAtMs : before.solvedAtMs
  if (!turnsSupport(before, after) || atMs === null) return []
  if (isDone(after))
    return impacts
      .filter(({ resolvedAtMs }) => resolvedAtMs === null)
      .flatMap(impact => {
        const resolvedAtMs = Math.max(atMs, impact.restoredAtMs ?? impact.downSinceMs)
        return withTimes(impact, assets, { restoredAtMs: impact.restoredAtMs ?? resolvedAtMs, resolvedAtMs })
      })
  return impacts
    .filter(({ resolvedAtMs }) => resolvedAtMs === atMs)
    .flatMap(impact => {
      const restoredAtMs = impact.restoredAtMs === atMs ? null : impact.restoredAtMs
      return withTimes(impact, assets, { restoredAtMs, resolvedAtMs: null })
    })
}

type Restored = { readonly beforeMs: number | null; readonly afterMs: number | null }

/** The same for "restored", said of the thread: what runs again has no outage that goes on. */
export function impactsAfterRestore(
  { impacts, assets }: Ended,
  { beforeMs, afterMs }: Restored,
): readonly Change[] {
  const meant = impacts.filter(({ restoredAtMs, resolvedAtMs }) =>
    afterMs === null ? restoredAtMs === beforeMs && resolvedAtMs === null : restoredAtMs === null,
  )
  return meant.flatMap(impact =>
    withTimes(impact, assets, {
      restoredAtMs: afterMs === null ? null : Math.max(afterMs, impact.downSinceMs),
    }),
  )
}

type OfThing = {
  readonly thread: Thread
  readonly thing: Asset | null
  /** Of the ticket. */
  readonly impacts: readonly Impact[]
  /** Of the thing, whoever noted them. */
  readonly outages: readonly Impact[]
}

/**
 * The thing the ticket is about works again with the service, and is down again with it, also where nobody kept a clock
 * for it: the ticket then gets the outage it was. What another ticket noted about it stays that ticket's.
 */
export function thingAfterRestore(
  { thread, thing, impacts, outages }: OfThing,
  { beforeMs, afterMs, context }: Restored & { readonly context: MutationContext },
): readonly Change[] {
  if (thing === null) return []
  const down = outages.filter(({ scope }) => scope === 'down')
  const loose = down.filter(({ ticketId }) => ticketId === null)
  const turned = impactsAfterRestore({ impacts: loose, assets: [thing] }, { beforeMs, afterMs })
  if (afterMs === null || turned.length > 0) return turned
  const isCovered = [...impacts, ...down].some(each => each.assetId === thing.id && isRunning(each))
  if (isCovered || thing.downSinceMs === null || thing.state === 'retired') return []
  const { customerId, ticketId } = thread
  const downSinceMs = Math.min(thing.downSinceMs, afterMs)
  const impact: Impact = {
    id: context.derivedId(OUTAGE),
    customerId,
    ticketId,
    assetId: thing.id,
    scope: 'down',
    downSinceMs,
    restoredAtMs: afterMs,
    resolvedAtMs: null,
    createdBy: authorOf(context),
    createdAtMs: context.nowMs,
  }
  return [insert('impacts', impact), ...assetAfter(thing, impact)]
}

type Moved = {
  readonly before: Asset
  readonly after: Asset
  readonly context: MutationContext
}

/**
 * What works again has no outage that goes on; what is put back to down since a moment has the one that began then. What
 * was down without an outage gets the one it was: how long they could not work is not forgotten.
 */
export function impactsAfterAsset(
  impacts: readonly Impact[],
  { before, after, context }: Moved,
): readonly Change[] {
  const { downSinceMs } = after
  if (before.downSinceMs === downSinceMs) return []
  const own = impacts.filter(({ scope, resolvedAtMs }) => scope === 'down' && resolvedAtMs === null)
  if (downSinceMs !== null)
    return own
      .filter(impact => impact.downSinceMs === downSinceMs)
      .flatMap(impact => patchChanged('impacts', impact, { restoredAtMs: null }))
  const running = own.filter(({ restoredAtMs }) => restoredAtMs === null)
  const isKnown = impacts.some(impact => impact.scope === 'down' && impact.downSinceMs === before.downSinceMs)
  if (running.length === 0 && !isKnown) return wasDown(before, context)
  return running.flatMap(impact =>
    patchChanged('impacts', impact, { restoredAtMs: Math.max(context.nowMs, impact.downSinceMs) }),
  )
}

function wasDown({ id, customerId, downSinceMs }: Asset, context: MutationContext): readonly Change[] {
  if (downSinceMs === null) return []
  const outage = insert('impacts', {
    id: context.derivedId(OUTAGE),
    customerId,
    ticketId: null,
    assetId: id,
    scope: 'down',
    downSinceMs,
    restoredAtMs: Math.max(context.nowMs, downSinceMs),
    resolvedAtMs: null,
    createdBy: authorOf(context),
    createdAtMs: context.nowMs,
  })
  return [outage]
}
