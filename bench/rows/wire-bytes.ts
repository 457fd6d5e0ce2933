import { createGzip } from 'node:zlib'
import { fillWhole } from '../lib/fill-until.ts'
import { changedRows } from '../lib/changed-rows.ts'
import type { BoundRows } from '../lib/rows-in-memory.ts'
import { bindable, hashDatabase, takeSnapshot } from '../lib/rows-in-memory.ts'
import { startCountingProxy } from '../lib/counting-proxy.ts'
import type { CountingProxy } from '../lib/counting-proxy.ts'
import type { BenchHub } from '../lib/hub.ts'
import { fileIn, laptopFolder, openLaptop, remoteOf } from '../lib/laptop.ts'
import { hashRows } from '../lib/leg.ts'
import type { BenchContext, BenchRow, Comparison, Leg } from '../lib/leg.ts'
import { readOut } from '../lib/read-out.ts'
import { syncUntil } from '../lib/settled-laptop.ts'

const CHANGES = 10_000

type Measure = (comparison: Comparison) => Promise<void>

/** The values themselves, row after row, without names and versions: packed as gzip does by itself. */
async function gzipped(parts: readonly BoundRows[]): Promise<number> {
  const gzip = createGzip()
  let bytes = 0
  gzip.on('data', (chunk: Buffer) => (bytes += chunk.length))
  const ended = new Promise(resolve => gzip.once('end', resolve))
  for (const { rows } of parts)
    for (const row of rows)
      // The last two are the laptop's own: unknown columns and the version.
      if (!gzip.write(`${JSON.stringify(row.slice(0, -2))}\n`))
        await new Promise(resolve => gzip.once('drain', resolve))
  gzip.end()
  await ended
  return bytes
}

type Told = { readonly id: string; readonly what: string; readonly rows: number; readonly hash: string }

async function compare(
  { id, what, ...read }: Told,
  [ours, bare]: readonly [number, number],
  measure: Measure,
): Promise<void> {
  const durability = 'none'
  const leg = (named: Pick<Leg, 'name' | 'what'>, bytes: number): Leg =>
    readOut({ ...named, durability }, [{ times: [bytes], ...read }])
  await measure({
    figures: [{ id, quantile: 0.5 }],
    ours: leg({ name: 'ours', what }, ours),
    limit: leg({ name: 'gzip', what: 'gzip, level 6, of the values of the same rows as one text' }, bare),
    peers: [],
    asides: [],
    runs: 1,
    remark: 'bytes do not vary from run to run',
  })
}

/** The hub as seen through the proxy. */
const through = (hub: BenchHub, { url }: CountingProxy): BenchHub => ({ ...hub, url })

async function firstFill(context: BenchContext, proxy: CountingProxy, measure: Measure): Promise<void> {
  const hub = await context.hub()
  const way = remoteOf(hub, await hub.signIn())
  const bound = bindable(await takeSnapshot(way))
  way.close()
  const laptop = openLaptop(await laptopFolder(context.folder, 'filled'))
  proxy.take()
  await fillWhole(through(hub, proxy), laptop)
  const { down, up } = proxy.take()
  const read = hashDatabase(laptop.db)
  laptop.close()
  const what =
    'bytes from hub to laptop of a first fill, with every header and the customers that are sent ahead'
  await compare(
    { id: 'A8.fill', what: `${what}; ${up} bytes went up`, ...read },
    [down, await gzipped(bound)],
    measure,
  )
}

async function catchUp(context: BenchContext, proxy: CountingProxy, measure: Measure): Promise<void> {
  const hub = await context.hub()
  const before = fileIn(await laptopFolder(context.folder, 'before', await context.settled()))
  await hub.order('changeRows', CHANGES)
  const laptop = openLaptop(await laptopFolder(context.folder, 'returned', before))
  const way = remoteOf(hub, await hub.signIn())
  const changes = await changedRows(way, laptop.store.state.get('cursor') ?? '')
  way.close()
  const session = await hub.signIn()
  proxy.take()
  await syncUntil({ hub: through(hub, proxy), session }, laptop, changes.upToSeq)
  const { down, up } = proxy.take()
  laptop.close()
  const read = {
    rows: changes.rowCount,
    hash: hashRows(changes.parts.flatMap(({ rows }) => rows.map(row => [row[0]]))),
  }
  const what = `bytes from hub to laptop of a catch-up of ${changes.rowCount} changes; ${up} bytes went up`
  await compare({ id: 'A8.pull', what, ...read }, [down, await gzipped(changes.parts)], measure)
}

/** A8: what a fill and a catch-up take of a poor line. */
export const wireBytes: BenchRow = {
  id: 'A8',
  title: 'bytes on the wire beside gzip of the bare values',
  run: async (context, measure) => {
    const hub = await context.hub()
    const proxy = await startCountingProxy(hub.url)
    try {
      await firstFill(context, proxy, measure)
      await catchUp(context, proxy, measure)
    } finally {
      proxy.close()
    }
  },
}
