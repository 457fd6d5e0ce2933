import { silentLog } from '../../../shared/log.ts'
import { newId } from '../../../shared/domain/ids.ts'
import type { Random } from '../../../shared/clock.ts'
import type { Actor, Intent } from '../../../shared/mutations/define.ts'
import type { Agent } from '../../../shared/domain/people.ts'
import { actorOf } from '../../../main/data/sync/actor.ts'
import { createEngine } from '../../../main/data/sync/engine.ts'
import type { Engine } from '../../../main/data/sync/engine.ts'
import { createLive } from '../../../main/data/sync/live.ts'
import type { Live } from '../../../main/data/sync/live.ts'
import { undoAct } from '../../../main/data/sync/undo.ts'
import type { Undone } from '../../../main/data/sync/undo.ts'
import type { LaptopStore } from '../../../main/data/sync/store.ts'
import type { BlobRef, Failure, Remote } from '../../../main/data/remote/remote.ts'
import { AppError } from '../../../shared/errors.ts'
import type { PushAnswer, PushEntry } from '../../../shared/protocol/push.ts'
import { PROTOCOL } from '../../../shared/protocol/version.ts'
import { Alarms } from './alarms.ts'
import { DeviceClock } from './virtual-time.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { SimulatedDisk } from './disks.ts'
import type { Faults } from './faults.ts'
import type { SimulatedHub } from './hub.ts'
import { leavesAsItStands, leavesInOrder } from './invariants.ts'
import type { ToldGone } from './knowledge.ts'
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

/** The longest that files are under way ahead of a push, ms. */
const UPLOAD_MS = 3_000

/** What became of an intent, as the agent saw it. 'died': nobody can say. */
export type Acted = { readonly ids: readonly string[] } | { readonly refused: string } | 'died'

/** One life of the laptop's process. */
type Life = {
  readonly clock: DeviceClock
  readonly alarms: Alarms
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
  /** Version of the protocol its app speaks. */
  private protocol: number = PROTOCOL
  /** Arguments under which each intent left first. */
  readonly left = new Map<string, unknown>()
  /** Rows the hub said own work has removed, with the number of their end, by `table:id`. */
  readonly toldGone = new Map<string, ToldGone>()
  /** What answers of this life have said is done, whether it is taken yet or not. */
  private readonly done = new Set<string>()
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
    const alarms = new Alarms(clock)
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
      protocol: () => this.protocol,
      onPush: ({ entries }, hasWay) => {
        try {
          this.noteLeaving(entries, hasWay)
        } catch (error) {
          onDefect(error)
        }
      },
      onAnswer: answer => this.noteGone(answer),
      tell: text => tell(`${name}: ${text}`),
    }
    const engine: Engine = createEngine({
      store,
      remote: noticed(simulatedRemote(way), alarms),
      clock: alarms,
      random,
      log: {
        ...silentLog,
        error: (event, facts) => {
          if (clock.isAlive) onDefect(new Error(`${event} ${JSON.stringify(facts)}`))
        },
      },
      actor: this.actor,
      clientId: this.clientId,
      uploadBlobs: blobs => this.upload(blobs, alarms),
      yieldTurn: () => new Promise(resolve => void alarms.after(random() * 2, resolve)),
      stopwatch: null,
      isWanted: () => false,
      countCustomers: () => 0,
      countDoubtful: () => 0,
      onStatus: () => {},
      onArrivals: () => {},
      isLive: () => live.isUp(),
    })
    const live: Live = createLive({
      clock,
      random,
      remote: simulatedLive(way),
      // A poll that was answered as the process ended finds its file closed.
      upToSeq: () => (clock.isAlive ? engine.upToSeq() : 0),
      onFrame: frame => {
        if (clock.isAlive && frame.kind === 'hint') this.orDie(() => engine.hint(frame))
      },
      onUp: () => engine.wake('hint'),
    })
    this.life = { clock, alarms, engine, live, store }
    // Now and then the system knows already that there is no way.
    if (this.line.isCut && random() < 0.5) engine.setOnline(false)
    else engine.wake('start')
    live.start()
  }

  /** Another app is installed: its process starts anew, over a database that an older one has written. */
  update(protocol: number): void {
    this.crash(false)
    this.disk.upgrade(this.deps.random)
    this.protocol = protocol
    this.deps.tell(`${this.deps.name}: speaks protocol ${protocol} now`)
    this.start()
  }

  speaksAsTheHub(): boolean {
    return this.protocol === PROTOCOL
  }

  /** Nothing will happen by itself any more, though nobody needs to sign in. */
  isStuck(): boolean {
    const { life } = this
    return life !== null && !life.alarms.areSet() && life.engine.status().phase.state !== 'signed-out'
  }

  private noteLeaving(entries: readonly PushEntry[], hasWay: boolean): void {
    const disk = this.disk.look()
    leavesInOrder(disk, entries, this.done)
    leavesAsItStands(disk, entries)
    // Without a way nothing of it arrives anywhere: the agent may still change it.
    if (!hasWay) return
    for (const { mutationId, args } of entries)
      if (!this.left.has(mutationId)) this.left.set(mutationId, args)
  }

  private noteGone({ verdicts }: PushAnswer): void {
    for (const verdict of verdicts) {
      if (verdict.kind !== 'done') continue
      this.done.add(verdict.mutationId)
      for (const { table, id, version, row } of verdict.rows)
        if (row === null && version > 0)
          this.toldGone.set(`${table}:${id}`, { version, mutationId: verdict.mutationId })
    }
  }

  /** Files go first, and that takes its time: the agent works on meanwhile. The hub takes none of people it does not know. */
  private async upload(blobs: readonly BlobRef[], alarms: Alarms): Promise<Failure | null> {
    const { random, hub } = this.deps
    await new Promise<void>(resolve => void alarms.after(random() * UPLOAD_MS, resolve))
    if (this.line.isCut || !hub.acting()) return { kind: 'offline' }
    if (random() < this.line.faults.upload) return { kind: 'timeout' }
    const { rows, blobs: stored } = hub.store.state()
    for (const { customerId, sha256 } of blobs)
      if (rows.get('customers')?.has(customerId)) stored.add(`${customerId}:${sha256}`)
    return null
  }

  /** The process ends: timers and answers of its time reach nobody. */
  crash(losesPower: boolean): void {
    const { life } = this
    if (!life) return
    life.clock.isAlive = false
    this.offsetMs = life.clock.offset()
    this.life = null
    this.mine = null
    this.toldGone.clear()
    this.done.clear()
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
    const { actor } = this
    const undone = this.orDie(() =>
      undoAct({ store, clock, random: this.deps.random, actor, clientId }, mutationId),
    )
    if (undone !== 'died') engine.wake('mutation')
    return undone
  }

  /** Now and then the system says so at once, else the product finds out by itself. */
  cutLine(isTold: boolean): void {
    cut(this.line)
    if (isTold) this.life?.engine.setOnline(false)
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

  private readonly actor = (): Actor => actorOf(this.disk.store(), this.deps.agent)()
}

/** Counts what is asked, so that a laptop that waits for an answer is not taken for one that sleeps. */
const noticed = ({ push, pull, snapshot }: Remote, alarms: Alarms): Remote => ({
  push: request => alarms.during(push(request)),
  pull: query => alarms.during(pull(query)),
  snapshot: query => alarms.during(snapshot(query)),
})
