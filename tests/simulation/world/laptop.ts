import { silentLog } from '../../../shared/log.ts'
import { newId } from '../../../shared/domain/ids.ts'
import type { Random } from '../../../shared/clock.ts'
import type { Actor, Intent } from '../../../shared/mutations/define.ts'
import type { Agent } from '../../../shared/domain/people.ts'
import { createEngine } from '../../../main/data/sync/engine.ts'
import type { Engine } from '../../../main/data/sync/engine.ts'
import { undoAct } from '../../../main/data/sync/undo.ts'
import type { Undone } from '../../../main/data/sync/undo.ts'
import type { LaptopStore } from '../../../main/data/sync/store.ts'
import { AppError } from '../../../shared/errors.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'
import { DeviceClock } from './virtual-time.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Faults } from './faults.ts'
import type { SimulatedHub } from './hub.ts'
import { simulatedRemote } from './network.ts'
import type { Line } from './network.ts'

/** What keeps a laptop's rows through crashes: maps, or a real SQLite file that is opened again. */
export type SimulatedDisk = {
  readonly store: () => LaptopStore
  /** The state as maps, for the invariants. */
  readonly look: () => LaptopDisk
  /** The process died; `losesPower` takes what was not yet on the disk. */
  readonly die: (losesPower: boolean, random: Random) => void
  readonly close: () => void
}

export type LaptopDeps = {
  readonly time: VirtualTime
  readonly random: Random
  readonly hub: SimulatedHub
  readonly agent: Agent
  readonly faults: Faults
  readonly disk: SimulatedDisk
  readonly onDefect: (error: unknown) => void
}

/** What became of an intent, as the agent saw it. */
export type Acted = { readonly ids: readonly string[] } | { readonly refused: string }

/** One laptop: the product's engine over a disk that survives crashes and a line that does not always work. */
export class Laptop {
  readonly clientId: string
  readonly agentId: string
  readonly line: Line
  readonly disk: SimulatedDisk
  private readonly deps: LaptopDeps
  hasJumped = false
  private offsetMs = 0
  private clock: DeviceClock
  private engine: Engine | null = null

  constructor(deps: LaptopDeps) {
    this.deps = deps
    this.disk = deps.disk
    this.agentId = deps.agent.id
    this.clientId = newId(deps.time.now(), deps.random)
    this.line = { isCut: false, faults: deps.faults }
    this.clock = new DeviceClock(deps.time, 0)
    deps.hub.listen(seq => this.hear(seq))
    this.start()
  }

  isOn(): boolean {
    return this.engine !== null
  }

  start(): void {
    const { time, random, hub, onDefect } = this.deps
    if (this.engine) return
    const clock = new DeviceClock(time, this.offsetMs)
    this.clock = clock
    const remote = simulatedRemote({
      time,
      random,
      hub,
      caller: { workspaceId: hub.workspaceId, agentId: this.agentId },
      line: this.line,
      isAlive: () => clock.isAlive,
      onDefect,
    })
    this.engine = createEngine({
      store: this.disk.store(),
      remote,
      clock,
      random,
      log: {
        ...silentLog,
        error: (event, facts) => onDefect(new Error(`${event} ${JSON.stringify(facts)}`)),
      },
      actor: () => this.actor(),
      clientId: this.clientId,
      uploadBlobs: async () => null,
      yieldTurn: () => new Promise(resolve => void clock.after(random() * 2, resolve)),
      stopwatch: null,
      isWanted: () => false,
      countCustomers: () => 0,
      onStatus: () => {},
      isLive: () => false,
    })
    this.engine.wake('start')
  }

  /** The process ends between two awaits: timers and answers of its time reach nobody. */
  crash(losesPower: boolean): void {
    this.clock.isAlive = false
    this.offsetMs = this.clock.offset()
    this.engine = null
    this.disk.die(losesPower, this.deps.random)
  }

  act(intents: readonly Intent[], holdMs = 0): Acted {
    const { engine } = this
    if (!engine) return { refused: 'off' }
    try {
      const [only] = intents
      if (intents.length === 1 && only && holdMs === 0) return { ids: [engine.mutate(only)] }
      return { ids: engine.mutateGroup(intents, { holdMs }).mutationIds }
    } catch (error) {
      if (error instanceof AppError) return { refused: error.code }
      throw error
    }
  }

  resolve(ids: readonly string[], action: Parameters<Engine['resolve']>[1]): void {
    this.engine?.resolve(ids, action)
  }

  /** What the agent undoes; null when the laptop is off. */
  undo(mutationId: string): Undone | null {
    if (!this.engine) return null
    const { clock, clientId } = this
    const actor = (): Actor => this.actor()
    const undone = undoAct(
      { store: this.disk.store(), clock, random: this.deps.random, actor, clientId },
      mutationId,
    )
    this.engine.wake('mutation')
    return undone
  }

  wake(): void {
    this.engine?.wake('online')
  }

  jumpClock(byMs: number): void {
    this.hasJumped = true
    this.clock.jump(byMs)
  }

  nowMs(): number {
    return this.clock.now()
  }

  private hear(seq: number): void {
    const { random, time } = this.deps
    if (this.line.isCut || random() < this.line.faults.lostHint) return
    const { clock } = this
    time.after(random() * this.line.faults.delayMs, () => {
      if (clock.isAlive) this.engine?.hint({ kind: 'hint', seq, fromSeq: null, entries: null, cursor: null })
    })
  }

  /** As the directory on this laptop says; before the first fill as the agent signed in. */
  private actor(): Actor {
    const row = this.disk.store().rows.get('agents', this.agentId)?.row as Agent | undefined
    const { id, name, role, teamIds } = row ?? this.deps.agent
    return { id, name, role, teamIds }
  }
}
