import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { WebSocketServer } from 'ws'
import { routes, SUBPROTOCOL } from '../../../shared/protocol/routes.ts'
import { insertNote } from './raw-note.ts'
import { serveOrders } from '../serve-orders.ts'

/**
 * The floor under a hub: a note that comes by POST goes into the same tables by one idempotent statement, and every open
 * socket is told by a frame as long as the hub's own. No sessions, no rights, no rules, no verdicts; announcements
 * within 10 ms travel together, as the hub's do.
 */
const MERGE_MS = 10
const [databaseUrl = '', workspaceId = '', authorId = '', frameBytes = '300'] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 })
const padding = 'x'.repeat(Math.max(0, Number(frameBytes) - 60))
const sockets = new WebSocketServer({
  noServer: true,
  perMessageDeflate: false,
  handleProtocols: () => SUBPROTOCOL,
})

let highest = 0
let isTelling = false

function tell(): void {
  if (isTelling) return
  isTelling = true
  const seq = highest
  const text = Buffer.from(`{"kind":"hint","seq":${seq},"fromSeq":null,"entries":"${padding}"}`)
  for (const socket of sockets.clients) socket.send(text, { binary: false })
  setTimeout(() => {
    isTelling = false
    if (highest > seq) tell()
  }, MERGE_MS)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

type Pushed = {
  readonly clientId: string
  readonly entries: readonly {
    readonly mutationId: string
    readonly args: { readonly noteId: string; readonly ticketId: string; readonly body: string }
  }[]
}

async function push(request: IncomingMessage): Promise<string> {
  const { clientId, entries } = JSON.parse(await bodyOf(request)) as Pushed
  const verdicts: unknown[] = []
  for (const { mutationId, args } of entries) {
    const seq = await insertNote(pool, { workspaceId, authorId, clientId, mutationId, ...args })
    highest = Math.max(highest, seq)
    verdicts.push({ kind: 'done', mutationId, rows: [{ version: seq }] })
  }
  tell()
  return JSON.stringify({ epoch: '', verdicts })
}

const server = createServer((request, response) => {
  if (request.url !== routes.push) {
    request.resume()
    response.setHeader('content-type', 'application/json')
    response.end('{"epoch":""}')
    return
  }
  push(request).then(
    text => {
      response.setHeader('content-type', 'application/json')
      response.end(text)
    },
    (error: unknown) => {
      response.statusCode = 500
      response.end(String(error))
    },
  )
})
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, ready => {
    sockets.emit('connection', ready)
  })
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

serveOrders(async name => {
  if (name !== 'url') throw new Error(`Unknown order ${name}`)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
