import type { BenchHub } from './hub.ts'
import { engineOf, remoteOf } from './laptop.ts'
import type { BenchLaptop } from './laptop.ts'

/** What may end a fill that is watched: asked after each commit. */
export type Watched = { readonly isEnough: () => boolean }

/** Fills an empty laptop from the hub until enough is there, with the product's engine. Answers ms. */
export async function fillUntil(hub: BenchHub, laptop: BenchLaptop, { isEnough }: Watched): Promise<number> {
  const session = await hub.signIn()
  const remote = remoteOf(hub, session)
  const { promise: enough, resolve } = Promise.withResolvers<number>()
  laptop.onCommit(() => {
    if (isEnough()) resolve(performance.now())
  })
  const engine = engineOf(laptop, { remote, session })
  const startedAt = performance.now()
  engine.wake('start')
  const endedAt = await enough
  // The part under way would keep this waiting for the rest of a large hub.
  remote.close()
  await engine.stop()
  return endedAt - startedAt
}

/** Fills an empty laptop until it asks for what came after the snapshot: then every row and every index stands. */
export async function fillWhole(hub: BenchHub, laptop: BenchLaptop): Promise<number> {
  const session = await hub.signIn()
  const way = remoteOf(hub, session)
  const { promise: filled, resolve } = Promise.withResolvers<number>()
  const remote = {
    ...way,
    pull: async () => {
      resolve(performance.now())
      return { ok: false, failure: { kind: 'offline' } } as const
    },
  }
  const engine = engineOf(laptop, { remote, session })
  const startedAt = performance.now()
  engine.wake('start')
  const endedAt = await filled
  await engine.stop()
  way.close()
  return endedAt - startedAt
}

/** Fills an empty laptop until everything it holds can also be searched. Answers ms. */
export async function fillSearchable(hub: BenchHub, laptop: BenchLaptop): Promise<number> {
  const session = await hub.signIn()
  const remote = remoteOf(hub, session)
  const { promise: searchable, resolve } = Promise.withResolvers<number>()
  const store = {
    ...laptop.store,
    // It is asked when nothing else is left to do.
    tidy: (nowMs: number) => {
      const isMore = laptop.store.tidy(nowMs)
      if (!isMore && laptop.store.state.get('cursor') !== null) resolve(performance.now())
      return isMore
    },
  }
  const engine = engineOf({ ...laptop, store }, { remote, session })
  const startedAt = performance.now()
  engine.wake('start')
  const endedAt = await searchable
  await engine.stop()
  remote.close()
  return endedAt - startedAt
}
