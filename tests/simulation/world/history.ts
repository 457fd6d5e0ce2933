import { newId } from '../../../shared/domain/ids.ts'
import type { Agent } from '../../../shared/domain/people.ts'
import { anAgent, aTeam } from '../../support/builders.ts'
import { assertNever } from '../../../shared/assert.ts'
import { Administration } from './administration.ts'
import { Broken } from './broken.ts'
import { Choices } from './choices.ts'
import {
  departuresAreHeld,
  feedIsWhole,
  issuesAreCounted,
  laptopEqualsHub,
  messagesAreNumbered,
  nobodyIsMergedInCircles,
  updatesAreCounted,
} from './convergence.ts'
import { unsentIsUnknown } from './deliveries.ts'
import { DeskWork } from './desk-work.ts'
import { mapDisk, sqliteDisk } from './disks.ts'
import { nothingIsKeptOfErased, nothingIsKeptOfGone } from './erasure.ts'
import { calm, weather } from './faults.ts'
import { SimulatedHub } from './hub.ts'
import type { HubCopy } from './hub-copy.ts'
import {
  groupsAreWhole,
  nothingFromTheFuture,
  rowsAreBasePlusPending,
  shadowsStandUnderPendingWork,
  staysAsItLeft,
  VersionWatch,
} from './invariants.ts'
import { KnowledgeWatch } from './knowledge.ts'
import { Laptop } from './laptop.ts'
import { pick } from './choices.ts'
import { hasLimits, LIMITS_SHARE, nextHubLimit } from './limits.ts'
import { LAPTOPS } from './plan.ts'
import type { Script, Step } from './plan.ts'
import { PROTOCOLS } from './releases.ts'
import { PROTOCOL } from '../../../shared/protocol/version.ts'
import { settled, STARTS_AT_MS, VirtualTime } from './virtual-time.ts'

export type HistoryReport = {
  readonly intents: number
  readonly parked: number
  readonly crashes: number
  readonly restores: number
  readonly messages: number
  /** Decided by the hub as done, by mutation. */
  readonly done: Readonly<Record<string, number>>
}
export type Tell = (text: string) => void

const silent: Tell = () => {}
const YEAR_MS = 365 * 86_400_000
/** Time in which every laptop must have moved on after the last fault. */
const PROGRESS_MS = 30_000
/** Time in which whoever is connected has heard of a change. */
const HEARD_MS = 5_000
const LAST_WORDS = 3
/** Time in which everything must have come to rest: entries rest for some minutes when a hub asks for it. */
const QUIET_DOWN_MS = 20 * 60_000
const SEED_STEP = -1
const END_STEP = 1_000_000

type Seat = {
  readonly work: DeskWork
  readonly watch: VersionWatch
  readonly knowledge: KnowledgeWatch
  lookedAt: number
  intentsLookedAt: number
}

/** One seeded history: agents on several laptops, a hub, and everything that goes wrong between them. */
export class History {
  private readonly script: Script
  private readonly choices: Choices
  private readonly time: VirtualTime
  private readonly hub: SimulatedHub
  private readonly administration: Administration
  private readonly seats: Seat[] = []
  private readonly agents: readonly Agent[]
  private readonly teamIds: readonly string[]
  private readonly tell: Tell
  private readonly done: Record<string, number> = {}
  private defect: Error | null = null
  /** Number of the step under way; null before the first and after the last. */
  at: number | null = null

