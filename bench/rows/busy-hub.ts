import { startChild } from '../lib/child.ts'
import type { Child } from '../lib/child.ts'
import type { CrowdFollowed, CrowdRun, CrowdSession, CrowdWork } from '../lib/hub-load/crowd-orders.ts'
import { startHubCopy } from '../lib/hub-load/hub-copy.ts'
import type { HubCopy } from '../lib/hub-load/hub-copy.ts'
import { openHubSql } from '../lib/hub-sql.ts'
import type { HubSql } from '../lib/hub-sql.ts'
import type { BenchHub } from '../lib/hub.ts'
import type { BenchContext, BenchRow, Comparison, Leg, Sample } from '../lib/leg.ts'
import { readOut } from '../lib/read-out.ts'

const CLIENTS = 1_000
const LISTENING = 100
const PER_SECOND = 200
const RUNS = 7
const SECONDS = 5
const FAR_MS = 1
const RESTARTS = 10
const FOLLOWERS = 20
const TICKETS = 2_000
const SETTLES_MS = 1_000
/** A hint of one note as the hub sends it; what was measured of the hub replaces it. */
const FIRST_FRAME_BYTES = 900

type Measure = (comparison: Comparison) => Promise<void>
type Scene = {
  readonly context: BenchContext
  readonly hub: BenchHub
  readonly sql: HubSql
  readonly sessions: readonly CrowdSession[]
  readonly ticketIds: readonly string[]
  readonly epoch: string
}

const rest = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** Clients that stay connected to one address, over all its runs. */
async function connectedCrowd({ sessions }: Scene, url: string): Promise<Child> {
  const crowd = startChild('hub-load/crowd-process.ts')
  await crowd.order('connect', { url, sessions, listening: LISTENING })
  await rest(SETTLES_MS)
  return crowd
}

type Run = { readonly crowd: CrowdRun; readonly stored: Pick<Sample, 'rows' | 'hash'> }

async function loaded({ sql, ticketIds, epoch }: Scene, crowd: Child): Promise<Run> {
  const work: CrowdWork = {
    perSecond: PER_SECOND,
    seconds: SECONDS,
    ticketIds,
    epoch,
    label: 'steady',
    isStubborn: false,
  }
  const run = (await crowd.order('run', work)) as CrowdRun
  return { crowd: run, stored: await sql.notes(run.noteIds) }
}

type Place = { readonly databaseUrl: string; readonly stop: () => Promise<void> }

/** The database as it is, or one that stands a millisecond away. */
async function databaseAt({ hub }: Scene, delayMs: number): Promise<Place> {
  if (delayMs === 0) return { databaseUrl: hub.databaseUrl, stop: async () => {} }
  const way = startChild('hub-load/forward-process.ts', [String(delayMs)])
  const address = new URL(hub.databaseUrl)
  await way.order('aim', [`tcp://${address.host}`])
  address.port = String(await way.order('port'))
  return { databaseUrl: address.href, stop: way.stop }
}

const OURS = `POST /v1/sync/push of one note.add a request, ${PER_SECOND} a second, by ${CLIENTS} laptops with a WebSocket each, into one copy of the hub`
const BARE = `the same requests and sockets into a server of nothing but one idempotent statement (receipt, note, feed) and a frame of the same length to every socket, merged within 10 ms as the hub does`

const timesOf = (runs: readonly Run[], what: 'acks' | 'spreads'): readonly Sample[] =>
  runs.map(({ crowd, stored }) => ({ times: crowd[what], ...stored }))

type Pair = { readonly ours: readonly Run[]; readonly bare: readonly Run[]; readonly mostMb: number }

/** Both stand all the time, only one of them has work. */
async function interleaved(scene: Scene, delayMs: number): Promise<Pair> {
  const { context, hub } = scene
  const database = await databaseAt(scene, delayMs)
  const copy = await startHubCopy(context.folder, database.databaseUrl)
  const crowd = await connectedCrowd(scene, copy.url)
  context.progress(`${CLIENTS} laptops are connected`)
  const first = await loaded(scene, crowd)
  const frameBytes = String(first.crowd.frameBytes || FIRST_FRAME_BYTES)
  const bare = startChild('hub-load/bare-hub-process.ts', [
    database.databaseUrl,
    hub.workspaceId,
    hub.me.id,
    frameBytes,
  ])
  const bareCrowd = await connectedCrowd(scene, String(await bare.order('url')))
  await loaded(scene, bareCrowd)
  const pair: { ours: Run[]; bare: Run[] } = { ours: [], bare: [] }
  for (let run = 0; run < RUNS; run += 1) {
    context.progress(`E1 ${delayMs} ms away, run ${run + 1}/${RUNS}`)
    pair.ours.push(await loaded(scene, crowd))
    pair.bare.push(await loaded(scene, bareCrowd))
  }
  const { mostMb } = copy.memory()
  await Promise.all([crowd.stop(), bareCrowd.stop()])
  await Promise.all([copy.stop(), bare.stop()])
  await database.stop()
  return { ...pair, mostMb }
}

const share = (runs: readonly Run[]): string =>
  `${Math.round((runs.reduce((sum, { crowd }) => sum + crowd.cpuShare, 0) / runs.length) * 100)} %`

