import { newId } from '../../../shared/domain/ids.ts'
import type { Random } from '../../../shared/clock.ts'
import type { Agent } from '../../../shared/domain/people.ts'
import {
  applyAsHub,
  changeAgent,
  changeScopePolicy,
  deleteTicket,
  eraseCustomer,
  newEpoch,
  purgeTombstones,
  stageRows,
} from '../../../server/sync/admin.ts'
import { aCustomer, aMessage, anAgent, aTeam, aThread, aTicket } from '../../support/builders.ts'
import { seededRandom } from '../../support/sample-row.ts'
import { copyHubState } from '../stores/map-hub-state.ts'
import type { HubState } from '../stores/map-hub-state.ts'
import { nextAct, pick } from './activity.ts'
import { feedIsWhole, laptopEqualsHub, messagesAreNumbered } from './convergence.ts'
import { mapDisk, sqliteDisk } from './disks.ts'
import { calm, weather } from './faults.ts'
import { SimulatedHub } from './hub.ts'
import { Broken, rowsAreBasePlusPending, shadowsStandUnderPendingWork, VersionWatch } from './invariants.ts'
import { Laptop } from './laptop.ts'
import { IntentLedger } from './ledger.ts'
import { Promises } from './promises.ts'
import { DeviceClock, settled, VirtualTime } from './virtual-time.ts'

export type HistoryOptions = {
  readonly seed: number
  readonly steps: number
  /** Laptops on real SQLite files instead of maps. */
  readonly onSqlite?: boolean
  /** A protection taken out on purpose: the history has to notice. */
  readonly sabotage?: 'no-receipts' | 'not-durable'
}
export type HistoryReport = {
  readonly intents: number
  readonly parked: number
  readonly crashes: number
  readonly restores: number
  readonly messages: number
}

const HOUR_MS = 3_600_000
const QUIET_DOWN_MS = 3 * HOUR_MS
const LOOKS_MS = 5 * 60_000
/** Undo window of a reply. */
const HOLD_MS = 10_000

type Step = () => void | Promise<void>

/** One seeded history: agents on several laptops, a hub, and everything that goes wrong between them. */
export class History {
  private readonly random: Random
  private readonly time: VirtualTime
  private readonly hub: SimulatedHub
  private readonly hubClock: DeviceClock
  private readonly laptops: Laptop[] = []
  private readonly promises: Promises
  private readonly watches: VersionWatch[] = []
  private readonly ledger = new IntentLedger()
  private readonly drafts = new Map<string, { laptop: number; body: string }>()
  private readonly teams = [aTeam({ name: 'One' }), aTeam({ name: 'Two' })]
  private readonly agents: Agent[]
  private backup: HubState | null = null
  private defect: Error | null = null
  private crashes = 0
  private restores = 0
  private epochs = 1

  private readonly options: HistoryOptions

  constructor(options: HistoryOptions) {
    this.options = options
    this.random = seededRandom(options.seed)
    this.time = new VirtualTime(this.random)
    this.hubClock = new DeviceClock(this.time, 0)
    const workspaceId = newId(this.time.now(), this.random)
    this.hub = new SimulatedHub({ workspaceId, clock: this.hubClock, random: this.random, faults: calm })
    const { hub, hubClock } = this
    this.promises = new Promises({ seed: options.seed, hub, now: () => hubClock.now() })
    this.agents = [0, 1].map(index =>
      anAgent({ id: this.id(), name: `Agent ${index}`, teamIds: [this.teams[index]?.id ?? ''] }),
    )
  }

  async run(): Promise<HistoryReport> {
    await this.seed()
    for (let count = 0; count < this.options.steps; count += 1) {
      await this.oneStep()
      this.check()
    }
    await this.settle()
    this.checkEnd()
    const parked = this.laptops
      .flatMap(laptop => [...laptop.disk.look().outbox.values()])
      .filter(entry => entry.state === 'parked')
    const messages = this.hub.store.state().rows.get('messages')?.size ?? 0
    return {
      intents: this.ledger.count(),
      parked: parked.length,
      crashes: this.crashes,
      restores: this.restores,
      messages,
    }
  }

  close(): void {
    for (const laptop of this.laptops) laptop.disk.close()
  }

  private id(): string {
    return newId(this.time.now(), this.random)
  }

  private deps() {
    return this.hub.deps()
  }