  constructor(script: Script, tell: Tell = silent) {
    this.script = script
    const told: Tell = text =>
      tell(`${((this.time.now() - STARTS_AT_MS) / 1000).toFixed(3).padStart(9)}  ${text}`)
    this.tell = tell === silent ? tell : told
    this.choices = new Choices(script.seed)
    this.choices.enter(SEED_STEP)
    const { random } = this.choices
    this.time = new VirtualTime(random)
    const onDefect = (error: unknown): void => this.noteDefect(error)
    const workspaceId = this.id()
    this.hub = new SimulatedHub({ workspaceId, time: this.time, random, onDefect })
    const teams = ['One', 'Two'].map(name => aTeam({ id: this.id(), name }))
    this.teamIds = teams.map(team => team.id)
    this.agents = [0, 1].map(index =>
      anAgent({
        id: this.id(),
        name: `Agent ${index}`,
        role: index === 0 ? 'agent' : 'supervisor',
        teamIds: [this.teamIds[index] ?? ''],
      }),
    )
    this.administration = new Administration({
      hub: this.hub,
      random,
      now: () => Math.round(this.time.now() + this.hub.offsetMs),
      teams,
      agents: this.agents,
      tell: this.tell,
      onErased: (customerId, ticketIds) => {
        for (const { work } of this.seats) {
          work.forgetDraftsAbout(customerId, ticketIds)
          work.ledger.forgetPerson(customerId)
        }
      },
    })
  }

  async run(): Promise<HistoryReport> {
    await this.begin()
    for (const step of this.script.steps) {
      this.choices.enter(step.index)
      this.at = step.index
      await this.take(step)
      this.rethrow()
      this.check()
    }
    this.choices.enter(END_STEP)
    this.at = null
    await this.heal()
    this.checkEnd()
    return this.report()
  }

  /** A history that failed may have left work half done: it comes to rest before its files go. */
  async close(): Promise<void> {
    for (const { work } of this.seats) work.laptop.crash(false)
    await settled()
    for (const { work } of this.seats) work.laptop.disk.close()
  }

  private id(): string {
    return newId(this.time.now(), this.choices.random)
  }

  private noteDefect(error: unknown): void {
    this.defect ??= error instanceof Error ? error : new Error(String(error))
  }

  private rethrow(): void {
    if (this.defect) throw this.defect
  }

  private async begin(): Promise<void> {
    const { random } = this.choices
    await this.administration.seed()
    for (let index = 0; index < LAPTOPS; index += 1) {
      // The third laptop is a second device of the first agent.
      const agent = this.agents[index % 2] as Agent
      const laptop = new Laptop({
        name: `laptop ${index}`,
        time: this.time,
        random,
        hub: this.hub,
        agent,
        faults: calm,
        disk: this.script.onSqlite ? sqliteDisk() : mapDisk(),
        onDefect: error => this.noteDefect(error),
        tell: this.tell,
      })
      const agentIds = this.agents.map(({ id }) => id)
      const tell: Tell = text => this.tell(`laptop ${index}: ${text}`)
      const work = new DeskWork(laptop, { random, teamIds: this.teamIds, agentIds, tell })
      const watch = new VersionWatch()
      this.seats.push({ work, watch, knowledge: new KnowledgeWatch(), lookedAt: -1, intentsLookedAt: -1 })
    }
    // Most days begin in the office: laptops are filled before the weather turns.
    if (random() < 0.7) await this.goOnUntil(this.time.now() + PROGRESS_MS, () => this.isAtRest())
    this.changeWeather()
  }

