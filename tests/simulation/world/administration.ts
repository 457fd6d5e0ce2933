import type { Random } from '../../../shared/clock.ts'
import { randomFor } from '../../../shared/demo/seeded-random.ts'
import { newId } from '../../../shared/domain/ids.ts'
import type { Agent, Team } from '../../../shared/domain/people.ts'
import { ROLES } from '../../../shared/domain/values.ts'
import type { Channel } from '../../../shared/domain/values.ts'
import {
  applyAsHub,
  changeAgent,
  changeScope,
  changeScopePolicy,
  deleteTicket,
  eraseCustomer,
  newEpoch,
  purgeTombstones,
  stageRows,
  sweepScope,
} from '../../../server/sync/admin.ts'
import { tellRest } from '../../../server/issues/tell-rest.ts'
import type { TableRow } from '../../../server/sync/store.ts'
import {
  aCalendar,
  aCustomer,
  aKnownIssue,
  aMessage,
  aCharge,
  anApproval,
  anOrder,
  someLoyalty,
  aPolicy,
  aTarget,
  aThread,
  aTicket,
} from '../../support/builders.ts'
import { anUnplacedPost, aPublicPost } from '../../support/relation-builders.ts'
import { copyHubState } from '../stores/map-hub-state.ts'
import type { HubState } from '../stores/map-hub-state.ts'
import { formerRows } from '../stores/map-hub-reader.ts'
import { Broken } from './broken.ts'
import { pick } from './choices.ts'
import { firstGuide } from './diagnosis-acts.ts'
import { beforeNews, Handed, newsIsTaken, nextNews } from './deliveries.ts'
import { judged, nothingIsLeftOf } from './erasure.ts'
import { samePerson } from './holding.ts'
import type { SimulatedHub } from './hub.ts'
import type { HubLimit } from './limits.ts'

const KINDS = ['service', 'support'] as const
/** How far back the hub remembers what was removed, at most: a laptop is away for longer now and then. */
const MEMORY_MS = 600_000

/** Of a release to come. */
const STRANGE_CHANNEL: string = 'hologram'

export type AdministrationDeps = {
  readonly hub: SimulatedHub
  readonly random: Random
  readonly now: () => number
  readonly teams: readonly Team[]
  readonly agents: readonly Agent[]
  readonly tell: (text: string) => void
  /** Customer data goes, and so may words about it. */
  readonly onErased: (customerId: string, ticketIds: ReadonlySet<string>) => void
}

function newestTicket({ log, rows, lastSeq }: HubState): string | null {
  for (let seq = lastSeq; seq > 0; seq -= 1) {
    const record = log[seq - 1]
    if (!record || record.kind === 'scope' || record.table !== 'tickets') continue
    if (rows.get('tickets')?.has(record.rowId)) return record.rowId
  }
  return null
}

/** Everything that changes the workspace beside its agents: customers, timers, administrators, backups. */
export class Administration {
  restores = 0
  readonly handed = new Handed()
  private readonly deps: AdministrationDeps
  private backup: HubState | null = null
  private epochs = 1
  private policies = 0
  private spoken = 0
  /** Tickets with a value nobody here knows: a newer release has brought them in. */
  private readonly strange = new Set<string>()
  /** Tickets of people who were erased, on the hub of that time. */
  private readonly erased = new Map<string, ReadonlySet<string>>()

  constructor(deps: AdministrationDeps) {
    this.deps = deps
  }

  private id(): string {
    return newId(this.deps.now(), this.deps.random)
  }

  /** Acts of the hub need a copy that is up. */
  private async acting(
    work: (deps: NonNullable<ReturnType<SimulatedHub['acting']>>) => Promise<unknown>,
  ): Promise<void> {
    const acting = this.deps.hub.acting()
    if (acting) await work(acting)
  }

  async seed(): Promise<void> {
    const { hub, teams, agents, random } = this.deps
    const base: TableRow[] = [
      ...teams.map(row => ({ table: 'teams' as const, row })),
      ...agents.map(row => ({ table: 'agents' as const, row })),
      ...['KE-1', 'KE-2'].map(code => ({
        table: 'knownIssues' as const,
        row: aKnownIssue({ id: this.id(), code }),
      })),
      { table: 'guides', row: firstGuide(this.id()) },
    ]
    const units = Array.from({ length: 4 }, () => this.someCustomer())
    await this.acting(deps => stageRows(deps, hub.workspaceId, [base, ...units]))
    await this.editPolicies()
    if (random() < 0.6) await this.acting(deps => changeScopePolicy(deps, hub.workspaceId, 'teams'))
  }

