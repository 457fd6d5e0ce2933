import type { Dice } from '../../shared/demo/dice.ts'
import type { Channel, ThreadState, WorkKind } from '../../shared/domain/values.ts'
import type { AddedTicket, EventInput, ThreadInput } from './add-ticket.ts'
import { addTicket } from './add-ticket.ts'
import type { Belongings } from './commerce.ts'
import { converse, shifted } from './conversation.ts'
import type { Ending, Told } from './conversation.ts'
import { TOPICS } from './packs/pack.ts'
import type { TopicId } from './packs/pack.ts'
import type { Known } from './people/customers.ts'
import { addConsequences, matterOf, teamIdOf } from './subject-matter.ts'
import type { Matter, Stage } from './subject-matter.ts'
import { fitsAt, fitsEver, pickTopic, purchaseAt, purchasesFor, topics, windowOf } from './topics.ts'
import { wordingOf } from './wording.ts'
import { DAY_MS, MINUTE_MS } from './world.ts'
import { writingMoment } from './calendar.ts'

/** Solved tickets are closed for good after this. */
const CLOSES_AFTER_MS = 14 * DAY_MS

const CHANNELS: Readonly<Partial<Record<Channel, number>>> = {
  email: 58,
  chat: 17,
  phone: 10,
  web: 8,
  whatsapp: 4,
  'in-app': 2,
  'walk-in': 1,
}

export type Story = {
  readonly topic: TopicId
  readonly ending: Ending
  /** State of every thread; null: solved, or closed when it is long ago. */
  readonly state: ThreadState | null
  readonly assigneeId: string | null
  /** Another team than the topic's own. */
  readonly teamId?: string
  /** When the first message was written; the whole conversation is moved back if it would end in the future. */
  readonly atMs: number
  /** Instead of `atMs`: when the last message was written. */
  readonly lastMs?: number
  readonly thread?: Partial<ThreadInput>
}

const isUndelivered = (belongings: Belongings, atMs: number): boolean =>
  purchaseAt(topics['late-delivery'], belongings, atMs)?.order.deliveredAtMs === null

/** What a customer would write about right now. */
export const topicsAt = (stage: Stage, who: Known, atMs: number): readonly TopicId[] => {
  const belongings = stage.belongings.get(who.customer.id)
  if (!belongings) return []
  return TOPICS.filter(
    topic =>
      fitsAt(topics[topic], belongings, atMs) &&
      (topic !== 'late-delivery' || isUndelivered(belongings, atMs)),
  )
}

function eventsOf(
  kinds: readonly WorkKind[],
  channel: Channel,
  told: Told,
): (state: ThreadState, agentId: string | null) => readonly EventInput[] {
  const openedAtMs = told.messages[0]?.atMs ?? told.lastMs
  const created: EventInput = {
    type: 'ticket.created',
    by: null,
    atMs: openedAtMs,
    kind: null,
    facts: { channel, kind: kinds.length > 1 ? 'both' : (kinds[0] ?? null) },
  }
  return (state, agentId) => {
    if (state === 'open') return [created]
    const after = state === 'closed' ? 'solved' : state
    return [
      created,
      ...kinds.map(kind => ({
        type: 'thread.state-changed',
        by: agentId,
        atMs: told.lastMs,
        kind,
        facts: { before: 'open', after, undone: false },
      })),
    ]
  }
}

function moved(told: Told, { lastMs }: Story, nowMs: number): Told {
  if (lastMs !== undefined) return shifted(told, lastMs - told.lastMs)
  const latest = nowMs - 4 * MINUTE_MS
  return told.lastMs > latest ? shifted(told, latest - told.lastMs) : told
}

export type ToldTicket = AddedTicket & {
  readonly matter: Matter
  readonly lastMs: number
  readonly agentId: string | null
}

