import { once } from 'node:events'
import { WebSocket } from 'ws'
import { newId } from '../../shared/domain/ids.ts'
import { BoardFrame } from '../../shared/protocol/board.ts'
import { routes, SUBPROTOCOL } from '../../shared/protocol/routes.ts'
import type { CrowdSession } from '../lib/hub-load/crowd-orders.ts'
import { pushRequest } from '../lib/hub-load/push-request.ts'
import { openHubSql } from '../lib/hub-sql.ts'
import type { HubSql } from '../lib/hub-sql.ts'
import type { BenchHub } from '../lib/hub.ts'
import { hashRows } from '../lib/leg.ts'
import type { BenchRow, Sample } from '../lib/leg.ts'
import { readOut } from '../lib/read-out.ts'

const HIRED = 300
const PER_SECOND = 100
const RUNS = 7
const PROBES = 40
const PAUSE_MS = 40
const GIVE_UP_MS = 20_000

const rest = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

type Watch = {
  /** Resolves with the moment a frame said that the agent has so many open threads. */
  readonly until: (agentId: string, open: number) => Promise<number>
  readonly close: () => void
}

/** A supervisor's window, as far as it hears. */
async function watchBoard({ url }: BenchHub, { accessToken }: CrowdSession): Promise<Watch> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${routes.boardLive}`, [SUBPROTOCOL, accessToken])
  const waiting = new Map<string, { readonly open: number; readonly resolve: (atMs: number) => void }>()
  socket.on('message', (data: Buffer) => {
    const atMs = performance.now()
    const frame = BoardFrame.safeParse(JSON.parse(data.toString('utf8')))
    for (const { agentId, openService, openSupport } of frame.data?.agents ?? []) {
      const wanted = waiting.get(agentId)
      if (wanted?.open === openService + openSupport) wanted.resolve(atMs)
    }
  })
  await once(socket, 'message')
  return {
    until: (agentId, open) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('The board never told')), GIVE_UP_MS)
        waiting.set(agentId, {
          open,
          resolve: atMs => {
            clearTimeout(timer)
            waiting.delete(agentId)
            resolve(atMs)
          },
        })
      }),
    close: () => socket.terminate(),
  }
}

type Thread = { readonly id: string; readonly assignee: string | null }

async function assign(
  { hub, session, epoch }: { hub: BenchHub; session: CrowdSession; epoch: string },
  thread: Thread,
  agentId: string,
): Promise<void> {
  const args = { threadId: thread.id, team: null, assignee: { seen: thread.assignee, value: agentId } }
  const mutationId = newId(Date.now(), Math.random)
  const answer = await fetch(`${hub.url}${routes.push}`, {
    method: 'POST',
    ...pushRequest({ session, epoch, mutationId, name: 'thread.assign', args }),
  })
  const text = await answer.text()
  if (!text.includes('"kind":"done"')) throw new Error(`The assignment was not taken: ${text}`)
}

const RECOUNT = `SELECT assignee_id AS "agentId", team_id AS "teamId", kind, count(*)::int AS open
  FROM tandem.threads WHERE workspace_id = $1 AND state = 'open' GROUP BY 1, 2, 3`
type Counted = { readonly agentId: string | null; readonly open: number }

/** The floor counted anew: every open thread by agent, team and kind. */
async function recount(
  { client }: HubSql,
  workspaceId: string,
  agentId: string,
): Promise<{ readonly ms: number; readonly open: number }> {
  const startedAt = performance.now()
  const { rows } = await client.query<Counted>(RECOUNT, [workspaceId])
  const ms = performance.now() - startedAt
  return { ms, open: rows.reduce((sum, row) => sum + (row.agentId === agentId ? row.open : 0), 0) }
}

const OPEN_THREADS = `SELECT id, assignee_id AS assignee FROM tandem.threads
  WHERE workspace_id = $1 AND state = 'open' ORDER BY id LIMIT $2`

/** E3: an event until the supervisors see it. */
export const supervisorBoard: BenchRow = {
  id: 'E3',
  title: `an event until it is on the supervisors' board, 500 agents, ${PER_SECOND} events a second`,
  run: async (context, measure) => {
    const hub = await context.hub()
    const sql = await openHubSql(hub)
    const session = (await hub.order('supervisor')) as CrowdSession
    const hired = (await hub.order('hire', HIRED)) as readonly string[]
    const { rows: threads } = await sql.client.query<Thread>(OPEN_THREADS, [hub.workspaceId, RUNS * PROBES])
    const epoch = await sql.epoch()
    const board = await watchBoard(hub, session)
    await hub.order('startEvents', { perSecond: PER_SECOND, except: [] })
    const seen: { ours: Sample; limit: Sample }[] = []
    try {
      for (let run = 0; run < RUNS; run += 1) {
        context.progress(`E3 run ${run + 1}/${RUNS}`)
        const [ours, limit]: [number[], number[]] = [[], []]
        const [told, counted]: [unknown[][], unknown[][]] = [[], []]
        for (let probe = 0; probe < PROBES; probe += 1) {
          const place = run * PROBES + probe
          const thread = threads[place % threads.length]
          const agentId = hired[place % hired.length]
          if (!thread || agentId === undefined) throw new Error('No thread or agent to probe with')
          const shown = board.until(agentId, 1)
          const startedAt = performance.now()
          await assign({ hub, session, epoch }, thread, agentId)
          ours.push((await shown) - startedAt)
          told.push([probe, 1])
          const again = await recount(sql, hub.workspaceId, agentId)
          limit.push(again.ms)
          counted.push([probe, again.open])
          await rest(PAUSE_MS)
        }
        seen.push({
          ours: { times: ours, rows: told.length, hash: hashRows(told) },
          limit: { times: limit, rows: counted.length, hash: hashRows(counted) },
        })
      }
    } finally {
      await hub.order('stopEvents')
      board.close()
      await sql.close()
    }
    const { rows: size } = { rows: hub.rows }
    await measure({
      figures: [
        { id: 'E3.p50', quantile: 0.5 },
        { id: 'E3.p99', quantile: 0.99 },
      ],
      ours: readOut(
        {
          name: 'ours',
          what: 'thread.assign pushed over HTTP until a frame of the board over its WebSocket says what the agent carries now; frames are merged within 50 ms',
          durability: 'reads only',
        },
        seen.map(({ ours }) => ours),
      ),
      limit: readOut(
        { name: 'recount', what: RECOUNT.replace(/\s+/g, ' '), durability: 'reads only' },
        seen.map(({ limit }) => limit),
      ),
      peers: [],
      asides: [],
      runs: RUNS,
      remark: `${200 + HIRED} agents, ${PER_SECOND} events a second, ${size} rows on the hub; beside another size in the same table it tells whether it depends on them`,
    })
  },
}
