import { silentLog } from '../../../shared/log.ts'
import { newId } from '../../../shared/domain/ids.ts'
import type { Random } from '../../../shared/clock.ts'
import type { Actor, Intent } from '../../../shared/mutations/define.ts'
import type { Agent } from '../../../shared/domain/people.ts'
import { createEngine } from '../../../main/data/sync/engine.ts'
import type { Engine } from '../../../main/data/sync/engine.ts'
import { createLive } from '../../../main/data/sync/live.ts'
import type { Live } from '../../../main/data/sync/live.ts'
import { undoAct } from '../../../main/data/sync/undo.ts'
import type { Undone } from '../../../main/data/sync/undo.ts'
import type { LaptopStore } from '../../../main/data/sync/store.ts'
import { AppError } from '../../../shared/errors.ts'
import { DeviceClock } from './virtual-time.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { SimulatedDisk } from './disks.ts'
import type { Faults } from './faults.ts'
import type { SimulatedHub } from './hub.ts'
import { leavesInOrder } from './invariants.ts'
import { mortalStore, ProcessDied } from './mine.ts'
import type { Mine } from './mine.ts'
import { cut, freshLine, simulatedLive, simulatedRemote } from './network.ts'
import type { Line, RemoteDeps } from './network.ts'

export type LaptopDeps = {
  readonly name: string
  readonly time: VirtualTime
  readonly random: Random
  readonly hub: SimulatedHub
  readonly agent: Agent
  readonly faults: Faults
  readonly disk: SimulatedDisk
  readonly onDefect: (error: unknown) => void
  readonly tell: (text: string) => void
}

/** What became of an intent, as the agent saw it. 'died': nobody can say. */
export type Acted = { readonly ids: readonly string[] } | { readonly refused: string } | 'died'

/** One life of the laptop's process. */
type Life = {
  readonly clock: DeviceClock
  readonly engine: Engine
  readonly live: Live
  readonly store: LaptopStore
}

/** One laptop: the product's engine over a disk that survives crashes and a line that does not always work. */
export class Laptop {
  readonly clientId: string
  readonly agentId: string
  readonly line: Line
  readonly disk: SimulatedDisk
  private readonly deps: LaptopDeps
  hasJumped = false
  /** Times its power went, with whatever was not on the disk. */
  powerCuts = 0
  crashes = 0
  private mine: Mine | null = null
  private offsetMs = 0
  private life: Life | null = null

  constructor(deps: LaptopDeps) {
    this.deps = deps
    this.disk = deps.disk
    this.agentId = deps.agent.id
    this.clientId = newId(deps.time.now(), deps.random)
    this.line = freshLine(deps.faults)
    this.start()
  }

  isOn(): boolean {
    return this.life !== null
  }

  start(): void {
    if (this.life) return
    const { time, random, onDefect, tell, name } = this.deps
    const clock = new DeviceClock(time, this.offsetMs)
    const store = mortalStore(this.disk.store(), {
      isAlive: () => clock.isAlive,
      step: () => this.stepMine(),
      die: mine => this.crash(mine.losesPower),
    })
    const way: RemoteDeps = {
      time,
      random,
      hub: this.deps.hub,
      reader: () => this.reader(),
      line: this.line,
      clock,
      onDefect,
      onPush: ({ entries }) => {
        try {
          leavesInOrder(this.disk.look(), entries)
        } catch (error) {
          onDefect(error)
        }
      },
      tell: text => tell(`${name}: ${text}`),
    }
    const engine: Engine = createEngine({
      store,
      remote: simulatedRemote(way),
      clock,
      random,
      log: {
        ...silentLog,
        error: (event, facts) => {
          if (clock.isAlive) onDefect(new Error(`${event} ${JSON.stringify(facts)}`))
        },
      },
      actor: () => this.actor(),
      clientId: this.clientId,
      uploadBlobs: async () => null,
      yieldTurn: () => new Promise(resolve => void clock.after(random() * 2, resolve)),
      stopwatch: null,
      isWanted: () => false,
      countCustomers: () => 0,
      onStatus: () => {},
      onArrivals: () => {},
      isLive: () => live.isUp(),
    })
    const live: Live = createLive({
      clock,
      random,
      remote: simulatedLive(way),
      upToSeq: engine.upToSeq,
      onFrame: frame => {
        if (clock.isAlive && frame.kind === 'hint') this.orDie(() => engine.hint(frame))
      },
      onUp: () => engine.wake('hint'),
    })
    this.life = { clock, engine, live, store }
    engine.wake('start')
    live.start()
  }