  private async seed(): Promise<void> {
    const { random, hub } = this
    const base = [
      ...this.teams.map(row => ({ table: 'teams' as const, row })),
      ...this.agents.map(row => ({ table: 'agents' as const, row })),
    ]
    const units = Array.from({ length: 4 }, () => {
      const customer = aCustomer({ id: this.id() })
      const ticket = aTicket({ id: this.id(), customerId: customer.id, number: null, lastMessageSeq: 1 })
      const ids = { ticketId: ticket.id, customerId: customer.id }
      const thread = aThread({
        id: this.id(),
        ...ids,
        teamId: pick(random, [...this.teams.map(team => team.id), null]) ?? null,
      })
      return [
        { table: 'customers' as const, row: customer },
        { table: 'tickets' as const, row: ticket },
        { table: 'threads' as const, row: thread },
        { table: 'messages' as const, row: aMessage({ id: this.id(), ...ids, seq: 1 }) },
      ]
    })
    await stageRows(this.deps(), hub.workspaceId, [base, ...units])
    await this.promises.edit()
    if (random() < 0.6) await changeScopePolicy(this.deps(), hub.workspaceId, 'teams')
    const faults = weather(random)
    hub.keepsReceipts = this.options.sabotage !== 'no-receipts'
    hub.faults = faults
    for (let index = 0; index < 3; index += 1) {
      // The third laptop is a second device of the first agent.
      const agent = this.agents[index % 2] as Agent
      const disk = this.options.onSqlite ? sqliteDisk() : mapDisk(this.options.sabotage !== 'not-durable')
      this.laptops.push(
        new Laptop({
          time: this.time,
          random,
          hub,
          agent,
          faults,
          disk,
          onDefect: error => (this.defect ??= error instanceof Error ? error : new Error(String(error))),
        }),
      )
      this.watches.push(new VersionWatch())
    }
  }

  private async oneStep(): Promise<void> {
    const { random } = this
    const laptopIndex = Math.floor(random() * this.laptops.length)
    const laptop = this.laptops[laptopIndex] as Laptop
    const roll = random()
    const step: Step =
      roll < 0.27
        ? () => this.act(laptopIndex)
        : roll < 0.3
          ? () => this.undo(laptopIndex)
          : roll < 0.36
            ? () => this.writeDraft(laptopIndex)
            : roll < 0.4
              ? () => this.decide(laptopIndex)
              : roll < 0.44
                ? () => this.turn(laptopIndex)
                : roll < 0.48
                  ? () => this.cable(laptop)
                  : roll < 0.54
                    ? () => this.customerWrites()
                    : roll < 0.56
                      ? () => this.administrate()
                      : roll < 0.57
                        ? () => this.restore()
                        : roll < 0.58
                          ? () => laptop.jumpClock((random() - 0.5) * 20 * 365 * 24 * HOUR_MS)
                          : () => this.pass()
    await step()
    await this.promises.step()
    await settled()
    if (this.defect) throw this.defect
  }

  /** Time goes on: a few events happen. */
  private async pass(): Promise<void> {
    const many = 1 + Math.floor(this.random() * 8)
    for (let count = 0; count < many; count += 1) if (!(await this.time.step(Infinity))) return
  }

  private act(index: number): void {
    const laptop = this.laptops[index] as Laptop
    if (!laptop.isOn()) return
    const disk = laptop.disk.look()
    const desk = {
      disk,
      agentId: laptop.agentId,
      clientId: laptop.clientId,
      nowMs: Math.max(0, laptop.nowMs()),
      random: this.random,
      teamIds: this.teams.map(team => team.id),
      agentIds: this.agents.map(agent => agent.id),
    }
    const intents = nextAct(desk)
    if (intents.length === 0) return
    const isReply = intents.some(intent => intent.name === 'ticket.reply')
    const acted = laptop.act(intents, isReply && this.random() < 0.5 ? HOLD_MS : 0)
    if ('refused' in acted) return
    acted.ids.forEach((mutationId, place) => {
      const name = intents[place]?.name ?? ''
      this.ledger.give({ clientId: laptop.clientId, laptop: index, mutationId, name, atMs: laptop.nowMs() })
    })
  }

  /** The agent takes something back that was done here, whatever has become of it. */
  private undo(index: number): void {
    const laptop = this.laptops[index] as Laptop
    if (!laptop.isOn()) return
    const { outbox, done } = laptop.disk.look()
    const entry = pick(
      this.random,
      [...outbox.values(), ...done.values()].filter(each => !each.isQuiet),
    )
    const parked = new Set(
      [...outbox.values()].flatMap(each => (each.state === 'parked' ? each.mutationId : [])),
    )
    const undone = entry && laptop.undo(entry.mutationId)
    if (!undone) return
    const left = laptop.disk.look()
    for (const mutationId of undone.takenBack) {
      // One of several edits that became one intent: the intent goes on.
      if (left.outbox.has(mutationId)) continue
      if (parked.has(mutationId)) this.ledger.settle(mutationId)
      else this.ledger.takeBack(laptop.clientId, mutationId)
    }
    for (const mutationId of undone.inverses)
      this.ledger.give({
        clientId: laptop.clientId,
        laptop: index,
        mutationId,
        name: 'undo',
        atMs: laptop.nowMs(),
      })
    for (const { ticketId, draftId } of undone.words) {
      const body = left.rows.get('drafts')?.get(draftId)?.row['body']
      if (this.drafts.has(`${index}:${ticketId}`) && typeof body === 'string')
        this.drafts.set(`${index}:${ticketId}`, { laptop: index, body })
    }
  }

