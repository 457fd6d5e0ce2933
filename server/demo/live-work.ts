import type { Dice } from '../../shared/demo/dice.ts'
import type { AgentKey, TeamKey } from './cast.ts'
import { tell, topicsAt } from './history.ts'
import type { Story } from './history.ts'
import type { TopicId } from './packs/pack.ts'
import type { Known } from './people/customers.ts'
import type { Stage } from './subject-matter.ts'
import { pickTopic, topics } from './topics.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './world.ts'

/** Waiting for somebody to take it: how many, and the longest wait in minutes. */
const WAITING: Readonly<Partial<Record<TeamKey, readonly [count: number, oldest: number]>>> = {
  orders: [9, 46],
  advice: [4, 12],
  onboarding: [3, 28],
  complaints: [3, 9],
  devices: [8, 31],
  tier2: [3, 80],
  engineering: [1, 180],
}
/** Open on somebody's desk, beside what the stories put there. */
const OWNED: Readonly<Partial<Record<AgentKey, number>>> = {
  lena: 6,
  jonas: 4,
  daniel: 3,
  sofia: 7,
  paul: 4,
  reem: 4,
  yuki: 2,
  ivan: 7,
}
const PENDING = 58
const SNOOZED = 19

/** What a team takes over from another: its members work on these topics. */
const teamTopics: Readonly<Record<TeamKey, readonly TopicId[]>> = {
  orders: [
    'late-delivery',
    'charged-twice',
    'refund-when',
    'invoice-address',
    'cancel-order',
    'loyalty-points',
  ],
  advice: ['which-plan', 'renewal'],
  onboarding: ['training'],
  complaints: ['complaint'],
  devices: ['scanner-pairing', 'printer-offline', 'terminal-totals'],
  till: ['codes-rejected', 'app-update', 'slow-till'],
  tier2: ['codes-rejected', 'slow-till', 'printer-offline'],
  engineering: ['printer-offline', 'slow-till'],
}

type Desk = {
  readonly stage: Stage
  readonly dice: Dice
  readonly take: (topicIds: readonly TopicId[] | null) => { who: Known; topic: TopicId }
}

/** Each customer has at most one of these: nobody writes about everything at once. */
function deskFor(stage: Stage, customers: readonly Known[]): Desk {
  const dice = stage.world.dice('live')
  const busy = new Set<string>()
  const take: Desk['take'] = wanted => {
    for (let tries = 0; tries < 20_000; tries += 1) {
      const who = dice.pick(customers)
      if (busy.has(who.customer.id)) continue
      const fitting = topicsAt(stage, who, stage.world.nowMs).filter(
        topic => wanted === null || wanted.includes(topic),
      )
      const topic = pickTopic(dice, fitting)
      if (topic === null) continue
      busy.add(who.customer.id)
      return { who, topic }
    }
    throw new Error('No customer has what this topic needs')
  }
  return { stage, dice, take }
}

/** Next reply is due within two hours of the wait, half an hour for what is urgent. */
const dueAfter = (sinceMs: number, dice: Dice): number => sinceMs + dice.pick([30, 60, 120, 240]) * MINUTE_MS

function addWaiting({ stage, dice, take }: Desk): void {
  const { nowMs } = stage.world
  for (const [team, [count, oldest]] of Object.entries(WAITING) as [TeamKey, readonly [number, number]][]) {
    for (let index = 0; index < count; index += 1) {
      const minutes = index === 0 ? oldest : dice.whole(1, Math.max(2, oldest - 2))
      const lastMs = nowMs - minutes * MINUTE_MS
      const thread = { dueAtMs: dueAfter(lastMs, dice) }
      const teamId = stage.cast.teams[team].id
      tell(stage, dice, {
        ...take(teamTopics[team]),
        ending: 'just-wrote',
        state: 'open',
        assigneeId: null,
        atMs: lastMs,
        lastMs,
        teamId,
        thread,
      })
    }
  }
}

function addOwned({ stage, dice, take }: Desk): void {
  const { nowMs } = stage.world
  for (const [key, count] of Object.entries(OWNED) as [AgentKey, number][]) {
    const agent = stage.cast.agents[key]
    for (let index = 0; index < count; index += 1) {
      const own = (Object.keys(teamTopics) as TeamKey[]).filter(team =>
        agent.teamIds.includes(stage.cast.teams[team].id),
      )
      const team = dice.pick(own)
      const isWaiting = dice.chance(0.55)
      const lastMs = nowMs - dice.whole(12, isWaiting ? 260 : 1600) * MINUTE_MS
      const thread = isWaiting
        ? { dueAtMs: dueAfter(lastMs, dice) + HOUR_MS }
        : { dueAtMs: lastMs + 2 * DAY_MS }
      tell(stage, dice, {
        ...take(teamTopics[team]),
        ending: isWaiting ? 'wrote-again' : 'answered',
        state: 'open',
        assigneeId: agent.id,
        atMs: lastMs,
        lastMs,
        teamId: stage.cast.teams[team].id,
        thread,
      })
    }
  }
}

function addResting({ stage, dice, take }: Desk): void {
  const { nowMs } = stage.world
  const owners = Object.values(stage.cast.agents).filter(({ id }) => id !== stage.cast.agents.mira.id)
  const rest = (state: 'pending' | 'snoozed', thread: Story['thread']): void => {
    const { who, topic } = take(null)
    const lastMs = nowMs - dice.whole(3, 140) * HOUR_MS
    const members = stage.cast.membersOf(topics[topic].service ?? topics[topic].support ?? 'orders')
    const agent = dice.pick(members.filter(({ id }) => owners.some(owner => owner.id === id)))
    tell(stage, dice, {
      who,
      topic,
      ending: 'answered',
      state,
      assigneeId: agent.id,
      atMs: lastMs,
      lastMs,
      ...(thread ? { thread } : {}),
    })
  }
  for (let index = 0; index < PENDING; index += 1) rest('pending', { dueAtMs: null })
  for (let index = 0; index < SNOOZED; index += 1)
    rest('snoozed', { snoozedUntilMs: nowMs + dice.whole(1, 90) * HOUR_MS })
}

/** The day as it stands: what waits, what is on the desks, what rests. */
export function addLiveWork(stage: Stage, customers: readonly Known[]): void {
  const desk = deskFor(stage, customers)
  addWaiting(desk)
  addOwned(desk)
  addResting(desk)
}