  private someCustomer(): TableRow[] {
    const customer = aCustomer({ id: this.id() })
    const isStrange = this.deps.random() < 0.1
    const channel = isStrange ? (STRANGE_CHANNEL as Channel) : 'email'
    const ticket = aTicket({
      id: this.id(),
      customerId: customer.id,
      number: null,
      channel,
      lastMessageSeq: 1,
    })
    if (isStrange) this.strange.add(ticket.id)
    const ids = { ticketId: ticket.id, customerId: customer.id }
    const teamId = pick(this.deps.random, [...this.deps.teams.map(team => team.id), null]) ?? null
    return [
      { table: 'customers', row: customer },
      { table: 'tickets', row: ticket },
      { table: 'threads', row: aThread({ id: this.id(), ...ids, teamId }) },
      { table: 'messages', row: aMessage({ id: this.id(), ...ids, seq: 1 }) },
      { table: 'orders', row: anOrder({ id: this.id(), customerId: customer.id }) },
      { table: 'charges', row: aCharge({ id: this.id(), customerId: customer.id }) },
      { table: 'publicPosts', row: aPublicPost({ id: this.id(), customerId: customer.id }) },
      { table: 'unplacedPosts', row: anUnplacedPost({ id: this.id() }) },
      {
        table: 'approvals',
        row: anApproval({ id: this.id(), customerId: customer.id, subjectId: this.id() }),
      },
      { table: 'loyaltyEntries', row: someLoyalty({ id: this.id(), customerId: customer.id }) },
    ]
  }

  async customerWrites(): Promise<void> {
    const { hub, random, now, tell } = this.deps
    const ticketId = pick(random, [...(hub.store.state().rows.get('tickets')?.keys() ?? [])])
    if (!ticketId) return
    tell(`a customer writes on ${ticketId}`)
    const args = {
      messageId: this.id(),
      ticketId,
      channel: 'email' as const,
      from: null,
      to: [],
      cc: [],
      bodyText: `from the customer ${random()}`,
      bodyHtml: null,
      mailId: null,
      receivedAtMs: Math.max(0, now()),
      attachments: [],
    }
    const mutationId = this.id()
    await this.acting(deps =>
      applyAsHub(deps, hub.workspaceId, [{ name: 'ticket.receive', args, mutationId }]),
    )
  }

  /** A bot files what it and a customer said, some of it for the second time; mostly a person is needed. */
  async botSpeaks(): Promise<void> {
    const { hub, now, tell } = this.deps
    // Chances of its own: what it does changes nothing of what else happens.
    this.spoken += 1
    const random = randomFor(this.spoken, `bot ${Math.round(now())}`)
    if (random() < 0.6) return
    const ticketId = pick(random, [...(hub.store.state().rows.get('tickets')?.keys() ?? [])])
    if (!ticketId) return
    tell(`a bot speaks on ${ticketId}`)
    const nowMs = Math.max(0, now())
    const known = [...(hub.store.state().rows.get('messages')?.values() ?? [])]
      .filter(row => row['ticketId'] === ticketId && row['authorKind'] === 'bot')
      .map(({ id }) => ({ id, by: 'bot' as const, text: 'Once more?', atMs: nowMs }))
    const fresh = (['bot', 'customer'] as const).map(by => ({
      id: newId(nowMs, random),
      by,
      text: `Does ${random()} light up?`,
      atMs: nowMs,
    }))
    const args = {
      ticketId,
      channel: 'chat' as const,
      from: null,
      lines: [...known, ...fresh.slice(0, random() < 0.3 ? 1 : 2)],
      takeover: random() < 0.8 ? { bot: 'Robin', reason: 'asked' as const, words: null } : null,
    }
    const mutationId = newId(nowMs, random)
    await this.acting(deps =>
      applyAsHub(deps, hub.workspaceId, [{ name: 'ticket.converse', args, mutationId }]),
    )
  }

  /** A carrier says what became of something that went out. */
  async carrierReports(): Promise<void> {
    const { hub, random, now, tell } = this.deps
    const args = nextNews(hub.store.state(), random, now())
    if (!args || random() < 0.3) return
    tell(`a carrier says that ${args.messageId} is ${args.delivery}`)
    const before = beforeNews(hub.store.state(), args.messageId)
    const mutationId = this.id()
    await this.acting(async deps => {
      await applyAsHub(deps, hub.workspaceId, [{ name: 'message.track', args, mutationId }])
      newsIsTaken(hub.store.state(), args.messageId, { before, delivery: args.delivery })
    })
  }

