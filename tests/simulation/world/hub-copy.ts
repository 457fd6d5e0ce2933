import type { Random } from '../../../shared/clock.ts'
import type { Agent } from '../../../shared/domain/people.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { silentLog } from '../../../shared/log.ts'
import { packPage } from '../../../shared/protocol/packed-page.ts'
import type { PullAnswer } from '../../../shared/protocol/pull.ts'
import type { PushRequest } from '../../../shared/protocol/push.ts'
import type { SnapshotQuery } from '../../../main/data/remote/remote.ts'
import type { Caller } from '../../../server/sync/caller.ts'
import { createAnnouncer, createFanOut } from '../../../server/sync/feed.ts'
import type { Announce } from '../../../server/sync/feed.ts'
import { pull } from '../../../server/sync/pull.ts'
import { push } from '../../../server/sync/push.ts'
import { snapshotParts } from '../../../server/sync/snapshot.ts'
import { KEEPING, linesIn } from '../../support/kept-parts.ts'
import type { HubStore, HubTx } from '../../../server/sync/store.ts'
import { assertServed } from '../../../server/sync/upgrades.ts'
import { createLiveHub } from '../../../server/live/live-hub.ts'
import type { LiveHub } from '../../../server/live/live-hub.ts'
import { readFeedRange } from '../../../server/live/feed-range.ts'
import { witnessed } from './answers.ts'
import type { Faults } from './faults.ts'
import { asNewerAnswers, asNewerReads, asReleaseReads, protocolRead } from './releases.ts'
import type { Release } from './releases.ts'
import { repliesHaveSeen } from './unseen-words.ts'
import type { HubState } from '../stores/map-hub-state.ts'
import type { MapHubStore } from '../stores/map-hub-store.ts'
import { DeviceClock } from './virtual-time.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What a copy of the hub answers: a value, or the status a client would see. */
export type HubAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string }

export type HubRequest =
  | { readonly kind: 'push'; readonly body: PushRequest }
  | { readonly kind: 'pull'; readonly protocol: number; readonly cursor: string; readonly limit: number }
  | ({ readonly kind: 'snapshot'; readonly protocol: number } & SnapshotQuery)

export type CopyDeps = {
  readonly time: VirtualTime
  readonly random: Random
  readonly store: MapHubStore
  readonly workspaceId: string
  readonly faults: () => Faults
  /** Rows in a part of a snapshot, and in a page of the feed: small ones are cut where large ones never are. */
  readonly partRows: number
  readonly pageRows: number
  readonly offsetMs: () => number
  /** Tells the other copies, over the database, where the feed stands. */
  readonly notify: (from: HubCopy, seq: number) => void
}

class CopyDied extends Error {}

/** How long a copy of the hub is away after it died by itself, ms, at most. */
const RESTART_MS = 5_000

/** One process of the hub. Nothing lies in it, so it may end at any moment and any other may go on. */
export class HubCopy {
  readonly name: string
  isUp = true
  hasDatabase = true
  release: Release = 'present'
  /** What is open to it: the system says after a while that its process is gone. */
  readonly onEnd = new Set<() => void>()
  /** Counts its processes: an answer of one that died never arrives. */
  life = 0
  live: LiveHub
  private clock: DeviceClock
  private announce: Announce
  private heard: (seq: number) => void = () => {}
  private readonly deps: CopyDeps

  constructor(name: string, deps: CopyDeps) {
    this.name = name
    this.deps = deps
    this.clock = new DeviceClock(deps.time, deps.offsetMs())
    const started = this.begin()
    this.live = started.live
    this.announce = started.announce
  }

  /** A process starts with nothing: its clock, its announcer, its live readers. */
  private begin(): { readonly live: LiveHub; readonly announce: Announce } {
    const { store, workspaceId, notify } = this.deps
    const clock = new DeviceClock(this.deps.time, this.deps.offsetMs())
    this.clock = clock
    const fanOut = createFanOut()
    this.heard = seq => fanOut.heard(workspaceId, seq)
    const announce = createAnnouncer({
      clock,
      send: heads => {
        for (const [id, { seq, parts }] of heads) {
          fanOut.heard(id, seq, parts)
          notify(this, seq)
        }
      },
    })
    const live = createLiveHub({
      clock,
      log: silentLog,
      readRange: (id, fromSeq) => readFeedRange(store, id, fromSeq),
      subscribe: fanOut.subscribe,
      readSessions: (_id, familyIds) => this.sessions(familyIds),
    })
    return { live, announce }
  }