async function steady(scene: Scene, delayMs: number, measure: Measure): Promise<number> {
  const { ours, bare, mostMb } = await interleaved(scene, delayMs)
  const durability = await scene.sql.durability()
  const name = delayMs === 0 ? 'E1' : 'E1.far'
  const remark = `the generator took ${share(ours)} of a core for ours and ${share(bare)} for the bare one, on the same machine; ${delayMs} ms added to what the hub says to its database`
  for (const [id, what] of [
    ['ack', 'acks'],
    ['spread', 'spreads'],
  ] as const) {
    const legOf = (leg: Pick<Leg, 'name' | 'what'>, runs: readonly Run[]): Leg =>
      readOut({ ...leg, durability }, timesOf(runs, what))
    await measure({
      figures: [
        { id: `${name}.${id}.p50`, quantile: 0.5 },
        { id: `${name}.${id}.p99`, quantile: 0.99 },
      ],
      ours: legOf({ name: 'ours', what: OURS }, ours),
      limit: legOf({ name: 'bare ws + raw SQL', what: BARE }, bare),
      peers: [],
      asides: [],
      runs: RUNS,
      remark: what === 'spreads' ? `until the last of ${LISTENING} listeners heard; ${remark}` : remark,
    })
  }
  return mostMb
}

const flat = (leg: Pick<Leg, 'name' | 'what'>, value: number): Leg =>
  readOut({ ...leg, durability: 'none' }, [{ times: [value], rows: 1, hash: 'one' }])

async function measureRss(mostMb: number, measure: Measure): Promise<void> {
  await measure({
    figures: [{ id: 'E1.memory', quantile: 0.5 }],
    ours: flat(
      { name: 'ours', what: 'VmHWM of the copy that served all runs: the most it ever took' },
      mostMb,
    ),
    limit: flat({ name: 'nothing', what: 'this figure is judged by itself' }, 0),
    peers: [],
    asides: [],
    runs: 1,
    remark: `${CLIENTS} sockets, ${PER_SECOND} notes a second`,
  })
}

/** Either of two copies dies ten times while everybody works: who lacks what, and what is there twice. */
async function throughRestarts(scene: Scene): Promise<{ readonly missing: number; readonly remark: string }> {
  const { context, hub, sql, sessions, ticketIds, epoch } = scene
  const start = (): Promise<HubCopy> => startHubCopy(context.folder, hub.databaseUrl)
  const copies = await Promise.all([start(), start()])
  const balancer = startChild('hub-load/forward-process.ts')
  const aim = (): Promise<unknown> =>
    balancer.order(
      'aim',
      copies.map(({ url }) => url),
    )
  await aim()
  const crowd = startChild('hub-load/crowd-process.ts')
  const url = `http://127.0.0.1:${String(await balancer.order('port'))}`
  try {
    await crowd.order('connect', { url, sessions, listening: LISTENING })
    await crowd.order('follow', FOLLOWERS)
    const work: CrowdWork = {
      perSecond: PER_SECOND,
      seconds: null,
      ticketIds,
      epoch,
      label: 'restart',
      isStubborn: true,
    }
    await crowd.order('begin', work)
    for (let restart = 0; restart < RESTARTS; restart += 1) {
      context.progress(`E1 forced restart ${restart + 1}/${RESTARTS}`)
      const which = restart % 2
      await copies[which]?.kill()
      copies[which] = await start()
      await aim()
      await rest(SETTLES_MS)
    }
    const noteIds = (await crowd.order('end')) as readonly string[]
    const head = Number(await hub.order('head'))
    const { readers, missing } = (await crowd.order('followed', { noteIds, head })) as CrowdFollowed
    const { rows } = await sql.notes(noteIds)
    const remark = `${RESTARTS} kills of either of two copies, ${noteIds.length} notes accepted, ${rows} on the hub, ${missing} missing at ${readers} followers`
    return { missing: missing + Math.abs(rows - noteIds.length), remark }
  } finally {
    await crowd.stop()
    await Promise.all(copies.map(copy => copy.stop()))
    await balancer.stop()
  }
}

async function measureGaps(scene: Scene, measure: Measure): Promise<void> {
  const { missing, remark } = await throughRestarts(scene)
  await measure({
    figures: [{ id: 'E1.gaps', quantile: 0.5 }],
    ours: flat(
      { name: 'ours', what: 'accepted notes that a follower lacks, or that the hub has not exactly once' },
      missing,
    ),
    limit: flat({ name: 'nothing', what: 'this figure is judged by itself' }, 0),
    peers: [],
    asides: [],
    runs: 1,
    remark,
  })
}

/** A thousand laptops signed in: anew for each row, because tokens last ten minutes. */
async function withCrowd(context: BenchContext, work: (scene: Scene) => Promise<void>): Promise<void> {
  const hub = await context.hub()
  const sql = await openHubSql(hub)
  try {
    const ticketIds = (await hub.order('tickets', TICKETS)) as readonly string[]
    context.progress(`signing in ${CLIENTS} laptops`)
    const sessions = (await hub.order('sessions', CLIENTS)) as readonly CrowdSession[]
    await work({ context, hub, sql, sessions, ticketIds, epoch: await sql.epoch() })
  } finally {
    await sql.close()
  }
}

/** E1: the hub with a thousand laptops at work. */
export const busyHub: BenchRow = {
  id: 'E1',
  title: `${CLIENTS} live laptops and ${PER_SECOND} changes a second, and the hub's memory`,
  needs: ['linux'],
  run: (context, measure) =>
    withCrowd(context, async scene => measureRss(await steady(scene, 0, measure), measure)),
}

export const farHub: BenchRow = {
  id: 'E1.far',
  title: `the same with ${FAR_MS} ms added between hub and database`,
  needs: ['linux'],
  run: (context, measure) =>
    withCrowd(context, async scene => {
      await steady(scene, FAR_MS, measure)
    }),
}

export const dyingHub: BenchRow = {
  id: 'E1.gaps',
  title: `what is missing or twice after ${RESTARTS} forced restarts of either of two copies under that load`,
  run: (context, measure) => withCrowd(context, scene => measureGaps(scene, measure)),
}