  /** A new version of both policies, with other limits, hours and pauses than before. */
  async editPolicies(): Promise<void> {
    const { hub, random, now, tell } = this.deps
    this.policies += 1
    tell(`version ${this.policies} of the service levels`)
    const nowMs = Math.max(0, now())
    const version = this.policies
    const calendar = aCalendar({ id: this.id(), key: 'desk', version, createdAtMs: nowMs })
    const target = (): ReturnType<typeof aTarget> =>
      aTarget({ calendarId: calendar.id, solveMinutes: 1 + Math.floor(random() * 5000) })
    const rows = KINDS.map(kind =>
      aPolicy({
        id: this.id(),
        kind,
        version,
        validFromMs: nowMs,
        targets: {
          urgent: target(),
          high: target(),
          normal: target(),
          low: random() < 0.5 ? target() : null,
        },
        pausesIn: random() < 0.5 ? ['pending', 'snoozed'] : ['pending'],
      }),
    )
    await this.acting(deps =>
      stageRows(deps, hub.workspaceId, [
        [{ table: 'calendars', row: calendar }, ...rows.map(row => ({ table: 'slaPolicies' as const, row }))],
      ]),
    )
  }

  /** The hub's timer starts clocks and records what ran out. */
  async timer(): Promise<void> {
    const { hub, random } = this.deps
    const threadIds = [...(hub.store.state().rows.get('threads')?.keys() ?? [])]
    for (const threadId of threadIds) {
      if (random() < 0.5) continue
      const name = random() < 0.5 ? 'thread.startClocks' : 'thread.recordBreach'
      const mutationId = this.id()
      await this.acting(deps => applyAsHub(deps, hub.workspaceId, [{ name, args: { threadId }, mutationId }]))
    }
  }

  /** The hub writes updates to those their authors did not; now and then it is stopped before the first. */
  async tellRest(): Promise<void> {
    const { hub, now, tell } = this.deps
    for (const row of Array.from(hub.store.state().rows.get('issueUpdates')?.values() ?? [])) {
      if (row['restState'] !== 'requested') continue
      tell(`the hub tells the rest of ${row.id}`)
      // Chances of its own: what it does changes nothing of what else happens.
      const random = randomFor(Math.round(now()), row.id)
      const signal = random() < 0.3 ? AbortSignal.abort() : new AbortController().signal
      await this.acting(deps =>
        tellRest({ ...deps, random, signal, readOwned: async () => [] }, hub.workspaceId, row.id),
      )
    }
  }

  async administer(): Promise<void> {
    const { hub, random, agents, teams, tell } = this.deps
    const { workspaceId } = hub
    const state = hub.store.state()
    const roll = random()
    const anyTicket = pick(random, [...(state.rows.get('tickets')?.keys() ?? [])])
    // What somebody is at work on goes as often as what nobody looks at.
    const ticketId = (random() < 0.5 ? newestTicket(state) : null) ?? anyTicket
    const customerId = pick(random, [...(state.rows.get('customers')?.keys() ?? [])])
    const agent = pick(random, agents)
    if (roll < 0.2 && agent) {
      const teamIds = teams.filter(() => random() < 0.5).map(team => team.id)
      tell(`${agent.name} is in ${teamIds.length} teams now`)
      await this.acting(deps => changeAgent(deps, workspaceId, { id: agent.id, teamIds }))
    } else if (roll < 0.26 && agent) {
      const role = pick(random, ROLES) ?? 'admin'
      tell(`${agent.name} is ${role} now`)
      await this.acting(deps => changeAgent(deps, workspaceId, { id: agent.id, role }))
    } else if (roll < 0.33 && agent) {
      const isActive = random() < 0.5
      tell(`${agent.name} is ${isActive ? 'let in' : 'shut out'}`)
      await this.acting(deps => changeAgent(deps, workspaceId, { id: agent.id, isActive }))
    } else if (roll < 0.48) {
      const policy = state.scopePolicy === 'teams' && random() < 0.5 ? 'everything' : 'teams'
      tell(`the scope policy is ${policy} now`)
      await this.acting(deps => changeScopePolicy(deps, workspaceId, policy))
    } else if (roll < 0.56 && ticketId) {
      tell(`ticket ${ticketId} is deleted`)
      await this.acting(deps => deleteTicket(deps, workspaceId, ticketId))
    } else if (roll < 0.61 && customerId) await this.erase(customerId)
    else if (roll < 0.87) await this.newcomer()
    else {
      tell('tombstones are forgotten')
      const beforeMs = this.deps.now() - random() * MEMORY_MS
      await this.acting(deps => purgeTombstones(deps, workspaceId, beforeMs))
    }
  }