  private async take({ index, kind, laptop }: Step): Promise<void> {
    this.tell(`── ${index}: ${kind}${kind === 'pass' ? '' : ` (${laptop})`}`)
    const { work } = this.seats[laptop] as Seat
    // Who wants to work switches the laptop on.
    if (kind === 'act' && this.choices.random() < 0.5) work.laptop.start()
    switch (kind) {
      case 'act':
        work.act()
        break
      case 'draft':
        work.draft()
        break
      case 'undo':
        work.undo()
        break
      case 'decide':
        work.decide()
        break
      case 'turn':
        this.turn(work.laptop)
        break
      case 'mine':
        this.mine(work.laptop)
        break
      case 'cable':
        this.cable(work.laptop)
        break
      case 'customer':
        await this.administration.customerWrites()
        await this.administration.botSpeaks()
        await this.administration.carrierReports()
        await this.administration.tellRest()
        break
      case 'administer':
        await this.administration.administer()
        break
      case 'policy':
        await this.administration.editPolicies()
        break
      case 'timer':
        await this.administration.timer()
        break
      case 'backup':
        this.administration.takeBackup()
        break
      case 'restore':
        await this.restore()
        break
      case 'update':
        work.laptop.update(
          this.choices.random() < 0.6 ? PROTOCOL : (pick(this.choices.random, PROTOCOLS) ?? PROTOCOL),
        )
        break
      case 'clock':
        this.jump(work.laptop)
        break
      case 'weather':
        this.changeWeather()
        break
      case 'copy':
        this.copy()
        break
      case 'pass':
        await this.pass()
        break
      default:
        assertNever(kind, 'step')
    }
    if (hasLimits(this.script.seed) && this.choices.random() < LIMITS_SHARE) await this.limit(work)
    await settled()
  }

  private async limit(work: DeskWork): Promise<void> {
    const { random } = this.choices
    if (random() < 0.4) return this.administration.limit(nextHubLimit(random))
    work.limit([...(this.hub.store.state().rows.get('customers')?.keys() ?? [])])
  }

  /** Time goes on: a few events happen. */
  private async pass(): Promise<void> {
    const many = 1 + Math.floor(this.choices.random() * 12)
    for (let count = 0; count < many; count += 1) {
      if (!(await this.time.step(Infinity))) return
      this.rethrow()
    }
  }

  private turn(laptop: Laptop): void {
    const { random } = this.choices
    if (!laptop.isOn()) {
      laptop.start()
      return
    }
    laptop.crash(random() < 0.4)
    if (random() < 0.7) laptop.start()
  }

  private mine(laptop: Laptop): void {
    const { random } = this.choices
    const place = (['before', 'inside', 'after'] as const)[Math.floor(random() * 3)] ?? 'inside'
    laptop.layMine({ left: Math.floor(random() * 6), place, losesPower: random() < 0.4 })
    laptop.start()
  }

  private cable(laptop: Laptop): void {
    const isCut = !laptop.line.isCut
    this.tell(`laptop: its line is ${isCut ? 'cut' : 'mended'}`)
    if (isCut) laptop.cutLine(this.choices.random() < 0.5)
    else laptop.mendLine(this.choices.random() < 0.5)
  }

  /** Now and then the backup is older than laptops remember: what they had sent by then is lost, their drafts are not. */
  private async restore(): Promise<void> {
    if (this.choices.random() < 0.2) {
      this.tell('weeks have passed: laptops keep nothing of what was accepted')
      for (const { work } of this.seats) work.forgetAccepted()
    }
    await this.administration.restore()
    for (const { work } of this.seats) work.laptop.toldGone.clear()
  }

  private jump(laptop: Laptop): void {
    const { random } = this.choices
    const byMs = (random() - 0.5) * 20 * YEAR_MS
    // The hub's machines are looked after: seconds at most. A laptop's battery may die.
    if (random() < 0.3) this.hub.offsetMs = (random() - 0.5) * 10_000
    else laptop.jumpClock(byMs)
  }

  private changeWeather(): void {
    const faults = weather(this.choices.random)
    this.hub.faults = faults
    for (const { work } of this.seats) work.laptop.line.faults = faults
  }

  private copy(): void {
    const { random } = this.choices
    const copy = this.hub.copies[Math.floor(random() * this.hub.copies.length)] as HubCopy
    const roll = random()
    if (!copy.isUp) copy.start()
    else if (roll < 0.4) copy.kill()
    else if (roll < 0.55) copy.hasDatabase = !copy.hasDatabase
    else
      copy.release =
        (['older', 'present', 'newer', 'foreign', 'present'] as const)[Math.floor(random() * 5)] ?? 'present'
    const state = copy.isUp ? `runs the ${copy.release} release` : 'is down'
    this.tell(`copy ${copy.name} ${state}${copy.hasDatabase ? '' : ', without its database'}`)
  }