  /** A family is named after its agent here: `agent/client`. */
  private async sessions(families: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const agents = this.deps.store.state().rows.get('agents')
    return new Map(
      families.flatMap(family => {
        const agent = agents?.get(family.slice(0, family.indexOf('/'))) as Agent | undefined
        return agent?.isActive ? [[family, agent.teamIds] as const] : []
      }),
    )
  }

  /** What came in over the database from another copy. */
  hear(seq: number): void {
    if (this.isUp && this.hasDatabase) this.heard(seq)
  }

  kill(): void {
    if (!this.isUp) return
    this.isUp = false
    this.life += 1
    this.clock.isAlive = false
    const { time, random } = this.deps
    for (const end of this.onEnd) time.after(random() * 1_000, end)
    this.onEnd.clear()
  }

  start(): void {
    if (this.isUp) return
    this.isUp = true
    const { live, announce } = this.begin()
    this.live = live
    this.announce = announce
  }

  /** For the hub's own acts: mail, timers, administration. */
  acting() {
    return { store: this.deps.store, clock: this.clock, announce: this.announce, log: silentLog }
  }

  /** Serves one request, as a route would. A transaction of a process that dies leaves nothing behind. */
  async serve(caller: Caller, request: HubRequest): Promise<HubAnswer> {
    if (!this.isUp) return { ok: false, code: 'offline' }
    if (!this.hasDatabase) return { ok: false, code: 'server-error' }
    if (this.release === 'foreign') return { ok: false, code: 'hub-too-old' }
    try {
      const value = await this.answer(caller, request)
      const told = this.release === 'newer' ? asNewerAnswers(request.kind, value) : value
      // As it travels.
      return { ok: true, value: request.kind === 'pull' ? packPage(told as PullAnswer) : told }
    } catch (error) {
      if (error instanceof CopyDied) {
        this.dieForAWhile()
        return { ok: false, code: 'offline' }
      }
      // Anything else thrown by the hub is a defect of the product and ends the history.
      if (!(error instanceof AppError)) throw error
      return { ok: false, code: error.code === ErrorCode.Internal ? 'server-error' : error.code }
    }
  }

  private async answer(caller: Caller, request: HubRequest): Promise<Readonly<Record<string, unknown>>> {
    const deps = { ...this.acting(), store: this.mortalStore() }
    switch (request.kind) {
      case 'push': {
        const body = asReleaseReads(this.release, request.body)
        const hub = (): HubState => this.deps.store.state()
        const answer = await push({ ...deps, store: witnessed(deps.store, hub, body) }, caller, body)
        repliesHaveSeen(hub(), body, answer)
        return answer
      }
      case 'pull': {
        assertServed(protocolRead(this.release, request.protocol))
        const limit = Math.min(request.limit, this.deps.pageRows)
        return pull(deps, caller, { cursor: request.cursor, limit })
      }
      case 'snapshot': {
        assertServed(protocolRead(this.release, request.protocol))
        const { partRows } = this.deps
        const position = this.release === 'newer' ? asNewerReads(request.position) : request.position
        // The older release was built before parts came along with one another.
        const several = this.release !== 'older'
        const tables = several ? request.tables : undefined
        const query = { position, ownFirst: true, since: request.since, several, tables: tables ?? null }
        const parts = []
        for (const part of await snapshotParts(
          { store: deps.store, partRows, shelf: KEEPING },
          caller,
          query,
        ))
          parts.push({ head: part.head, lines: await linesIn(part) })
        return { parts }
      }
    }
  }

  private dieForAWhile(): void {
    this.kill()
    this.deps.time.after(this.deps.random() * RESTART_MS, () => this.start())
  }

  /** The process may end at every operation of a transaction, and right behind its commit. */
  private mortalStore(): HubStore {
    const { store, random, faults } = this.deps
    const { hubError } = faults()
    if (hubError === 0) return store
    const mayDie = (): void => {
      if (random() < hubError) throw new CopyDied('The process ended')
    }
    return {
      read: store.read,
      write: async (workspaceId, fn) => {
        const result = await store.write(workspaceId, async (tx, endWith) => {
          const done = await fn(mortal(tx, mayDie), endWith)
          mayDie()
          return done
        })
        mayDie()
        return result
      },
    }
  }
}

function mortal(tx: HubTx, mayDie: () => void): HubTx {
  return new Proxy(tx, {
    get: (target, key, receiver) => {
      const value: unknown = Reflect.get(target, key, receiver)
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        mayDie()
        return (value as (...given: unknown[]) => unknown)(...args)
      }
    },
  })
}
