import { close, openReader } from '../../main/data/db/open.ts'
import { startDataProcess } from '../lib/data-process.ts'
import type { DataProcess } from '../lib/data-process.ts'
import { createFilling } from '../lib/filling.ts'
import type { BenchHub } from '../lib/hub.ts'
import { fileIn, KEY, laptopFolder } from '../lib/laptop.ts'
import type { BenchContext, BenchRow, Comparison } from '../lib/leg.ts'
import { bareOpening, ourOpening } from '../lib/open-ticket.ts'
import type { Opening } from '../lib/open-ticket.ts'

const RUNS = 9
const TICKETS = 60
const PAGE = 50
const EVENTS_PER_SECOND = 100

type Target = {
  readonly ticketIds: readonly string[]
  /** Items of the newest page, by ticket. */ readonly items: readonly number[]
}

/**
 * The agent's own tickets, those of the latest activity first: as the hub sends them ahead of all others in a fill, so
 * that they can be opened while the rest is on its way.
 */
function ownTickets(path: string, hub: BenchHub): Target {
  const db = openReader({ path, key: KEY })
  try {
    const ticketIds = db.handle
      .prepare(
        `SELECT ticket_id FROM threads WHERE state IN ('open', 'pending', 'snoozed') AND assignee_id = ?
         GROUP BY ticket_id ORDER BY max(last_activity_at_ms) DESC LIMIT ${TICKETS}`,
      )
      .pluck()
      .all(hub.me.id) as string[]
    const count = db.handle
      .prepare(
        `SELECT min(${PAGE}, (SELECT count(*) FROM messages WHERE ticket_id = ?1)
          + (SELECT count(*) FROM notes WHERE ticket_id = ?1) + (SELECT count(*) FROM events WHERE ticket_id = ?1))`,
      )
      .pluck()
    return { ticketIds, items: ticketIds.map(ticketId => count.get({ 1: ticketId }) as number) }
  } finally {
    close(db)
  }
}

type Condition = { readonly id: string; readonly remark: () => string | null }

async function measureOpening(
  opening: Opening,
  { id, remark }: Condition,
  measure: (comparison: Comparison) => Promise<void>,
): Promise<void> {
  const bare = bareOpening(opening)
  try {
    await measure({
      figures: [
        { id: `${id}.p50`, quantile: 0.5 },
        { id: `${id}.p99`, quantile: 0.99 },
      ],
      ours: ourOpening(opening),
      limit: bare.leg,
      peers: [],
      asides: [],
      runs: RUNS,
      get remark() {
        return remark()
      },
    })
  } finally {
    await bare.stop()
  }
}

type Scene = {
  readonly context: BenchContext
  readonly hub: BenchHub
  readonly settled: string
  readonly target: Target
}
type Measure = (comparison: Comparison) => Promise<void>

async function whileIdle({ context, hub, settled, target }: Scene, measure: Measure): Promise<void> {
  const folder = await laptopFolder(context.folder, 'idle', settled)
  const data = await startDataProcess({ folder, hub, session: await hub.signIn() })
  const opening = { data: async () => data, path: async () => fileIn(folder), ticketIds: target.ticketIds }
  try {
    await untilIdle(data)
    await measureOpening(opening, { id: 'C1.idle', remark: () => null }, measure)
    await hub.order('startEvents', { perSecond: EVENTS_PER_SECOND, except: target.ticketIds })
    const before = data.notices()
    let made: unknown = 0
    const startedAt = performance.now()
    const remark = (): string => {
      const seconds = (performance.now() - startedAt) / 1000
      return `the laptop told of changes ${Math.round((data.notices() - before) / seconds)} times a second`
    }
    try {
      await measureOpening(opening, { id: 'C1.events', remark }, measure)
    } finally {
      made = await hub.order('stopEvents')
    }
    context.progress(`${String(made)} events were made meanwhile`)
  } finally {
    await data.stop()
  }
}

async function untilIdle(data: DataProcess): Promise<void> {
  while (data.status()?.phase.state !== 'idle') await new Promise(resolve => setTimeout(resolve, 20))
}

async function whileFilling({ context, hub, target }: Scene, measure: Measure): Promise<void> {
  const filling = createFilling(context, { hub, isReady: data => isWhole(data, target) })
  const remark = (): string => `over ${filling.count()} first fills`
  try {
    await measureOpening({ ...filling, ticketIds: target.ticketIds }, { id: 'C1.filling', remark }, measure)
  } finally {
    await filling.stop()
  }
}

/** Whether all of the tickets are there with everything that was said: they come table by table. */
async function isWhole(data: DataProcess, { ticketIds, items }: Target): Promise<boolean> {
  for (const [index, ticketId] of ticketIds.entries()) {
    const page = await data.call('tickets.conversation', { ticketId, before: null, limit: PAGE })
    if (page.items.length !== items[index]) return false
    if ((await data.call('tickets.get', { ticketId })) === null) return false
  }
  return true
}

/** C1: a ticket is opened, through every process between the window and the rows. */
export const openingTicket: BenchRow = {
  id: 'C1',
  title: 'open a ticket, idle, at 100 events a second, and during a first fill',
  run: async (context, measure) => {
    const hub = await context.hub()
    const settled = await context.settled()
    const target = ownTickets(settled, hub)
    const scene = { context, hub, settled, target }
    await whileIdle(scene, measure)
    await whileFilling(scene, measure)
  },
}