  /** The process ends: timers and answers of its time reach nobody. */
  crash(losesPower: boolean): void {
    const { life } = this
    if (!life) return
    life.clock.isAlive = false
    this.offsetMs = life.clock.offset()
    this.life = null
    this.mine = null
    this.crashes += 1
    if (losesPower) this.powerCuts += 1
    this.deps.tell(`${this.deps.name}: ${losesPower ? 'loses its power' : 'its process ends'}`)
    // Its connections end with it.
    const { isCut } = this.line
    cut(this.line)
    this.line.isCut = isCut
    this.disk.die(losesPower, this.deps.random)
  }

  /** Null: its process lives on. */
  layMine(mine: Mine | null): void {
    if (this.life) this.mine = mine
  }

  private stepMine(): Mine | null {
    const { mine } = this
    if (!mine) return null
    mine.left -= 1
    return mine.left < 0 ? mine : null
  }

  /** What happens to whoever talks to a process that ends meanwhile. */
  private orDie<T>(work: () => T): T | 'died' {
    try {
      return work()
    } catch (error) {
      if (error instanceof ProcessDied) return 'died'
      throw error
    }
  }

  act(intents: readonly Intent[], holdMs = 0): Acted {
    const { life } = this
    if (!life) return { refused: 'off' }
    const { engine } = life
    try {
      return this.orDie<Acted>(() => {
        const [only] = intents
        if (intents.length === 1 && only && holdMs === 0) return { ids: [engine.mutate(only)] }
        return { ids: engine.mutateGroup(intents, { holdMs }).mutationIds }
      })
    } catch (error) {
      if (error instanceof AppError) return { refused: error.code }
      throw error
    }
  }

  resolve(ids: readonly string[], action: Parameters<Engine['resolve']>[1]): void {
    this.orDie(() => this.life?.engine.resolve(ids, action))
  }

  /** What the agent undoes; null when the laptop is off. */
  undo(mutationId: string): Undone | 'died' | null {
    const { life, clientId } = this
    if (!life) return null
    const { store, clock, engine } = life
    const actor = (): Actor => this.actor()
    const undone = this.orDie(() =>
      undoAct({ store, clock, random: this.deps.random, actor, clientId }, mutationId),
    )
    if (undone !== 'died') engine.wake('mutation')
    return undone
  }

  cutLine(): void {
    cut(this.line)
  }

  /** The way is there again; now and then the system says so, else the product finds out by itself. */
  mendLine(isTold: boolean): void {
    this.line.isCut = false
    if (!isTold) return
    this.life?.engine.wake('online')
    this.life?.live.kick()
  }

  signIn(): void {
    this.life?.engine.wake('signed-in')
    this.life?.live.kick()
  }

  jumpClock(byMs: number): void {
    this.hasJumped = true
    if (this.life) this.life.clock.jump(byMs)
    else this.offsetMs += byMs
  }

  nowMs(): number {
    return this.life?.clock.now() ?? Math.round(this.deps.time.now() + this.offsetMs)
  }

  private reader() {
    const { hub } = this.deps
    const agent = hub.store.state().rows.get('agents')?.get(this.agentId) as Agent | undefined
    return {
      workspaceId: hub.workspaceId,
      agentId: this.agentId,
      clientId: this.clientId,
      familyId: `${this.agentId}/${this.clientId}`,
      teamIds: agent?.teamIds ?? [],
    }
  }

  /** As the directory on this laptop says; before the first fill as the agent signed in. */
  private actor(): Actor {
    const row = this.disk.store().rows.get('agents', this.agentId)?.row as Agent | undefined
    const { id, name, role, teamIds } = row ?? this.deps.agent
    return { id, name, role, teamIds }
  }
}
