import { close } from '../../main/data/db/open.ts'
import type { BenchContext } from './leg.ts'
import type { BenchHub, BenchSession } from './hub.ts'
import { engineOf, laptopFolder, openLaptop, remoteOf } from './laptop.ts'
import type { BenchLaptop } from './laptop.ts'

/** Starts the engine of a laptop and waits until everything up to a number of the feed is committed. Answers ms. */
export async function syncUntil(
  { hub, session }: { readonly hub: BenchHub; readonly session: BenchSession },
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

/** A laptop that has everything, search included, at rest: the path of its closed file, to be copied. */
export async function settledLaptop(context: BenchContext, session: BenchSession): Promise<string> {
  const hub = await context.hub()
  context.progress('filling the laptop that others are copied from')
  const laptop = openLaptop(await laptopFolder(context.folder, 'settled'))
  await syncUntil({ hub, session }, laptop, 1)
  while (laptop.store.tidy(Date.now()));
  laptop.db.handle.pragma('wal_checkpoint(TRUNCATE)')
  close(laptop.db)
  return laptop.path
}
