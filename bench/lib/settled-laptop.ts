import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { BenchContext } from './leg.ts'
import type { BenchHub, BenchSession } from './hub.ts'
import { engineOf, fileIn, laptopFolder, openLaptop, remoteOf } from './laptop.ts'
import type { BenchLaptop } from './laptop.ts'
import { dropIndexes } from './raw-insert.ts'
import { turn } from './turn.ts'

type Way = { readonly hub: BenchHub; readonly session: BenchSession }

/** Starts the engine of a laptop and waits until everything up to a number of the feed is committed. Answers ms. */
export async function syncUntil(
  { hub, session }: Way,
  laptop: BenchLaptop,
  upToSeq: number,
): Promise<number> {
  const remote = remoteOf(hub, session)
  const { promise: settled, resolve } = Promise.withResolvers<number>()
  const look = (): void => {
    // A laptop of an older version fills once more: it has its place in the feed, and no cursor.
    if (laptop.store.state.get('cursor') !== null && engine.upToSeq() >= upToSeq) resolve(performance.now())
  }
  // The end of a fill changes no row: then the engine's next state tells. It calls within its own making, too.
  const engine = engineOf(laptop, { remote, session, onStatus: () => queueMicrotask(look) })
  laptop.onCommit(look)
  const startedAt = performance.now()
  engine.wake('start')
  const endedAt = await settled
  await engine.stop()
  remote.close()
  return endedAt - startedAt
}

/** More than these are put in without indexes, which are made at the end: nobody looks at this laptop meanwhile. */
const MANY_ROWS = 3_000_000

/** What was taken away is written down beside the file, so that a fill that was cut off still ends with every index. */
function withoutIndexes({ db }: BenchLaptop, path: string): { readonly make: () => void } {
  const isBegun = existsSync(path)
  const isFilled = db.handle.prepare('SELECT 1 FROM messages LIMIT 1').get() !== undefined
  if (!isBegun && isFilled) return { make: () => {} }
  const indexes = isBegun
    ? (JSON.parse(readFileSync(path, 'utf8')) as readonly string[])
    : dropIndexes(db, sql => writeFileSync(path, JSON.stringify(sql)))
  return {
    make: () => {
      for (const sql of indexes)
        db.handle.exec(sql.replace(/^CREATE (UNIQUE )?INDEX /, 'CREATE $1INDEX IF NOT EXISTS '))
      rmSync(path, { force: true })
    },
  }
}

/** A laptop kept from a hub that was loaded anew since has the rows of another workspace: it goes. */
function dropOfOtherHub(folder: string, { workspaceId }: BenchHub): void {
  const path = `${folder}/workspace.txt`
  if (existsSync(path) && readFileSync(path, 'utf8') === workspaceId) return
  rmSync(`${folder}/settled`, { recursive: true, force: true })
  rmSync(`${folder}/indexes.json`, { force: true })
  writeFileSync(path, workspaceId)
}

/**
 * A laptop that has everything the hub has now, search included, at rest: the path of its closed file, to be copied.
 * The second call in the same folder brings what came since the first.
 */
export async function settledLaptop({
  hub: running,
  folder,
  progress,
}: Pick<BenchContext, 'hub' | 'folder' | 'progress'>): Promise<string> {
  const hub = await running()
  progress('filling the laptop that others are copied from')
  dropOfOtherHub(folder, hub)
  const laptop = openLaptop(await laptopFolder(folder, 'settled'))
  const head = Number(await hub.order('head'))
  const indexes = hub.rows > MANY_ROWS ? withoutIndexes(laptop, `${folder}/indexes.json`) : null
  await syncUntil({ hub, session: await hub.signIn() }, laptop, head)
  progress('indexing it')
  indexes?.make()
  while (laptop.store.tidy(Date.now())) await turn()
  laptop.db.handle.pragma('wal_checkpoint(TRUNCATE)')
  laptop.close()
  return fileIn(`${folder}/settled`)
}