  private writeDraft(index: number): void {
    const laptop = this.laptops[index] as Laptop
    const disk = laptop.disk.look()
    const ticketId = pick(this.random, [...(disk.rows.get('tickets')?.keys() ?? [])])
    if (!ticketId || !laptop.isOn()) return
    const key = `${index}:${ticketId}`
    const known = [...(disk.rows.get('drafts')?.values() ?? [])].find(
      ({ row }) => row['ticketId'] === ticketId && row['clientId'] === laptop.clientId,
    )
    const draftId = typeof known?.row['id'] === 'string' ? known.row['id'] : this.id()
    const body = `draft ${this.random()}`
    const args = {
      draftId,
      clientId: laptop.clientId,
      ticketId,
      mode: 'reply',
      body,
      to: null,
      cc: null,
      seenUpToSeq: 0,
    }
    const acted = laptop.act([{ name: 'draft.save', args }])
    if ('ids' in acted) this.drafts.set(key, { laptop: index, body })
  }

  /** The agent clears something under Needs attention. */
  private decide(index: number): void {
    const laptop = this.laptops[index] as Laptop
    if (!laptop.isOn()) return
    const before = laptop.disk.look()
    const parked = pick(
      this.random,
      [...before.outbox.values()].filter(entry => entry.state === 'parked'),
    )
    if (!parked) return
    const members = [...before.outbox.values()].filter(
      entry =>
        entry.mutationId === parked.mutationId ||
        (parked.groupId !== null && entry.groupId === parked.groupId),
    )
    const places = new Map(members.map(entry => [entry.seq, entry.mutationId]))
    const action = pick(this.random, ['retry', 'mine', 'theirs', 'discard'] as const) ?? 'mine'
    laptop.resolve([parked.mutationId], action)
    const after = new Map([...laptop.disk.look().outbox.values()].map(entry => [entry.seq, entry.mutationId]))
    for (const [seq, mutationId] of places) {
      const renamed = after.get(seq)
      if (renamed) this.ledger.rename(mutationId, renamed)
      else this.ledger.settle(mutationId)
    }
  }

  private turn(index: number): void {
    const laptop = this.laptops[index] as Laptop
    if (!laptop.isOn()) {
      laptop.start()
      return
    }
    const losesPower = this.random() < 0.4
    laptop.crash(losesPower)
    if (losesPower) this.watches[index]?.forget()
    this.crashes += 1
    if (this.random() < 0.7) laptop.start()
  }

  private cable(laptop: Laptop): void {
    laptop.line.isCut = !laptop.line.isCut
    if (!laptop.line.isCut && this.random() < 0.5) laptop.wake()
  }

  private async customerWrites(): Promise<void> {
    const ticketId = pick(this.random, [...(this.hub.store.state().rows.get('tickets')?.keys() ?? [])])
    if (!ticketId) return
    const args = {
      messageId: this.id(),
      ticketId,
      channel: 'email' as const,
      from: null,
      to: [],
      cc: [],
      bodyText: `from the customer ${this.random()}`,
      bodyHtml: null,
      mailId: null,
      receivedAtMs: this.hubClock.now(),
      attachments: [],
    }
    await applyAsHub(this.deps(), this.hub.workspaceId, [
      { name: 'ticket.receive', args, mutationId: this.id() },
    ])
  }

  private async administrate(): Promise<void> {
    const { random, hub } = this
    const state = hub.store.state()
    const roll = random()
    const ticketId = pick(random, [...(state.rows.get('tickets')?.keys() ?? [])])
    const customerId = pick(random, [...(state.rows.get('customers')?.keys() ?? [])])
    if (roll < 0.25) {
      const agent = pick(random, this.agents)
      const teamIds = this.teams.filter(() => random() < 0.5).map(team => team.id)
      if (agent) await changeAgent(this.deps(), hub.workspaceId, { id: agent.id, teamIds })
    } else if (roll < 0.45) {
      const policy = state.scopePolicy === 'teams' && random() < 0.5 ? 'everything' : 'teams'
      await changeScopePolicy(this.deps(), hub.workspaceId, policy)
    } else if (roll < 0.65 && ticketId) await deleteTicket(this.deps(), hub.workspaceId, ticketId)
    else if (roll < 0.72 && customerId) await this.erase(customerId)
    else if (roll < 0.8) await purgeTombstones(this.deps(), hub.workspaceId, this.hubClock.now() - HOUR_MS)
    else this.backup = copyHubState(state)
  }