  /** Everything that can have changed since the last look is looked at. */
  private check(): void {
    const hub = this.hub.store.state()
    this.administration.handed.check(hub)
    for (const seat of this.seats) {
      const { work, watch, knowledge } = seat
      const { laptop, ledger } = work
      const disk = laptop.disk.look()
      if (laptop.powerCuts > 0) watch.forget()
      laptop.powerCuts = 0
      if (laptop.isStuck()) throw new Broken('nobody sleeps without an alarm', { laptop: laptop.clientId })
      ledger.checkHeld(disk, hub, laptop.hasJumped ? null : laptop.nowMs())
      ledger.check(disk, hub)
      unsentIsUnknown(disk, hub, laptop.clientId)
      const turn = laptop.disk.turn()
      if (turn === seat.lookedAt) continue
      seat.lookedAt = turn
      const directory = disk.rows.get('agents')?.get(laptop.agentId)?.row
      const agent = (directory ?? this.agents.find(({ id }) => id === laptop.agentId)) as Agent
      ledger.adopt(disk)
      work.draftsAreThere(disk)
      if (disk.touched.size > 0 || disk.intentsTurn !== seat.intentsLookedAt)
        rowsAreBasePlusPending(disk, agent)
      seat.intentsLookedAt = disk.intentsTurn
      shadowsStandUnderPendingWork(disk)
      nothingIsKeptOfErased(disk)
      groupsAreWhole(disk)
      staysAsItLeft(disk, laptop.left)
      knowledge.check(disk, hub, laptop)
      watch.check(disk)
      if (disk.state.get('epoch') === hub.epoch) nothingFromTheFuture(disk, hub.lastSeq)
    }
  }

  /** The last fault is over. Nobody tells the laptops: they find out by themselves. */
  private async heal(): Promise<void> {
    this.tell('── everything heals')
    this.hub.heal()
    await this.administration.letEverybodyIn()
    const headAtHealing = this.hub.store.state().lastSeq
    for (const { work } of this.seats) {
      const { laptop } = work
      laptop.layMine(null)
      laptop.cutLine(false)
      laptop.line.faults = calm
      laptop.mendLine(false)
      if (laptop.speaksAsTheHub()) laptop.start()
      else laptop.update(PROTOCOL)
      laptop.signIn()
    }
    await settled()
    const healedAtMs = this.time.now()
    await this.goOnUntil(healedAtMs + PROGRESS_MS, () => false)
    this.check()
    this.seats.forEach(({ work }, index) => this.hasMovedOn(work.laptop, index, headAtHealing))
    await this.goOnUntil(healedAtMs + QUIET_DOWN_MS, () => this.isAtRest())
    for (let count = 0; count < LAST_WORDS; count += 1) await this.everybodyHears()
  }

  /** All are connected and nobody has anything to do: a single change arrives within seconds, not with the next timer. */
  private async everybodyHears(): Promise<void> {
    await this.administration.announceSomething()
    await settled()
    const { lastSeq } = this.hub.store.state()
    await this.goOnUntil(this.time.now() + HEARD_MS, () => false)
    for (const { work } of this.seats) {
      const here = Number(work.laptop.disk.look().state.get('upToSeq') ?? 0)
      if (here < lastSeq)
        throw new Broken('whoever is connected hears of a change within seconds', { here, lastSeq })
    }
  }

  private async goOnUntil(untilMs: number, isOver: () => boolean): Promise<void> {
    for (let count = 0; await this.time.step(untilMs); count += 1) {
      this.rethrow()
      if (count % 20 === 0 && isOver()) return
    }
  }

