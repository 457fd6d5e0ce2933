import { rm } from 'node:fs/promises'
import { diceFrom } from '../../shared/demo/dice.ts'
import { randomFor } from '../../shared/demo/seeded-random.ts'
import { newId } from '../../shared/domain/ids.ts'
import { mutate } from '../../main/data/sync/mutate.ts'
import { systemClock } from '../../server/system-clock.ts'
import { makeWriter } from '../generator/words.ts'
import { openHubSql } from '../lib/hub-sql.ts'
import type { HubSql } from '../lib/hub-sql.ts'
import { insertNote, NOTE_SQL } from '../lib/hub-load/raw-note.ts'
import type { BenchHub } from '../lib/hub.ts'
import { actorOf, durabilityOf, engineOf, laptopFolder, openLaptop, remoteOf } from '../lib/laptop.ts'
import type { BenchLaptop } from '../lib/laptop.ts'
import type { BenchContext, BenchRow, Leg, Sample } from '../lib/leg.ts'

const CHANGES = 10_000
const RUNS = 7
const TOGETHER = 500

type Act = { readonly noteId: string; readonly ticketId: string; readonly body: string }
type Scene = {
  readonly context: BenchContext
  readonly hub: BenchHub
  readonly sql: HubSql
  readonly settled: string
  readonly ticketIds: readonly string[]
  readonly durability: string
}

/** The same words on the same tickets in every run, under ids of their own. */
function actsFor(ticketIds: readonly string[]): readonly Act[] {
  const dice = diceFrom(randomFor(11, 'drain'))
  const writer = makeWriter(diceFrom(randomFor(11, 'drain words')))
  return Array.from({ length: CHANGES }, () => ({
    noteId: newId(Date.now(), Math.random),
    ticketId: dice.pick(ticketIds),
    body: writer.prose(120),
  }))
}

/** A day's work without a network, written as an agent writes it; many in one commit, because that is not measured. */
function writeAll(laptop: BenchLaptop, acts: readonly Act[], deps: Parameters<typeof mutate>[0]): void {
  for (let at = 0; at < acts.length; at += TOGETHER)
    laptop.store.transaction('relaxed', () => {
      for (const { noteId, ticketId, body } of acts.slice(at, at + TOGETHER))
        mutate(deps, { name: 'note.add', args: { noteId, ticketId, threadId: null, body, attachments: [] } })
    })
}

/** From the first look until the laptop knows of each that it was accepted. */
async function drain({ hub, sql, settled, context, ticketIds }: Scene): Promise<Sample> {
  const folder = await laptopFolder(context.folder, 'offline', settled)
  const laptop = openLaptop(folder)
  const session = await hub.signIn()
  const actor = actorOf(session)
  const acts = actsFor(ticketIds)
  const { store } = laptop
  writeAll(laptop, acts, { store, clock: systemClock, random: Math.random, actor: () => actor })
  const remote = remoteOf(hub, session)
  const { promise: empty, resolve } = Promise.withResolvers<number>()
  laptop.onCommit(() => {
    if (store.outbox.isEmpty()) resolve(performance.now())
  })
  const engine = engineOf(laptop, { remote, session })
  const startedAt = performance.now()
  engine.wake('start')
  const ms = (await empty) - startedAt
  await engine.stop()
  remote.close()
  laptop.close()
  await rm(folder, { recursive: true, force: true })
  return { times: [ms], ...(await sql.notes(acts.map(({ noteId }) => noteId))) }
}

async function insertAll({ hub, sql, ticketIds }: Scene): Promise<Sample> {
  const acts = actsFor(ticketIds)
  const place = {
    workspaceId: hub.workspaceId,
    authorId: hub.me.id,
    clientId: newId(Date.now(), Math.random),
  }
  const startedAt = performance.now()
  for (const act of acts)
    await insertNote(sql.client, { ...place, ...act, mutationId: newId(Date.now(), Math.random) })
  const ms = performance.now() - startedAt
  return { times: [ms], ...(await sql.notes(acts.map(({ noteId }) => noteId))) }
}

/** A6: what waits to leave after a day without a network. */
export const drainingOutbox: BenchRow = {
  id: 'A6',
  title: `an outbox of ${CHANGES} changes drained`,
  run: async (context, measure) => {
    const hub = await context.hub()
    const sql = await openHubSql(hub)
    try {
      const settled = await context.settled()
      const ticketIds = (await hub.order('tickets', 5_000)) as readonly string[]
      const sample = openLaptop(await laptopFolder(context.folder, 'sample', settled))
      const durability = `${await sql.durability()}; laptop ${durabilityOf(sample.db, 'NORMAL')}`
      sample.close()
      const scene: Scene = { context, hub, sql, settled, ticketIds, durability }
      const ours: Leg = {
        name: 'ours',
        what: `engine.wake() with ${CHANGES} note.add in the outbox: pushes of 100 over HTTP on loopback, decided, published, verdicts taken in the laptop's file`,
        durability,
        run: () => drain(scene),
      }
      const limit: Leg = {
        name: 'serial idempotent SQL',
        what: NOTE_SQL.replace(/\s+/g, ' ').trim(),
        durability,
        run: () => insertAll(scene),
      }
      await measure({
        figures: [{ id: 'A6', quantile: 0.5 }],
        ours,
        limit,
        peers: [],
        asides: [],
        runs: RUNS,
        isCold: true,
        remark: `every note is on the hub exactly once: rows of both legs are counted there by id`,
      })
    } finally {
      await sql.close()
    }
  },
}
