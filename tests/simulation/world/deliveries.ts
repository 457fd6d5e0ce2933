import type { Random } from '../../../shared/clock.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import type { MutationInput } from '../../../shared/mutations/index.ts'
import type { HubState } from '../stores/map-hub-state.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'
import { Broken } from './broken.ts'
import { pick } from './choices.ts'

/** What channels say of what went out, the least sure first. */
const OUTCOMES = ['unknown', 'accepted', 'delivered', 'bounced'] as const
export type Outcome = (typeof OUTCOMES)[number]

const messageOf = ({ rows }: HubState, id: string): Row<'messages'> | null =>
  (rows.get('messages')?.get(id) as Row<'messages'> | undefined) ?? null

/** News of some message that went out: late, twice and in any order, as carriers send it. */
export function nextNews(
  state: HubState,
  random: Random,
  nowMs: number,
): MutationInput<'message.track'> | null {
  const out = [...(state.rows.get('messages')?.values() ?? [])].filter(row => row['direction'] === 'out')
  // What was written last is what news comes of most.
  const message = random() < 0.6 ? out.at(-1) : pick(random, out)
  const delivery = pick(random, OUTCOMES)
  if (!message || !delivery) return null
  return { messageId: message.id, delivery, atMs: Math.max(0, Math.round(nowMs)), code: null }
}

const steps = new Map<string, number>(OUTCOMES.map((outcome, index) => [outcome, index]))
/** Before anything was heard of it. */
const NOTHING_HEARD = -1
const stepOf = (delivery: string): number => steps.get(delivery) ?? NOTHING_HEARD

/** What the hub knows of a message after news of it. */
export type Heard = { readonly before: Row<'messages'> | null; readonly delivery: Outcome }

/** News is taken when it is surer than what is known, and never takes a message back a step. */
export function newsIsTaken(state: HubState, messageId: string, { before, delivery }: Heard): void {
  const after = messageOf(state, messageId)
  if (!before || !after) return
  const wanted = stepOf(delivery) > stepOf(before.delivery) ? delivery : before.delivery
  if (after.delivery !== wanted)
    throw new Broken('news of a delivery never takes a message back', {
      before: before.delivery,
      delivery,
      after: after.delivery,
    })
  const isOver = after.delivery === 'delivered' || after.delivery === 'bounced'
  if (isOver !== (after.deliveredAtMs !== null))
    throw new Broken('what has arrived or come back has its time, and nothing else has', {
      delivery: after.delivery,
      deliveredAtMs: after.deliveredAtMs,
    })
}

export const beforeNews = (state: HubState, messageId: string): Row<'messages'> | null => {
  const found = messageOf(state, messageId)
  return found && { ...found }
}

/** What a laptop takes for unsent no hub has heard of: it could be taken back after it was done. */
export function unsentIsUnknown(disk: LaptopDisk, hub: HubState, clientId: string): void {
  for (const { mutationId, name, wasSent } of disk.outbox.values())
    if (!wasSent && hub.receipts.has(`${clientId}:${mutationId}`))
      throw new Broken('what counts as unsent has never left', { name, mutationId })
}

/** Requests of agents to send a message again, as the hub took them: by the events that tell of them. */
function asksOf(hub: HubState): ReadonlyMap<string, readonly string[]> {
  const asks = [...(hub.rows.get('events')?.values() ?? [])].filter(
    ({ type }) => type === 'message.sent-again',
  )
  const messageOf = ({ facts }: Readonly<Record<string, unknown>>): string =>
    String((facts as Row<'events'>['facts'])['messageId'])
  return new Map([...Map.groupBy(asks, messageOf)].map(([id, rows]) => [id, rows.map(row => String(row.id))]))
}

/** What the backup would hand out, or has in doubt: its channel may have taken it since. */
const IS_OPEN: ReadonlySet<unknown> = new Set([undefined, 'queued', 'unknown'])

/** What channels were handed, and what former histories of the hub may have handed to them before they were lost. */
export class Handed {
  readonly #lost = new Set<string>()
  /** Requests of histories that are over: they ask for nothing any more. */
  readonly #spent = new Set<string>()
  /** How often each message was asked for when it was last looked at, and how it stood. */
  readonly #looked = new Map<string, { readonly asked: number; readonly delivery: unknown }>()
  #seq = -1

  /** The hub is back at an earlier moment: what it had taken since, or held for a channel, may have gone out. */
  restored(lost: HubState, backup: HubState): void {
    for (const row of lost.rows.get('messages')?.values() ?? [])
      if (row['direction'] === 'out' && row['delivery'] !== 'none')
        if (IS_OPEN.has(messageOf(backup, row.id)?.delivery)) this.#lost.add(row.id)
    for (const asks of asksOf(lost).values()) for (const id of asks) this.#spent.add(id)
    this.#looked.clear()
    this.#seq = -1
  }

  /** Channels take what is queued. */
  check(hub: HubState): void {
    if (hub.lastSeq === this.#seq) return
    this.#seq = hub.lastSeq
    const asks = asksOf(hub)
    for (const messageId of this.#lost)
      if (messageOf(hub, messageId)?.delivery === 'queued' && !this.#isAsked(asks.get(messageId)))
        throw new Broken('what may have left is not sent again unasked', { messageId })
    for (const { id, delivery } of hub.rows.get('messages')?.values() ?? [])
      this.#look(id, { delivery, asks })
  }

  #isAsked(asks: readonly string[] = []): boolean {
    return asks.some(id => !this.#spent.has(id))
  }

  #look(
    messageId: string,
    { delivery, asks }: { readonly delivery: unknown; readonly asks: ReadonlyMap<string, readonly string[]> },
  ): void {
    const before = this.#looked.get(messageId)
    const asked = asks.get(messageId)?.length ?? 0
    this.#looked.set(messageId, { asked, delivery })
    const leavesAgain = delivery === 'queued' && before !== undefined && before.delivery !== 'queued'
    if (leavesAgain && asked === before.asked)
      throw new Broken('each request sends a message again once', { messageId, asked })
  }
}