  /** Liveness: it stands where the hub stood, and nothing that could leave is still here. */
  private hasMovedOn(laptop: Laptop, index: number, head: number): void {
    const { state, outbox } = laptop.disk.look()
    const { epoch } = this.hub.store.state()
    const nowMs = laptop.nowMs()
    const here = Number(state.get('upToSeq') ?? -1)
    const isCurrent = state.get('epoch') === epoch && state.get('cursor') !== undefined && here >= head
    const isWaiting = (each: { state: string; nextAttemptAtMs: number }): boolean =>
      each.state === 'parked' || each.nextAttemptAtMs > nowMs
    const stuck = [...outbox.values()].filter(
      entry => !isWaiting(entry) && !entry.isQuiet && !this.waitsBehind(laptop, entry.seq, isWaiting),
    )
    if (!isCurrent || stuck.length > 0)
      throw new Broken('every laptop has moved on 30 seconds after the last fault', {
        laptop: index,
        here,
        head,
        epoch: state.get('epoch'),
        hub: epoch,
        isFilled: state.get('cursor') !== undefined,
        stuck: stuck.map(({ name, state: now, attempts }) => ({ name, state: now, attempts })),
      })
  }

  private waitsBehind(
    laptop: Laptop,
    seq: number,
    isWaiting: (entry: { state: string; nextAttemptAtMs: number }) => boolean,
  ): boolean {
    return [...laptop.disk.look().outbox.values()].some(entry => entry.seq < seq && isWaiting(entry))
  }

  private isAtRest(): boolean {
    const { lastSeq, epoch } = this.hub.store.state()
    return this.seats.every(({ work }) => {
      const { outbox, state } = work.laptop.disk.look()
      const isParked = ({ state: now }: { readonly state: string }): boolean => now === 'parked'
      const isSent = [...outbox.values()].every(
        entry => isParked(entry) || this.waitsBehind(work.laptop, entry.seq, isParked),
      )
      const isHere = Number(state.get('upToSeq') ?? -1) >= lastSeq && state.get('cursor') !== undefined
      return isSent && isHere && state.get('epoch') === epoch
    })
  }

  private checkEnd(): void {
    const hub = this.hub.store.state()
    this.check()
    messagesAreNumbered(hub)
    issuesAreCounted(hub)
    updatesAreCounted(hub)
    this.administration.nothingHasComeBack()
    feedIsWhole(hub)
    nobodyIsMergedInCircles(hub)
    this.administration.strangersAreKept()
    for (const { work } of this.seats) {
      const { laptop, ledger } = work
      const disk = laptop.disk.look()
      const isParked = ({ state }: { state: string }): boolean => state === 'parked'
      const waiting = [...disk.outbox.values()].filter(entry => !isParked(entry))
      // Later work on the same field waits until the agent has decided about the parked one.
      const stuck = waiting.filter(({ seq }) => !this.waitsBehind(laptop, seq, isParked))
      if (stuck.length > 0)
        throw new Broken(
          'everything comes to rest',
          stuck.map(({ name, state, attempts, nextAttemptAtMs }) => ({
            name,
            state,
            attempts,
            nextAttemptAtMs,
          })),
        )
      laptopEqualsHub(disk, hub, laptop)
      departuresAreHeld(disk)
      nothingIsKeptOfGone(disk, hub)
      if (waiting.length === 0) ledger.checkSettled(disk, hub)
      for (const entry of disk.done.values()) this.done[entry.name] = (this.done[entry.name] ?? 0) + 1
    }
  }

  private report(): HistoryReport {
    const sum = (of: (seat: Seat) => number): number => this.seats.map(of).reduce((a, b) => a + b, 0)
    const parkedOf = ({ work }: Seat): number =>
      [...work.laptop.disk.look().outbox.values()].filter(({ state }) => state === 'parked').length
    return {
      intents: sum(({ work }) => work.ledger.count),
      parked: sum(parkedOf),
      crashes: sum(({ work }) => work.laptop.crashes),
      restores: this.administration.restores,
      messages: this.hub.store.state().rows.get('messages')?.size ?? 0,
      done: this.done,
    }
  }
}