/** Tells one ticket of a customer and adds every row it speaks of. */
export function tell(
  stage: Stage,
  dice: Dice,
  { who, ...story }: Story & { readonly who: Known },
): ToldTicket {
  const { world, cast } = stage
  const { kinds, tags, service, support, issue } = topics[story.topic]
  const kind = kinds[0] ?? 'service'
  const team = service ?? support ?? 'orders'
  const members = cast.membersOf(team)
  const agent =
    members.find(({ id }) => id === story.assigneeId) ??
    Object.values(cast.agents).find(({ id }) => id === story.assigneeId) ??
    dice.pick(members)
  const spoken = dice.weighted(CHANNELS as Record<Channel, number>)
  // Who calls or stands in the shop is answered at once: nobody waits there.
  const channel = story.ending !== 'solved' && (spoken === 'phone' || spoken === 'walk-in') ? 'email' : spoken
  const matter = matterOf(stage, dice, { who, topic: story.topic, atMs: story.lastMs ?? story.atMs })
  const language = who.place.pack
  const speaker = { first: who.person.first, name: who.person.name }
  const wording = wordingOf({
    dice,
    language,
    topic: story.topic,
    channel,
    slots: matter.slots,
    speaker,
    isTechnical: support !== null,
  })
  const told = moved(
    converse({ dice, wording, channel, ending: story.ending, agent, kind, atMs: story.atMs }),
    story,
    world.nowMs,
  )
  const state = story.state ?? (world.nowMs - told.lastMs > CLOSES_AFTER_MS ? 'closed' : 'solved')
  const assigneeId = story.ending === 'just-wrote' ? story.assigneeId : agent.id
  const added = addTicket(world, {
    writer: { customerId: who.customer.id, name: who.person.name, email: who.email },
    subject: wording.subject,
    channel,
    tags: issue === undefined ? tags : [...tags, issue],
    fields: issue === undefined ? {} : { knownIssue: issue },
    threads: kinds.map(own => ({
      kind: own,
      state,
      teamId: story.teamId ?? teamIdOf(stage, story.topic, own),
      assigneeId,
      priority: dice.chance(0.12) ? 'high' : 'normal',
      ...story.thread,
    })),
    messages: told.messages,
    notes: told.notes,
    events: eventsOf(kinds, channel, told)(state, assigneeId),
  })
  const createdAtMs = told.messages[0]?.atMs ?? told.lastMs
  const isSettled = state === 'solved' || state === 'closed'
  addConsequences(stage, dice, { who, matter, ticketId: added.ticket.id, atMs: createdAtMs, isSettled })
  return { ...added, matter, lastMs: told.lastMs, agentId: agent.id }
}

/** When somebody would have written about this: after the purchase it is about, else at any time. */
function momentOf(dice: Dice, stage: Stage, { who, topic }: { who: Known; topic: TopicId }): number | null {
  const { nowMs } = stage.world
  const belongings = stage.belongings.get(who.customer.id)
  const purchases = belongings ? purchasesFor(topics[topic], belongings) : []
  const latestMs = nowMs - 40 * MINUTE_MS
  const { offsetMinutes } = who.place
  if (topics[topic].needs === 'nothing') {
    const fromMs = Math.max(who.customer.createdAtMs, nowMs - 730 * DAY_MS)
    return latestMs - fromMs < DAY_MS ? null : writingMoment(dice, { fromMs, toMs: latestMs, offsetMinutes })
  }
  const { fromMs, toMs } = windowOf(topics[topic], dice.pick(purchases))
  if (fromMs >= latestMs) return null
  return writingMoment(dice, { fromMs, toMs: Math.min(toMs, latestMs), offsetMinutes })
}

/** Finished work of up to two years, more of it lately. Customers who write often write more. */
export function addHistory(stage: Stage, customers: readonly Known[], count: number): readonly ToldTicket[] {
  const dice = stage.world.dice('history')
  const told: ToldTicket[] = []
  while (told.length < count) {
    // The square makes a few regulars and a long tail.
    const who = customers[Math.floor(customers.length * dice.random() ** 2)]
    const belongings = who && stage.belongings.get(who.customer.id)
    if (!who || !belongings) continue
    const topic = pickTopic(
      dice,
      TOPICS.filter(id => fitsEver(topics[id], belongings)),
    )
    const atMs = topic === null ? null : momentOf(dice, stage, { who, topic })
    if (topic === null || atMs === null) continue
    told.push(tell(stage, dice, { who, topic, ending: 'solved', state: null, assigneeId: null, atMs }))
  }
  return told
}
