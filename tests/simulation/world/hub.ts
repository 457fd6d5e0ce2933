import type { Log } from '../../../shared/log.ts'
import { silentLog } from '../../../shared/log.ts'
import type { Clock, Random } from '../../../shared/clock.ts'
import type { PushRequest } from '../../../shared/protocol/push.ts'
import type { Announce } from '../../../server/sync/feed.ts'
import type { HubStore } from '../../../server/sync/store.ts'
import type { Caller } from '../../../server/sync/caller.ts'
import { pull } from '../../../server/sync/pull.ts'
import { push } from '../../../server/sync/push.ts'
import { snapshotPart } from '../../../server/sync/snapshot.ts'
import { AppError } from '../../../shared/errors.ts'
import { emptyHubState } from '../stores/map-hub-state.ts'
import { createMapHubStore } from '../stores/map-hub-store.ts'
import type { MapHubStore } from '../stores/map-hub-store.ts'
import type { Faults } from './faults.ts'

/** What a copy of the hub answers: a value, or the status a client would see. */
export type HubAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string }

/** Copies of the hub over one store. Nothing lies in a copy, so any may answer. */
export class SimulatedHub {
  readonly store: MapHubStore
  readonly workspaceId: string
  faults: Faults
  /** False: takes the memory of what was decided away. */
  keepsReceipts = true
  private readonly clock: Clock
  private readonly random: Random
  private readonly log: Log = silentLog
  private listeners: ((seq: number) => void)[] = []

  constructor(deps: {
    readonly workspaceId: string
    readonly clock: Clock
    readonly random: Random
    readonly faults: Faults
  }) {
    this.workspaceId = deps.workspaceId
    this.clock = deps.clock
    this.random = deps.random
    this.faults = deps.faults
    this.store = createMapHubStore(emptyHubState(deps.workspaceId))
  }

  listen(listener: (seq: number) => void): void {
    this.listeners.push(listener)
  }

  readonly announce = (_workspaceId: string, seq: number): void => {
    for (const listener of this.listeners) listener(seq)
  }

  /** For the hub's own acts: mail, timers, administration. */
  deps(): { store: HubStore; clock: Clock; announce: Announce; log: Log } {
    return { store: this.store, clock: this.clock, announce: this.announce, log: this.log }
  }

  /** Serves one request, as a route would. A dying transaction leaves nothing behind. */
  async serve(caller: Caller, request: HubRequest): Promise<HubAnswer> {
    const deps = { ...this.deps(), store: this.dyingStore() }
    try {
      switch (request.kind) {
        case 'push':
          return { ok: true, value: await push(deps, caller, request.body) }
        case 'pull':
          return {
            ok: true,
            value: await pull(deps, caller, { cursor: request.cursor, limit: request.limit }),
          }
        case 'snapshot': {
          const part = await snapshotPart({ store: deps.store, partRows: 7 }, caller, {
            position: request.position,
            ownFirst: true,
          })
          return { ok: true, value: { head: part.head, lines: new TextDecoder().decode(part.lines) } }
        }
      }
    } catch (error) {
      return {
        ok: false,
        code:
          error instanceof AppError ? error.code : error instanceof HubDied ? 'server-error' : defect(error),
      }
    }
  }

  private dyingStore(): HubStore {
    const { store, random, faults } = this
    return {
      read: store.read,
      write: (workspaceId, fn) =>
        store.write(workspaceId, async tx => {
          const result = await fn(this.keepsReceipts ? tx : { ...tx, receipts: async () => [] })
          if (random() < faults.hubError) throw new HubDied('The process ended before the commit')
          return result
        }),
    }
  }
}

export type HubRequest =
  | { readonly kind: 'push'; readonly body: PushRequest }
  | { readonly kind: 'pull'; readonly cursor: string; readonly limit: number }
  | { readonly kind: 'snapshot'; readonly position: string | null }

class HubDied extends Error {}

/** Anything else thrown by the hub is a defect of the product and ends the history. */
function defect(error: unknown): never {
  throw error
}
