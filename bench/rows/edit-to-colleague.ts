import { once } from 'node:events'
import { WebSocket } from 'ws'
import { newId } from '../../shared/domain/ids.ts'
import { routes, SUBPROTOCOL } from '../../shared/protocol/routes.ts'
import { startChild } from '../lib/child.ts'
import type { Child } from '../lib/child.ts'
import type { CrowdSession } from '../lib/hub-load/crowd-orders.ts'
import { hrtimeMs, sitDown } from '../lib/desk.ts'
import type { Desk, DeskPlace } from '../lib/desk.ts'
import { durabilityOf } from '../lib/laptop.ts'
import { hashRows } from '../lib/leg.ts'
import type { BenchRow, Leg, Sample } from '../lib/leg.ts'

const CLIENTS = 200
const EDITS = 100
const RUNS = 9
const PAUSE_MS = 15
/** A hint with one note, its ticket and its threads. */
const HINT_BYTES = 1_800

const rest = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

const bodyOf = (n: number): string => `edit ${n} ${'and some words beside it '.repeat(4)}`

type Heard = { readonly atMs: number; readonly body: string }

/** One after the other: saved on A, and the moment its row is committed on B. */
async function edits(from: Desk, colleague: Child, ticketIds: readonly string[]): Promise<Sample> {
  const times: number[] = []
  const bodies: string[] = []
  for (let n = 0; n < EDITS; n += 1) {
    const noteId = newId(Date.now(), Math.random)
    const hearing = colleague.order('heard', noteId) as Promise<Heard>
    await rest(PAUSE_MS)
    const startedAtMs = hrtimeMs()
    from.add(noteId, ticketIds[n % ticketIds.length] ?? '', bodyOf(n))
    const { atMs, body } = await hearing
    times.push(atMs - startedAtMs)
    bodies.push(body)
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
    const place = async (name: string): Promise<DeskPlace> => ({
      url: hub.url,
      session: await hub.signIn(),
      folder: `${context.folder}/${name}`,
      settled,
    })
    const from = await sitDown(await place('a'))
    const colleague = startChild('desk-process.ts')
    await colleague.order('sit', await place('b'))
    const bare = startChild('fan-out-process.ts')
    const url = String(await bare.order('url'))
    const crowds = [await crowdAt(hub.url, sessions), await crowdAt(url, sessions)]
    const [speaker, listener] = [await openSocket(url), await openSocket(url)]
    const durability = `both laptops: ${durabilityOf(from.laptop.db, 'FULL')}; the limit stores nothing`
    const ours: Leg = {
      name: 'ours',
      what: 'mutate(note.add) on A with its commit, push, the hub’s transaction, a hint over the WebSocket, the commit on B',
      durability,
      run: () => edits(from, colleague, ticketIds),
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
        remark: `${EDITS} edits a run, one after the other; A and B in a process each`,
      })
    } finally {
      speaker.terminate()
      listener.terminate()
      await Promise.all([from.stop(), colleague.order('stop')])
      await Promise.all([...crowds, bare, colleague].map(child => child.stop()))
    }
  },
}
