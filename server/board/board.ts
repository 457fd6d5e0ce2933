import type { Pool } from 'pg'
import type { Clock } from '../../shared/clock.ts'
import { sleep } from '../../shared/clock.ts'
import type { WorkspaceId } from '../../shared/domain/ids.ts'
import type { Log } from '../../shared/log.ts'
import type { BoardFrame, WholeBoard } from '../../shared/protocol/board.ts'
import { SUPERVISING_ROLES } from '../../shared/rules/supervising.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readFeed, readHead } from '../db/queries/feed.ts'
import { toFailure } from '../http/failure.ts'
import type { BoardModel, SlowPart } from './board-model.ts'
import { frameBetween } from './board-frames.ts'
import type { BoardSink } from './board-sink.ts'
import { fillModel, followFeed, readPeople } from './fill-model.ts'

/** Changes within this time travel in one frame. */
export const MERGE_MS = 50
/** Laptops, presence and everything that time alone changes. */
export const TICK_MS = 1000
/** A database that is away is asked again after this. */
const AGAIN_MS = 1000
const FEED_PAGE = 1000
/** So far behind, reading everything again is quicker than following. */
const REFILL_FROM = 20_000

export type BoardDeps = {
  readonly app: Pool
  readonly clock: Clock
  readonly log: Log
  readonly workspaceId: WorkspaceId
  /** Different on every copy and start of the hub: part of every mark. */
  readonly copyId: string
}

/** The board of one workspace on this copy of the hub, alive while somebody looks. */
export class Board {
  readonly #deps: BoardDeps
  readonly sinks = new Set<BoardSink>()
  readonly #behind = new Set<BoardSink>()
  #model: BoardModel | null = null
  #slow: SlowPart | null = null
  #seq = 0
  #announced = 0
  #number = 0
  #shown: WholeBoard | null = null
  #cancelTick = (): void => {}
  #running: Promise<void> | null = null
  #isTickDue = false
  /** Somebody came who has seen nothing yet. */
  #isAsked = false
  #isStopped = false
  #waiters = new Set<() => void>()

  constructor(deps: BoardDeps) {
    this.#deps = deps
  }

  /** Resolves when there is a picture; reads the tables the first time. */
  async ready(): Promise<WholeBoard> {
    while (!this.#shown) await (this.#running ?? this.#run())
    return this.#shown
  }

  advance(seq: number): void {
    this.#announced = Math.max(this.#announced, seq)
    if (this.#model && this.#announced > this.#seq) this.#wake()
  }

  add(sink: BoardSink): void {
    this.sinks.add(sink)
    this.#behind.add(sink)
    this.#isAsked = true
    this.#wake()
  }

  remove(sink: BoardSink): void {
    this.sinks.delete(sink)
    this.#behind.delete(sink)
  }

  /** Resolves with the first picture that has another mark, or with the last one when the time is over. */
  async after(mark: string, waitMs: number): Promise<WholeBoard> {
    const shown = await this.ready()
    if (shown.mark !== mark || waitMs === 0) return shown
    await new Promise<void>(resolve => {
      const done = (): void => {
        cancel()
        this.#waiters.delete(done)
        resolve()
      }
      const cancel = this.#deps.clock.after(waitMs, done)
      this.#waiters.add(done)
    })
    return this.ready()
  }

  stop(): void {
    this.#isStopped = true
    this.#cancelTick()
    for (const done of this.#waiters) done()
    for (const sink of this.sinks) sink.close('restarting')
    this.sinks.clear()
  }

  #wake(): void {
    // Its failure was logged; whoever waits for the first picture hears it from `ready`.
    if (!this.#running && !this.#isStopped) this.#run().catch(() => undefined)
  }

  /** One reading at a time: follows the feed, publishes, and again while more was announced meanwhile. */
  #run(): Promise<void> {
    this.#running = this.#work().finally(() => {
      this.#running = null
      if (this.#model && (this.#announced > this.#seq || this.#isAsked)) this.#wake()
    })
    return this.#running
  }

  async #work(): Promise<void> {
    const { clock, log } = this.#deps
    try {
      await this.#read()
      this.#publish()
    } catch (error) {
      log.warn('board.failed', { code: toFailure(error).code })
      if (!this.#shown) throw error
      await sleep(clock, AGAIN_MS)
    }
    await sleep(clock, MERGE_MS)
  }

  async #read(): Promise<void> {
    const { app, clock, workspaceId } = this.#deps
    const isTick = this.#isTickDue || this.#isAsked
    this.#isTickDue = false
    this.#isAsked = false
    await inWorkspace(app, { workspaceId, mode: 'read' }, async client => {
      const session = { client, workspaceId }
      const { seq: head } = await readHead(session)
      const nowMs = clock.now()
      // A database restored to an older state stands behind what was followed: begin anew.
      if (!this.#model || head < this.#seq || head - this.#seq > REFILL_FROM) {
        this.#model = await fillModel(session, nowMs)
        this.#seq = head
        this.#slow = null
        this.#tickLater()
      }
      while (this.#seq < head) {
        const records = await readFeed(session, { after: this.#seq, limit: FEED_PAGE })
        await followFeed({ session, model: this.#model }, records, nowMs)
        this.#seq = records.at(-1)?.seq ?? head
        if (records.some(record => record.kind !== 'scope' && record.table === 'agents'))
          this.#dropUnentitled()
      }
      this.#announced = Math.max(this.#announced, head)
      if (isTick) await readPeople(session, this.#model, nowMs)
    })
    if (isTick) this.#slow = null
  }

  #tickLater(): void {
    this.#cancelTick()
    this.#cancelTick = this.#deps.clock.after(TICK_MS, () => {
      this.#isTickDue = true
      this.#tickLater()
      this.#wake()
    })
  }

  #publish(): void {
    const model = this.#model
    if (!model || this.#isStopped) return
    const nowMs = this.#deps.clock.now()
    if (!this.#slow) model.forget(nowMs)
    this.#slow ??= model.slow(nowMs)
    const next: WholeBoard = {
      kind: 'board',
      mark: `${this.#deps.copyId}.${this.#number + 1}`,
      isWhole: true,
      asOfMs: nowMs,
      ...model.fast(nowMs),
      ...this.#slow,
    }
    const frame = frameBetween(this.#shown, next)
    if (frame) {
      this.#number += 1
      this.#shown = next
    }
    this.#send(frame)
    if (frame) for (const done of this.#waiters) done()
  }

  #send(frame: BoardFrame | null): void {
    const change = frame && !frame.isWhole ? JSON.stringify(frame) : null
    let whole: string | null = null
    for (const sink of this.sinks) {
      const isBehind = this.#behind.has(sink) || frame?.isWhole === true
      if (!isBehind && change === null) continue
      const text = isBehind ? (whole ??= JSON.stringify(this.#shown)) : (change ?? '')
      if (sink.send(text)) this.#behind.delete(sink)
      else this.#behind.add(sink)
    }
  }

  /** A role can be taken away while the window is open. */
  #dropUnentitled(): void {
    for (const sink of this.sinks) {
      const agent = this.#model?.people.agent(sink.agentId)
      if (agent?.isActive && SUPERVISING_ROLES.some(role => role === agent.role)) continue
      this.remove(sink)
      sink.close('not-allowed')
    }
  }
}
