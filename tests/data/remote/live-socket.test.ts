import { afterEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { TolerantLiveFrame } from '../../../main/data/remote/tolerance.ts'
import type { LiveFrame } from '../../../shared/protocol/pull.ts'
import { createHttp } from '../../../main/data/remote/http.ts'
import { openLiveSocket } from '../../../main/data/remote/live-socket.ts'
import { answered, failed } from '../../../main/data/remote/remote.ts'
import type { Answered, Failure } from '../../../main/data/remote/remote.ts'
import { startConnectProxy, startScriptServer } from '../../support/script-server.ts'

const cleanUps: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

type Ends = {
  readonly opened: Promise<void>
  readonly framed: Promise<LiveFrame>
  readonly ended: Promise<Failure>
}

async function connectTo(
  serve: (socket: WebSocket) => void,
  {
    proxyUrl = null,
    token = answered('token-1') as Answered<string>,
  }: { proxyUrl?: string | null; token?: Answered<string> } = {},
): Promise<Ends & { readonly socket: ReturnType<typeof openLiveSocket>; readonly protocols: string[] }> {
  const server = await startScriptServer((_request, response) => response.writeHead(404).end())
  cleanUps.push(server.close)
  const protocols: string[] = []
  const sockets = new WebSocketServer({
    server: server.server,
    handleProtocols: offered => {
      protocols.push(...offered)
      return [...offered][0] ?? false
    },
  })
  sockets.on('connection', serve)
  const http = createHttp({ isOnline: true, isCut: false, proxyUrl, extraCertificates: [] })
  cleanUps.push(http.close)
  const opened = Promise.withResolvers<void>()
  const framed = Promise.withResolvers<LiveFrame>()
  const ended = Promise.withResolvers<Failure>()
  const socket = openLiveSocket(
    { http, url: `${server.url}/v1/live`, access: () => Promise.resolve(token), frames: TolerantLiveFrame },
    { onOpen: opened.resolve, onFrame: framed.resolve, onEnd: ended.resolve },
  )
  cleanUps.push(socket.close)
  return { opened: opened.promise, framed: framed.promise, ended: ended.promise, socket, protocols }
}

const hint = { kind: 'hint', seq: 7, fromSeq: null, entries: null }

test('the token travels as a sub-protocol; frames are parsed, and those of a newer hub pass by', async () => {
  const { framed, protocols } = await connectTo(socket => {
    socket.send('{"kind":"hologram"}')
    socket.send('not json')
    socket.send(JSON.stringify(hint))
  })
  expect(await framed).toEqual({ ...hint, cursor: null })
  expect(protocols).toEqual(['tandem.v1', 'token-1'])
})

test('what is sent arrives, and what is sent before it is open is not an error', async () => {
  const heard = Promise.withResolvers<string>()
  const { opened, socket } = await connectTo(server =>
    server.on('message', (data: Buffer) => heard.resolve(data.toString())),
  )
  socket.send({ kind: 'viewing', ticketId: null, doing: 'viewing' })
  await opened
  socket.send({ kind: 'viewing', ticketId: null, doing: 'typing' })
  expect(JSON.parse(await heard.promise)).toMatchObject({ doing: 'typing' })
})

test.each([
  ['the hub restarts', 1001, 'offline'],
  ['the session is over', 4001, 'signed-out'],
])('when %s the end says so', async (_what, code, kind) => {
  const { ended } = await connectTo(socket => socket.close(code))
  expect(await ended).toEqual({ kind })
})

test('without a token it ends as the session does', async () => {
  const { ended } = await connectTo(() => {}, { token: failed({ kind: 'signed-out' }) })
  expect(await ended).toEqual({ kind: 'signed-out' })
})

test('it goes through the proxy too', async () => {
  const proxy = await startConnectProxy('a:b')
  cleanUps.push(proxy.close)
  const { opened } = await connectTo(() => {}, { proxyUrl: proxy.url.replace('//', '//a:b@') })
  await opened
  expect(proxy.tunnels).toHaveLength(1)
})
