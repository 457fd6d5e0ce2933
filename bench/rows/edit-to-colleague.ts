import { once } from 'node:events'
import { WebSocket } from 'ws'
import { createHub } from '../../main/data/remote/hub.ts'
import { createHttp } from '../../main/data/remote/http.ts'
import { createLive } from '../../main/data/sync/live.ts'
import { newId } from '../../shared/domain/ids.ts'
import { routes, SUBPROTOCOL } from '../../shared/protocol/routes.ts'
import { systemClock } from '../../server/system-clock.ts'
import { startChild } from '../lib/child.ts'
import type { Child } from '../lib/child.ts'
import type { CrowdSession } from '../lib/hub-load/crowd-orders.ts'
import type { BenchHub } from '../lib/hub.ts'
import { DIRECT, durabilityOf, engineOf, laptopFolder, openLaptop } from '../lib/laptop.ts'
import type { BenchLaptop } from '../lib/laptop.ts'
import { hashRows } from '../lib/leg.ts'
import type { BenchRow, Leg, Sample } from '../lib/leg.ts'

const CLIENTS = 200
const EDITS = 100
const RUNS = 9
const PAUSE_MS = 15
/** A hint with one note, its ticket and its threads. */
const HINT_BYTES = 1_800

const rest = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** A whole laptop, as the writer thread has it: engine, live hints, file. */
type Desk = {
  readonly laptop: BenchLaptop
  readonly add: (noteId: string, ticketId: string, body: string) => void
  readonly stop: () => Promise<void>
}

async function sitDown(hub: BenchHub, folder: string, settled: string): Promise<Desk> {
  const laptop = openLaptop(await laptopFolder(folder, 'desk', settled))
  const session = await hub.signIn()
  const http = createHttp(DIRECT)
  const { accessToken, refreshToken, expiresInMs } = session
  const tokens = { accessToken, refreshToken, expiresAtMs: Date.now() + expiresInMs }
  const remote = createHub({ http, hubUrl: hub.url, clock: systemClock, tokens, onTokens: () => {} })
  const engine = engineOf(laptop, { remote, session })
  const { promise: up, resolve } = Promise.withResolvers<void>()
  const live = createLive({
    clock: systemClock,
    random: Math.random,
    remote,
    upToSeq: engine.upToSeq,
    onFrame: frame => {
      if (frame.kind === 'hint') engine.hint(frame)
    },
    onUp: isUp => {
      if (isUp) resolve()
      engine.wake('hint')
    },
  })
  live.start()
  engine.wake('start')
  await up
  return {
    laptop,
    add: (noteId, ticketId, body) =>
      void engine.mutate({
        name: 'note.add',
        args: { noteId, ticketId, threadId: null, body, attachments: [] },
      }),
    stop: async () => {
      live.stop()
      await engine.stop()
      http.close()
      laptop.close()
    },
  }
}

const bodyOf = (n: number): string => `edit ${n} ${'and some words beside it '.repeat(4)}`

/** One after the other: saved on A, and the moment its row is committed on B. */
async function edits(from: Desk, to: Desk, ticketIds: readonly string[]): Promise<Sample> {
  const times: number[] = []
  const bodies: string[] = []
  const find = to.laptop.db.handle.prepare('SELECT body FROM notes WHERE id = ?').pluck()
  for (let n = 0; n < EDITS; n += 1) {
    const noteId = newId(Date.now(), Math.random)
    const { promise: here, resolve } = Promise.withResolvers<number>()
    to.laptop.onCommit(() => {
      if (find.get(noteId) !== undefined) resolve(performance.now())
    })
    const startedAt = performance.now()
    from.add(noteId, ticketIds[n % ticketIds.length] ?? '', bodyOf(n))
    times.push((await here) - startedAt)
    bodies.push(String(find.get(noteId)))
    await rest(PAUSE_MS)
  }
  return { times, rows: bodies.length, hash: hashRows(bodies.map(body => [body])) }
}

async function openSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${routes.live}`, [SUBPROTOCOL, 'bench'], {
    perMessageDeflate: false,
  })
  await once(socket, 'open')
  return socket
}

async function echoes(from: WebSocket, to: WebSocket): Promise<Sample> {
  const times: number[] = []
  const bodies: string[] = []
  for (let n = 0; n < EDITS; n += 1) {
    const text = JSON.stringify({ body: bodyOf(n), padding: '' })
    const sent = JSON.stringify({ body: bodyOf(n), padding: 'x'.repeat(HINT_BYTES - text.length) })
    const heard = once(to, 'message')
    const startedAt = performance.now()
    from.send(sent)
    const [data] = (await heard) as [Buffer]
    times.push(performance.now() - startedAt)
    bodies.push((JSON.parse(data.toString('utf8')) as { body: string }).body)
    await rest(PAUSE_MS)
  }
  return { times, rows: bodies.length, hash: hashRows(bodies.map(body => [body])) }
}

async function crowdAt(url: string, sessions: readonly CrowdSession[]): Promise<Child> {
  const crowd = startChild('hub-load/crowd-process.ts')
  await crowd.order('connect', { url, sessions, listening: 0 })
  return crowd
}

/** A7: what one writes, on the disk of a colleague. */
export const editToColleague: BenchRow = {
  id: 'A7',
  title: `an edit on one laptop until its row is in another's file, ${CLIENTS} laptops connected`,
  run: async (context, measure) => {
    const hub = await context.hub()
    const settled = await context.settled()
    const sessions = (await hub.order('sessions', CLIENTS - 2)) as readonly CrowdSession[]
    const ticketIds = (await hub.order('tickets', EDITS)) as readonly string[]
    const [from, to] = [
      await sitDown(hub, `${context.folder}/a`, settled),
      await sitDown(hub, `${context.folder}/b`, settled),
    ]
    const bare = startChild('fan-out-process.ts')
    const url = String(await bare.order('url'))
    const crowds = [await crowdAt(hub.url, sessions), await crowdAt(url, sessions)]
    const [speaker, listener] = [await openSocket(url), await openSocket(url)]
    const durability = `both laptops: ${durabilityOf(from.laptop.db, 'FULL')}; the limit stores nothing`
    const ours: Leg = {
      name: 'ours',
      what: 'mutate(note.add) on A with its commit, push, the hub’s transaction, a hint over the WebSocket, the commit on B',
      durability,
      run: () => edits(from, to, ticketIds),
    }
    const limit: Leg = {
      name: 'ws fan-out',
      what: `${HINT_BYTES} bytes sent to a bare WebSocket server, which sends them to ${CLIENTS} sockets, until B has them`,
      durability,
      run: () => echoes(speaker, listener),
    }
    try {
      await measure({
        figures: [
          { id: 'A7.p50', quantile: 0.5 },
          { id: 'A7.p99', quantile: 0.99 },
        ],
        ours,
        limit,
        peers: [],
        asides: [],
        runs: RUNS,
        remark: `${EDITS} edits a run, one after the other; A and B share a process`,
      })
    } finally {
      speaker.terminate()
      listener.terminate()
      await Promise.all([from.stop(), to.stop()])
      await Promise.all([...crowds, bare].map(child => child.stop()))
    }
  },
}
