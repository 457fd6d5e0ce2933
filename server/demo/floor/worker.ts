import { newId } from '../../../shared/domain/ids.ts'
import type { Dice } from '../../../shared/demo/dice.ts'
import type { Clock } from '../../../shared/clock.ts'
import { sleep } from '../../../shared/clock.ts'
import type { StatusReport } from '../../../shared/protocol/board.ts'
import type { FloorThread } from '../../db/queries/demo-floor.ts'
import type { HubLink, Intent } from './hub-link.ts'
import { pickReply } from './sayings.ts'

export type WorkerDeps = {
  readonly link: HubLink
  readonly clock: Clock
  readonly dice: Dice
  readonly signal: AbortSignal
  readonly findWork: (agentId: string, teamIds: readonly string[]) => Promise<readonly FloorThread[]>
  /** Goes offline now and then with work that has not left. */
  readonly losesNetwork: boolean
}

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/** One agent at work: looks at a ticket, writes, sends, takes, solves; now and then a call or lunch. */
export class Worker {
  readonly #deps: WorkerDeps
  /** What could not leave while there was no network. */
  #unsent: { readonly ticketId: string; readonly intents: readonly Intent[] }[] = []
  #oldestUnsentAtMs: number | null = null
  #status: StatusReport | null = null

  constructor(deps: WorkerDeps) {
    this.#deps = deps
  }

  async run(): Promise<void> {
    const { link, signal, dice, losesNetwork } = this.#deps
    for (let round = 1; !signal.aborted; round += 1) {
      // A hub that restarts is back in a moment; the day goes on.
      await this.#round(losesNetwork && round % 4 === 0).catch(() => link.disconnect())
      await this.#pause(dice.whole(6, 18) * SECOND_MS)
    }
    link.disconnect()
  }

  async #round(isLosingNetwork: boolean): Promise<void> {
    const { link, dice } = this.#deps
    if (!link.isConnected) await link.connect()
    this.#chooseStatus()
    this.#report()
    if (isLosingNetwork) return this.#workOffline()
    if (this.#status !== null) return
    const thread = await this.#choose()
    if (!thread) return
    link.tell({ kind: 'viewing', ticketId: thread.ticketId, doing: 'viewing' })
    await this.#pause(dice.whole(2, 6) * SECOND_MS)
    link.tell({ kind: 'viewing', ticketId: thread.ticketId, doing: 'typing' })
    await this.#pause(dice.whole(3, 8) * SECOND_MS)
    await link.push(await this.#intentsFor(thread))
    link.tell({ kind: 'viewing', ticketId: null, doing: 'viewing' })
  }

  async #choose(): Promise<FloorThread | null> {
    const { link, dice, findWork } = this.#deps
    const { id, teamIds } = await link.agent()
    const found = await findWork(id, teamIds)
    return found.length === 0 ? null : dice.pick(found.slice(0, 8))
  }

  /** Writes a few answers that stay on the laptop, tells how many, and is gone for some minutes. */
  async #workOffline(): Promise<void> {
    const { link, dice, clock } = this.#deps
    for (let count = dice.whole(2, 4); count > 0; count -= 1) {
      const thread = await this.#choose()
      if (!thread) break
      this.#unsent.push({ ticketId: thread.ticketId, intents: await this.#intentsFor(thread) })
      this.#oldestUnsentAtMs ??= clock.now()
      this.#report()
    }
    // The last report must have left before the cable is pulled.
    await this.#pause(2 * SECOND_MS)
    link.disconnect()
    await this.#pause(dice.whole(3, 6) * MINUTE_MS)
    if (this.#deps.signal.aborted) return
    await link.connect()
    for (const { intents } of this.#unsent.splice(0)) await link.push(intents)
    this.#oldestUnsentAtMs = null
    this.#report()
  }

  async #intentsFor(thread: FloorThread): Promise<readonly Intent[]> {
    const { link, dice, clock } = this.#deps
    const { id: agentId } = await link.agent()
    const { threadId, ticketId, assigneeId, lastMessageSeq: seenUpToSeq } = thread
    const take = { name: 'thread.take', args: { threadId, agentId, seen: assigneeId } }
    const taking = assigneeId === agentId ? [] : [take]
    const made = (): string => newId(clock.now(), dice.random)
    if (dice.chance(0.15)) {
      const args = { noteId: made(), ticketId, threadId, body: 'Called back, nobody there.', attachments: [] }
      return [...taking, { name: 'note.add', args }]
    }
    const reply = {
      name: 'ticket.reply',
      args: {
        messageId: made(),
        ticketId,
        threadId,
        channel: 'email',
        to: [{ name: null, address: thread.address ?? 'customer@example.com' }],
        cc: [],
        bodyText: pickReply(dice, thread.language),
        bodyHtml: null,
        attachments: [],
        seenUpToSeq,
        confirmed: false,
      },
    }
    const state = dice.weighted({ pending: 5, solved: 4, open: 1 })
    const setting =
      state === 'open'
        ? []
        : [{ name: 'thread.setState', args: { threadId, state, seen: thread.state, seenUpToSeq } }]
    return [...taking, reply, ...setting]
  }

  #chooseStatus(): void {
    const { dice, clock } = this.#deps
    if (this.#status && (this.#status.untilMs ?? 0) > clock.now()) return
    const setAtMs = clock.now()
    const state = dice.weighted({ none: 14, 'on-call': 2, lunch: 1 })
    const untilMs = setAtMs + (state === 'lunch' ? 20 : dice.whole(1, 3)) * MINUTE_MS
    this.#status = state === 'none' ? null : { state, untilMs, setAtMs }
  }

  #report(): void {
    const { link, clock } = this.#deps
    const intents = this.#unsent.flatMap(each => each.intents)
    const replies = intents.filter(({ name }) => name === 'ticket.reply').length
    const ticketIds = [...new Set(this.#unsent.map(({ ticketId }) => ticketId))]
    const claimedTicketIds = ticketIds.filter(id =>
      this.#unsent.some(
        each => each.ticketId === id && each.intents.some(({ name }) => name === 'thread.take'),
      ),
    )
    link.report({
      unsent: intents.length,
      oldestUnsentAtMs: this.#oldestUnsentAtMs,
      unsentReplies: replies,
      unsentTickets: ticketIds.length,
      claimed: claimedTicketIds.length,
      unsentTicketIds: ticketIds,
      claimedTicketIds,
      status: this.#status ?? { state: 'available', untilMs: null, setAtMs: clock.now() },
    })
  }

  /** Waits, but not beyond the end of the day. */
  async #pause(ms: number): Promise<void> {
    const { clock, signal } = this.#deps
    const end = clock.now() + ms
    while (!signal.aborted && clock.now() < end)
      await sleep(clock, Math.min(500, Math.max(1, end - clock.now())))
  }
}
