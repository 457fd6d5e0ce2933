import { Agent, request } from 'undici'
import { WebSocket } from 'ws'
import { newId } from '../../../shared/domain/ids.ts'
import { LiveFrame } from '../../../shared/protocol/pull.ts'
import { routes, SUBPROTOCOL } from '../../../shared/protocol/routes.ts'
import { serveOrders } from '../serve-orders.ts'
import { CrowdReader } from './crowd-reader.ts'
import { pushRequest } from './push-request.ts'
import type { CrowdConnect, CrowdFollowed, CrowdRun, CrowdSession, CrowdWork } from './crowd-orders.ts'

/**
 * A thousand laptops of a bench: sockets that listen, notes that are pushed at a steady rate whatever the hub does, and
 * when each of them was accepted and heard of. It knows a hub by its address only.
 */
const AT_ONCE = 40
const RECONNECT_MS = 100
const SETTLE_MS = 10_000
const MOST_UNDER_WAY = 400
const HINT = /^\{"kind":"hint","seq":(\d+)/

type Heard = { readonly seq: number; readonly atMs: number }
type Laptop = {
  readonly session: CrowdSession
  socket: WebSocket | null
  /** Null: nobody looks when this one hears of something. */
  readonly heard: Heard[] | null
  reader: CrowdReader | null
}

const dispatcher = new Agent({ connections: 64, pipelining: 1 })
let url = ''
let laptops: Laptop[] = []
let isStopping = false
let frames = 0
let bytes = 0

const rest = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

function listen(laptop: Laptop, socket: WebSocket): void {
  socket.on('message', (data: Buffer) => {
    frames += 1
    bytes += data.length
    if (laptop.heard === null) return
    const seq = Number(HINT.exec(data.toString('latin1', 0, 48))?.[1] ?? 0)
    if (seq > 0) laptop.heard.push({ seq, atMs: performance.now() })
    if (laptop.reader) laptop.reader.hint(LiveFrame.parse(JSON.parse(data.toString('utf8'))))
  })
}

/** Resolves when the socket is open; one that ends later is opened again, as laptops do. */
function open(laptop: Laptop): Promise<void> {
  const socket = new WebSocket(
    `${url.replace(/^http/, 'ws')}${routes.live}`,
    [SUBPROTOCOL, laptop.session.accessToken],
    { perMessageDeflate: false },
  )
  laptop.socket = socket
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      laptop.reader?.pull()
      resolve()
    })
    socket.on('error', reject)
    listen(laptop, socket)
    socket.on('close', () => {
      if (!isStopping) void openAgain(laptop)
    })
  })
}

async function openAgain(laptop: Laptop): Promise<void> {
  for (;;) {
    await rest(RECONNECT_MS * (0.5 + Math.random()))
    if (isStopping) return
    // A refused socket ends by itself and comes back here.
    await open(laptop).catch(() => undefined)
    return
  }
}

async function connect({ url: address, sessions, listening }: CrowdConnect): Promise<null> {
  url = address
  isStopping = false
  laptops = sessions.map((session, n) => ({
    session,
    socket: null,
    heard: n < listening ? [] : null,
    reader: null,
  }))
  for (let at = 0; at < laptops.length; at += AT_ONCE)
    await Promise.all(laptops.slice(at, at + AT_ONCE).map(open))
  return null
}

type Answer = {
  readonly verdicts: readonly {
    readonly kind: string
    readonly rows?: readonly { readonly version: number }[]
  }[]
}
type Act = {
  readonly session: CrowdSession
  readonly body: string
  readonly noteId: string
  readonly ticketId: string
}

async function post({ session, ...act }: Act, epoch: string, mutationId: string): Promise<number> {
  const { noteId, ticketId, body } = act
  const args = { noteId, ticketId, threadId: null, body, attachments: [] }
  const answer = await request(`${url}${routes.push}`, {
    method: 'POST',
    dispatcher,
    ...pushRequest({ session, epoch, mutationId, name: 'note.add', args }),
  })
  const text = await answer.body.text()
  if (answer.statusCode !== 200) throw new Error(`push answered ${answer.statusCode}: ${text}`)
  const [verdict] = (JSON.parse(text) as Answer).verdicts
  if (verdict?.kind !== 'done') throw new Error(`Not done: ${text}`)
  return Math.max(...(verdict.rows ?? []).map(row => row.version))
}

type Done = {
  readonly noteId: string
  readonly dueAtMs: number
  readonly ackMs: number
  readonly version: number
}

/** Sends until it is accepted where it may, else once. */
async function send(act: Act, { epoch, isStubborn }: CrowdWork, dueAtMs: number): Promise<Done> {
  const mutationId = newId(Date.now(), Math.random)
  for (;;) {
    try {
      const version = await post(act, epoch, mutationId)
      return { noteId: act.noteId, dueAtMs, ackMs: performance.now() - dueAtMs, version }
    } catch (error) {
      if (!isStubborn) throw error
      await rest(RECONNECT_MS)
    }
  }
}