  private async erase(customerId: string): Promise<void> {
    const tickets = [...(this.hub.store.state().rows.get('tickets')?.values() ?? [])].filter(
      row => row['customerId'] === customerId,
    )
    // Erasing a person is the one thing that may take words away: customer data goes.
    for (const { id } of tickets)
      for (const key of this.drafts.keys()) if (key.endsWith(id)) this.drafts.delete(key)
    await eraseCustomer(this.deps(), this.hub.workspaceId, customerId)
  }

  /** The hub comes back from a backup that is older than what laptops know. */
  private async restore(): Promise<void> {
    if (!this.backup) return
    this.epochs += 1
    this.restores += 1
    this.hub.store.replace(copyHubState(this.backup))
    await newEpoch(this.deps(), this.hub.workspaceId, `epoch-${this.epochs}`)
  }

  private check(): void {
    this.laptops.forEach((laptop, index) => {
      const disk = laptop.disk.look()
      const agent = (disk.rows.get('agents')?.get(laptop.agentId)?.row ??
        this.agents.find(each => each.id === laptop.agentId)) as Agent
      rowsAreBasePlusPending(disk, agent)
      shadowsStandUnderPendingWork(disk)
      this.watches[index]?.check(disk)
      this.ledger.check(index, disk, this.hub.store.state())
      const nowMs = laptop.hasJumped ? null : laptop.nowMs()
      this.ledger.checkHeld(disk, { hub: this.hub.store.state(), nowMs })
      this.draftsAreThere(index, laptop)
    })
    feedIsWhole(this.hub.store.state())
  }

  private draftsAreThere(index: number, laptop: Laptop): void {
    // What a restored hub has lost comes again from the backup horizon; a clock that jumped over years has left it.
    if (this.restores > 0 && laptop.hasJumped) return
    const bodies = new Set(
      [...(laptop.disk.look().rows.get('drafts')?.values() ?? [])].map(({ row }) => row['body']),
    )
    for (const [key, draft] of this.drafts) {
      if (draft.laptop === index && !bodies.has(draft.body))
        throw new Broken('drafts never vanish', { key, draft })
    }
  }

  /** Everything heals; then all must come to rest within the time given. */
  private async settle(): Promise<void> {
    this.hub.faults = calm
    for (const laptop of this.laptops) {
      laptop.line.isCut = false
      laptop.line.faults = calm
      laptop.start()
      laptop.wake()
    }
    await settled()
    const startedAtMs = this.time.now()
    for (let count = 0; await this.time.step(startedAtMs + QUIET_DOWN_MS); count += 1) {
      if (this.defect) throw this.defect
      // Rights that changed are noticed with the next look, not by a number: give every laptop a few looks.
      const hasLooked = this.time.now() > startedAtMs + LOOKS_MS
      if (hasLooked && count % 50 === 0 && this.isAtRest()) break
    }
  }

  private isAtRest(): boolean {
    const { lastSeq, epoch } = this.hub.store.state()
    return this.laptops.every(laptop => {
      const { outbox, state } = laptop.disk.look()
      const isSent = [...outbox.values()].every(entry => entry.state === 'parked')
      return (
        isSent &&
        state.get('epoch') === epoch &&
        Number(state.get('upToSeq') ?? -1) >= lastSeq &&
        state.get('cursor') !== undefined
      )
    })
  }

  private checkEnd(): void {
    const hub = this.hub.store.state()
    this.check()
    messagesAreNumbered(hub)
    this.laptops.forEach((laptop, index) => {
      const disk = laptop.disk.look()
      const stuck = [...disk.outbox.values()].filter(
        entry => entry.state !== 'parked' && !this.waitsBehindParked(disk, entry.seq),
      )
      if (stuck.length > 0)
        throw new Broken(
          'every run makes progress',
          stuck.map(({ name, state, attempts }) => ({ name, state, attempts })),
        )
      laptopEqualsHub(disk, hub, laptop)
      if (disk.outbox.size === stuck.length)
        this.ledger.checkSettled(index, disk, { hub, nowMs: laptop.nowMs() })
    })
  }

  /** Later work on the same field waits until the agent has decided about the parked one. */
  private waitsBehindParked(disk: ReturnType<Laptop['disk']['look']>, seq: number): boolean {
    return [...disk.outbox.values()].some(entry => entry.state === 'parked' && entry.seq < seq)
  }
}