  /** Somebody says how much laptops hold, days pass, or a customer of long ago is brought in. */
  async limit(what: HubLimit): Promise<void> {
    const { hub, random, now, teams, tell } = this.deps
    const { workspaceId } = hub
    if (what.kind === 'policy') {
      const { days: scopeDays, megabytes: scopeMegabytes } = what
      const scopeMayFetch = random() < 0.5 ? 'own' : 'any'
      const scopeAlsoTeamIds = teams.filter(() => random() < 0.2).map(({ id }) => id)
      tell(
        `laptops hold ${scopeDays ?? 'all'} days, ${scopeMegabytes ?? 'any'} MB; fetched may be ${scopeMayFetch}`,
      )
      const change = { scopeDays, scopeMegabytes, scopeMayFetch, scopeAlsoTeamIds } as const
      await this.acting(deps => changeScope(deps, workspaceId, change))
    } else if (what.kind === 'day') {
      tell(`the hub looks at ages, ${what.byMs / 86_400_000} days from now`)
      await this.acting(deps => {
        const { clock } = deps
        const later = { after: clock.after, now: () => clock.now() + what.byMs }
        return sweepScope({ ...deps, clock: later }, workspaceId)
      })
    } else {
      tell('a customer of long ago is brought in')
      const atMs = Math.max(0, Math.round(now() - what.ageMs))
      const unit = this.someCustomer().map(({ table, row }): TableRow => {
        if (table === 'customers') return { table, row: { ...row, createdAtMs: atMs } }
        return table === 'threads'
          ? { table, row: { ...row, state: 'solved', lastActivityAtMs: atMs } }
          : { table, row }
      })
      await this.acting(deps => stageRows(deps, workspaceId, [unit]))
    }
  }

  private async newcomer(): Promise<void> {
    this.deps.tell('a customer is brought in')
    const unit = this.someCustomer()
    await this.acting(deps => stageRows(deps, this.deps.hub.workspaceId, [unit]))
  }

  private async erase(customerId: string): Promise<void> {
    const { hub, onErased, tell } = this.deps
    const erased = [...samePerson(hub.store.state(), customerId)].map(id => {
      const tickets = [...(hub.store.state().rows.get('tickets')?.values() ?? [])]
      const own = tickets.flatMap(row => (row['customerId'] === id ? [row.id] : []))
      // What was begun on a ticket outlives the ticket, but not the person.
      const former = formerRows(hub.store.state(), [String(id)]).flatMap(ref =>
        ref.table === 'tickets' ? [ref.id] : [],
      )
      return { id: String(id), ticketIds: new Set([...own, ...former]) }
    })
    tell(`customer ${erased.map(({ id }) => id).join(' and ')} is erased`)
    for (const { id, ticketIds } of erased) {
      onErased(id, ticketIds)
      this.erased.set(id, ticketIds)
    }
    const isErased = (): void => {
      for (const { id, ticketIds } of erased) nothingIsLeftOf(hub.store.state(), id, ticketIds)
    }
    await this.acting(deps =>
      eraseCustomer({ ...deps, store: judged(deps.store, isErased) }, hub.workspaceId, customerId),
    )
  }

  /** Whatever arrived since: of whoever is erased on the hub as it is now, nothing has come back. */
  nothingHasComeBack(): void {
    const state = this.deps.hub.store.state()
    for (const [customerId, ticketIds] of this.erased)
      if (state.rowFeed.get(`customers:${customerId}`)?.kind === 'tombstone')
        nothingIsLeftOf(state, customerId, ticketIds)
  }

  /** One row changes, and nothing else: whoever is connected hears of it. */
  async announceSomething(): Promise<void> {
    const { hub } = this.deps
    const id = this.id()
    await this.acting(deps =>
      stageRows(deps, hub.workspaceId, [[{ table: 'knownIssues', row: aKnownIssue({ id, code: id }) }]]),
    )
  }

  /** A value this release does not know is kept as it came, whoever works on its row. */
  strangersAreKept(): void {
    for (const id of this.strange) {
      const ticket = this.deps.hub.store.state().rows.get('tickets')?.get(id)
      if (ticket && ticket['channel'] !== STRANGE_CHANNEL)
        throw new Broken('what a newer release wrote is never written back as something else', { id, ticket })
    }
  }

  takeBackup(): void {
    this.deps.tell('a backup is taken')
    this.backup = copyHubState(this.deps.hub.store.state())
  }

  /** The hub comes back from a backup that is older than what laptops know; its processes are new ones. */
  async restore(): Promise<void> {
    const { hub, tell } = this.deps
    if (!this.backup) return
    this.epochs += 1
    this.restores += 1
    tell('the hub is restored from its backup')
    for (const copy of hub.copies) copy.kill()
    this.handed.restored(hub.store.state(), this.backup)
    hub.store.replace(copyHubState(this.backup))
    const clock = { now: this.deps.now }
    await newEpoch({ store: hub.store, clock }, hub.workspaceId, `epoch-${this.epochs}`)
    for (const copy of hub.copies) copy.start()
  }

  /** At the end everybody is let in, so that the last word can be spoken. */
  async letEverybodyIn(): Promise<void> {
    const { hub, agents } = this.deps
    for (const { id } of agents)
      await this.acting(deps => changeAgent(deps, hub.workspaceId, { id, isActive: true }))
  }
}