let isWorking = false

async function keepSending(work: CrowdWork): Promise<readonly Done[]> {
  const { perSecond, seconds, ticketIds, label } = work
  const under: Promise<Done>[] = []
  let underWay = 0
  const startedAt = performance.now()
  isWorking = true
  for (let n = 0; isWorking && (seconds === null || n < seconds * perSecond); n += 1) {
    const dueAtMs = startedAt + (n * 1000) / perSecond
    const waitMs = dueAtMs - performance.now()
    if (waitMs > 1) await rest(waitMs)
    // Through a hub's death the queue stays as long as people's patience; the end must not wait for minutes of it.
    while (work.isStubborn && underWay >= MOST_UNDER_WAY) await rest(5)
    const session = laptops[n % laptops.length]?.session
    const ticketId = ticketIds[(n * 7) % ticketIds.length]
    if (!session || ticketId === undefined) throw new Error('Nobody to push, or nothing to push to')
    const act = { session, ticketId, noteId: newId(Date.now(), Math.random), body: `${label} ${n}` }
    const sent = send(act, work, dueAtMs)
    underWay += 1
    sent.catch(() => undefined).finally(() => (underWay -= 1))
    under.push(sent)
  }
  return Promise.all(under)
}

/** When the last of those who listen had heard of it. */
function spreads(done: readonly Done[]): readonly number[] {
  const byVersion = done.toSorted((left, right) => left.version - right.version)
  const last = byVersion.map(() => 0)
  for (const { heard } of laptops) {
    if (heard === null) continue
    let at = 0
    for (const [index, { version, dueAtMs }] of byVersion.entries()) {
      while (at < heard.length && (heard[at]?.seq ?? 0) < version) at += 1
      const when = heard[at]?.atMs ?? Number.POSITIVE_INFINITY
      last[index] = Math.max(last[index] ?? 0, when - dueAtMs)
    }
  }
  return last
}

const hasHeard = (version: number): boolean =>
  laptops.every(({ heard }) => heard === null || heard.some(({ seq }) => seq >= version))

async function run(work: CrowdWork): Promise<CrowdRun> {
  for (const { heard } of laptops) if (heard) heard.length = 0
  frames = 0
  bytes = 0
  const before = process.cpuUsage()
  const startedAt = performance.now()
  const done = await keepSending(work)
  const highest = Math.max(...done.map(({ version }) => version))
  for (const from = performance.now(); !hasHeard(highest) && performance.now() - from < SETTLE_MS;)
    await rest(5)
  const { user, system } = process.cpuUsage(before)
  const elapsedMs = performance.now() - startedAt
  return {
    acks: done.map(({ ackMs }) => ackMs),
    spreads: spreads(done),
    noteIds: done.map(({ noteId }) => noteId),
    cpuShare: (user + system) / 1000 / elapsedMs,
    frames,
    frameBytes: frames === 0 ? 0 : Math.round(bytes / frames),
  }
}

async function follow(count: number): Promise<null> {
  for (const laptop of laptops.slice(0, count)) {
    const reader = new CrowdReader({ url, token: laptop.session.accessToken, dispatcher })
    await reader.begin()
    laptop.reader = reader
  }
  return null
}

/** What each follower lacks of what was accepted, once all stand where the feed does. */
async function followed(noteIds: readonly string[], head: number): Promise<CrowdFollowed> {
  const readers = laptops.flatMap(({ reader }) => reader ?? [])
  for (const from = performance.now(); performance.now() - from < 3 * SETTLE_MS; await rest(50)) {
    if (readers.every(({ upTo }) => upTo >= head)) break
    for (const reader of readers) if (reader.upTo < head) reader.pull()
  }
  const missing = readers.map(({ seen }) => noteIds.filter(noteId => !seen.has(noteId)).length)
  for (const laptop of laptops) laptop.reader = null
  return { readers: readers.length, missing: missing.reduce((sum, count) => sum + count, 0) }
}

let working: Promise<readonly Done[]> | null = null

serveOrders(async (name, input) => {
  switch (name) {
    case 'connect':
      return connect(input as CrowdConnect)
    case 'run':
      return run(input as CrowdWork)
    case 'begin':
      working = keepSending(input as CrowdWork)
      working.catch(() => undefined)
      return null
    case 'end': {
      isWorking = false
      const done = (await working) ?? []
      return done.map(({ noteId }) => noteId)
    }
    case 'follow':
      return follow(Number(input))
    case 'followed': {
      const { noteIds, head } = input as { noteIds: readonly string[]; head: number }
      return followed(noteIds, head)
    }
    case 'disconnect':
      isStopping = true
      for (const { socket } of laptops) socket?.terminate()
      laptops = []
      return null
    default:
      throw new Error(`Unknown order ${name}`)
  }
})
