import { diceFrom } from '../../shared/demo/dice.ts'
import { randomFor } from '../../shared/demo/seeded-random.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { AnyRow } from '../../shared/domain/tables.ts'
import type { Actor } from '../../shared/mutations/define.ts'
import { shape, toSql } from '../../main/data/db/row-codec.ts'
import { mutate } from '../../main/data/sync/mutate.ts'
import { systemClock } from '../../server/system-clock.ts'
import { makeWriter } from '../generator/words.ts'
import { durabilityOf, durableCopies } from '../lib/laptop.ts'
import type { BenchLaptop } from '../lib/laptop.ts'
import { hashRows } from '../lib/leg.ts'
import type { BenchRow, Leg, Sample } from '../lib/leg.ts'
import { localLaptop } from '../lib/local-world.ts'
import { insertSql } from '../lib/raw-insert.ts'

const RUNS = 9
const SAVES = 400

/** What is saved in every run, by both legs: on which ticket and which words. */
type Save = { readonly ticketId: string; readonly customerId: string; readonly body: string }

function savesFor(laptop: BenchLaptop): readonly Save[] {
  const dice = diceFrom(randomFor(3, 'saves'))
  const writer = makeWriter(diceFrom(randomFor(3, 'save words')))
  const tickets = laptop.db.handle
    .prepare('SELECT id, customer_id FROM tickets ORDER BY id')
    .raw(true)
    .all() as [string, string][]
  return Array.from({ length: SAVES }, () => {
    const [ticketId, customerId] = dice.pick(tickets)
    return { ticketId, customerId, body: writer.prose(120) }
  })
}

/** Reads the notes of a run back. */
function readBack({ db }: BenchLaptop, ids: readonly string[]): Pick<Sample, 'hash' | 'rows'> {
  const rows = db.handle
    .prepare('SELECT ticket_id, customer_id, body FROM notes WHERE id IN (SELECT value FROM json_each(?))')
    .raw(true)
    .all(JSON.stringify(ids)) as unknown[][]
  return { hash: hashRows(rows), rows: rows.length }
}

type Scene = {
  readonly laptop: BenchLaptop
  readonly saves: readonly Save[]
  readonly actor: Actor
  readonly durability: string
}

async function timedSaves({ laptop, saves }: Scene, save: (id: string, what: Save) => void): Promise<Sample> {
  const ids: string[] = []
  const times: number[] = []
  for (const what of saves) {
    const id = newId(Date.now(), Math.random)
    ids.push(id)
    const startedAt = performance.now()
    save(id, what)
    times.push(performance.now() - startedAt)
  }
  return { times, ...readBack(laptop, ids) }
}

const ourLeg = (scene: Scene): Leg => ({
  name: 'ours',
  what: "mutate(note.add): note, threads' last activity, shadows, outbox entry with its links, search index, in one transaction",
  durability: scene.durability,
  run: () => {
    const { store } = scene.laptop
    const deps = { store, clock: systemClock, random: Math.random, actor: () => scene.actor }
    return timedSaves(scene, (noteId, { ticketId, body }) => {
      mutate(deps, { name: 'note.add', args: { noteId, ticketId, threadId: null, body, attachments: [] } })
    })
  },
})

function rawLeg(scene: Scene): Leg {
  const { handle } = scene.laptop.db
  const insert = handle.prepare(insertSql('notes'))
  const valuesOf = (id: string, { body, ...place }: Save): unknown[] => {
    const nowMs = Date.now()
    const row: AnyRow = {
      id,
      ...place,
      threadId: null,
      authorKind: 'agent',
      authorId: scene.actor.id,
      body,
      createdAtMs: nowMs,
      editedAtMs: null,
    }
    return [...shape('notes').columns.map(column => toSql(column, row[column.key])), null, 0]
  }
  return {
    name: 'raw one-row commit',
    what: insertSql('notes'),
    durability: scene.durability,
    run: () => timedSaves(scene, (id, what) => void insert.run(valuesOf(id, what))),
  }
}

/** B3: what an agent waits for until a note is on the disk. */
export const durableSave: BenchRow = {
  id: 'B3',
  title: 'durable local save',
  run: async (context, measure) => {
    const { path, world } = await localLaptop(context)
    const { id, name, teamIds } = world.me
    const actor: Actor = { id, name, role: 'agent', teamIds }
    const [mine, bare] = await durableCopies(context.folder, path, ['ours', 'raw'])
    const pages = String(mine.db.handle.pragma('wal_autocheckpoint', { simple: true }))
    try {
      const saves = savesFor(mine)
      const sceneOf = (laptop: BenchLaptop): Scene => ({
        laptop,
        saves,
        actor,
        durability: durabilityOf(laptop.db, 'FULL'),
      })
      await measure({
        figures: [
          { id: 'B3.p50', quantile: 0.5 },
          { id: 'B3.p99', quantile: 0.99 },
        ],
        ours: ourLeg(sceneOf(mine)),
        limit: rawLeg(sceneOf(bare)),
        peers: [],
        asides: [],
        runs: RUNS,
        remark: `a checkpoint after ${pages} pages, for both`,
      })
    } finally {
      mine.close()
      bare.close()
    }
  },
}
