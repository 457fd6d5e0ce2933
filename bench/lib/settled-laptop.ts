import type { BenchContext } from './leg.ts'
import type { BenchHub, BenchSession } from './hub.ts'
import { engineOf, fileIn, laptopFolder, openLaptop, remoteOf } from './laptop.ts'
import type { BenchLaptop } from './laptop.ts'
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
    if (engine.upToSeq() >= upToSeq) resolve(performance.now())
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
  const laptop = openLaptop(await laptopFolder(folder, 'settled'))
  const head = Number(await hub.order('head'))
  await syncUntil({ hub, session: await hub.signIn() }, laptop, head)
  while (laptop.store.tidy(Date.now())) await turn()
  laptop.db.handle.pragma('wal_checkpoint(TRUNCATE)')
  laptop.close()
  return fileIn(`${folder}/settled`)
}
